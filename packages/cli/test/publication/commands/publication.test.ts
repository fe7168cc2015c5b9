import {
  Checkpoint,
  Entry,
  Log,
  MerkleProof,
  PaperWords,
  Receipt,
  SignedCheckpoint,
  VerifierKey
} from "@timbang/core/publication"
import { PaperWordList } from "@timbang/language/publication"
import { SecretKey } from "@timbang/signing"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { folder, timbang } from "../../timbang.ts"

const { node } = NodePrimitives
const where = folder()
const keyFile = join(where, "log.key")
const made = timbang("key", "new", keyFile, "--name", "kota.example/cpns-2026")
const key = Result.getOrThrow(SecretKey.parse(readFileSync(keyFile, "utf8")))
const vkey = VerifierKey.write(key.verifier)

const digest = Buffer.from(node.sha256(new Uint8Array(1))).toString("base64")
const scored = (TIU: number): Entry.Entry => ({
  kind: "score",
  participant: "26-0001",
  stage: "SKD",
  session: "1",
  scores: { TIU }
})
const steps: ReadonlyArray<ReadonlyArray<Entry.Entry>> = [
  [
    { kind: "rule-set", id: "uji-1", engine: "0.1.0", digest },
    { kind: "formations", digest, formations: 1, seats: 1 }
  ],
  [{ kind: "registration", participant: "26-0001", formation: "F1" }, { kind: "seal", of: "registrations", count: 1 }],
  [scored(120), { kind: "seal", of: "scores", stage: "SKD", session: "1", count: 1 }]
]

const put = (path: string, bytes: string | Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
}

/** Publishes the steps into a folder and answers the last checkpoint and the proof of an entry. */
const publish = (name: string, list: ReadonlyArray<ReadonlyArray<Entry.Entry>>, signer = key) => {
  const log = Log.make("kota.example/cpns-2026")
  let note = ""
  for (const step of list) {
    for (const entry of step) Log.append(node, log, Result.getOrThrow(Entry.encode(node, entry)))
    for (const { bytes, path } of Log.takeFiles(log)) put(join(where, name, path), bytes)
    note = SecretKey.note(Checkpoint.write(Log.checkpoint(node, log)), [signer])
    put(join(where, name, "checkpoint.d", String(log.tree.size)), note)
  }
  put(join(where, name, "checkpoint"), note)
  put(join(where, name, Entry.documentPath(digest)), new Uint8Array(1))
  const receiptOf = (index: number, entry: Entry.Entry): string => {
    const path = Result.getOrThrow(MerkleProof.inclusion(node, log.tree, index))
    return Receipt.write({ entry, openings: {}, proof: { extra: undefined, index, path, checkpoint: note } })
  }
  return { folder: join(where, name), note, receiptOf }
}

const published = publish("log", steps)
const receipt = join(where, "receipt.json")
put(receipt, published.receiptOf(4, scored(120)))

describe("timbang key new", () => {
  it("writes a file that only its owner reads, prints the verifier key, and overwrites nothing", () => {
    expect(made).toMatchObject({ code: 0, out: `${vkey}\n` })
    expect(made.err).not.toContain("PRIVATE")
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
    expect(timbang("key", "new", keyFile, "--name", "other").code).toBe(2)
    expect(timbang("key", "new", join(where, "x.key"), "--name", "a b").code).toBe(2)
  })
})

describe("timbang verify", () => {
  it("0 when everything holds, 3 when nobody is trusted, 1 when something does not hold, 2 when nothing could be checked", () => {
    expect(timbang("verify", receipt, "--key", vkey, "--log", published.folder)).toMatchObject({ code: 0 })
    expect(timbang("verify", receipt)).toMatchObject({ code: 3 })
    const words = Result.getOrThrow(
      PaperWords.of(node, PaperWordList.words, Result.getOrThrow(SignedCheckpoint.read(published.note)))
    )
    expect(timbang("verify", receipt, "--words", words.join(" ")).code).toBe(0)
    put(join(where, "raised.json"), published.receiptOf(4, scored(150)))
    const raised = timbang("verify", join(where, "raised.json"), "--key", vkey, "--lang", "en")
    expect(raised).toMatchObject({ code: 1 })
    expect(raised.out).toMatch(/^Refused: this was changed/)
    expect(timbang("verify", receipt, "--key", vkey.slice(0, -2)).code).toBe(2)
    expect(timbang("verify", receipt, "--key", "").code).toBe(2)
    put(join(where, "list.txt"), "beras, telur")
    expect(timbang("verify", join(where, "list.txt"), "--key", vkey).code).toBe(2)
  })

  it("a folder rewritten and signed with another key fails, and so does one rewritten with the same key", () => {
    const other = Result.getOrThrow(
      SecretKey.fromSeed("kota.example/cpns-2026", "ed25519", node.sha256(new Uint8Array(7)))
    )
    const foreign = publish("foreign", steps, other)
    put(join(where, "foreign.json"), foreign.receiptOf(4, scored(120)))
    expect(timbang("verify", join(where, "foreign.json"), "--key", vkey).code).toBe(1)
    const rewritten = publish("rewritten", [steps[0]!, steps[1]!, [scored(150), steps[2]![1]!]])
    const done = timbang("verify", receipt, "--key", vkey, "--log", rewritten.folder, "--lang", "en")
    expect(done).toMatchObject({ code: 1 })
    expect(done.out).toContain("rewritten")
  })

  it("says that the entry was corrected later, which the receipt cannot know", () => {
    const letter = { number: "1", date: "2026-12-01", digest }
    const corrected = publish("corrected", [...steps, [{ kind: "correction", replaces: 4, by: null, letter }]])
    const done = timbang("verify", receipt, "--key", vkey, "--log", corrected.folder, "--lang", "en")
    expect(done).toMatchObject({ code: 1 })
    expect(done.out).toContain("corrected later, by entry 6")
  })
})

/** The receipt with its proof changed. */
const damaged = (name: string, change: (proof: string) => string): string => {
  const { proof, ...rest } = JSON.parse(readFileSync(receipt, "utf8")) as { readonly proof: string }
  const path = join(where, `${name}.json`)
  put(path, JSON.stringify({ ...rest, proof: change(proof) }))
  return path
}

/** The order of the group of Ed25519; a signature whose scalar is larger by it holds for a careless verifier. */
const order = 2n ** 252n + 27742317777372353535851937790883648493n
const withLargerScalar = (line: string): string =>
  line.replace(/[A-Za-z0-9+/]{80,}=*/, (text) => {
    const bytes = Buffer.from(text, "base64")
    const scalar = BigInt(`0x${Buffer.from(bytes.subarray(36)).reverse().toString("hex")}`) + order
    bytes.set(Buffer.from(scalar.toString(16).padStart(64, "0"), "hex").reverse(), 36)
    return bytes.toString("base64")
  })

describe("a damaged proof", () => {
  const words = Result.getOrThrow(PaperWords.of(node, PaperWordList.words, Result.getOrThrow(SignedCheckpoint.read(published.note)))).join(" ")
  const other = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns-2026", "ed25519", node.sha256(new Uint8Array(8))))
  const flipped = (text: string) => `${text[0] === "A" ? "B" : "A"}${text.slice(1)}`
  const onLine = (at: number, change: (line: string) => string | undefined) => (proof: string): string =>
    proof.split("\n").flatMap((line, index) => index === at ? change(line) ?? [] : [line]).join("\n")

  it.each([
    ["another sibling", onLine(2, flipped), "Ditolak: data ini telah diubah", "jalur buktinya tidak menuju akar"],
    ["a sibling too few", onLine(2, () => undefined), "Ditolak: data ini telah diubah", "bukti berisi 1 sidik tidak mungkin milik catatan 4 dari 6"],
    ["another place", onLine(1, () => "index 5"), "Ditolak: data ini telah diubah", "jalur buktinya tidak menuju akar"],
    ["a place outside", onLine(1, () => "index 6"), "Ditolak: data ini telah diubah", "tidak mungkin milik catatan 6 dari 6"],
    ["another size", onLine(6, () => "7"), "Ditolak: tanda tangan", "tanda tangan kota.example/cpns-2026 bukan atas naskah ini"],
    ["another root", onLine(7, flipped), "Ditolak: tanda tangan", "bukan atas naskah ini"],
    ["a scalar beyond the order", onLine(9, withLargerScalar), "Ditolak: tanda tangan", "bukan atas naskah ini"],
    ["no signature", onLine(9, () => undefined), "Ditolak: tanda tangan", "bukan naskah bertanda tangan"]
  ])("with %s is refused by key in a sentence, in Indonesian and English", (name, change, sentence, because) => {
    const path = damaged(name.replaceAll(" ", "-"), change)
    const done = timbang("verify", path, "--key", vkey)
    expect(done).toMatchObject({ code: 1, err: "" })
    expect(done.out).toContain(sentence)
    expect(done.out).toContain(because)
    const english = timbang("verify", path, "--key", vkey, "--lang", "en")
    expect(english.out).toMatch(/^Refused: /)
    expect(english.out).not.toMatch(/bukan|tidak|catatan/)
  })

  it("is refused by the eight words alone wherever path, place, size or root differ; the words vouch for the checkpoint, not for its signer", () => {
    const verdict = (name: string) => timbang("verify", join(where, `${name}.json`), "--words", words, "--lang", "en")
    for (const name of ["another-sibling", "a-sibling-too-few", "another-place", "a-place-outside"]) {
      expect(verdict(name)).toMatchObject({ code: 1 })
      expect(verdict(name).out).toMatch(/^Refused: this was changed/)
    }
    for (const name of ["another-size", "another-root"]) expect(verdict(name).out).toMatch(/^Refused: the eight words/)
    expect(verdict("a-scalar-beyond-the-order")).toMatchObject({ code: 0 })
    expect(timbang("verify", receipt, "--words", words.split(" ").reverse().join(" ")).out).toContain("delapan kata itu milik titik periksa lain")
  })

  it("and a key, a policy or words that are none are named by what is wrong with them", () => {
    const refusal = (...args: ReadonlyArray<string>) => timbang("verify", receipt, ...args).err.trim()
    expect(timbang("verify", receipt, "--key", VerifierKey.write(other.verifier)).out).toContain("bukan dengan kunci tepercaya")
    expect(refusal("--words", "radio kadal")).toBe("Terbaca 2 kata, seharusnya delapan.")
    expect(refusal("--words", "radoi kadal")).toBe("\"radoi\" tidak ada pada daftar kata. Periksa ejaannya.")
    expect(refusal("--key", vkey.slice(0, -2))).toContain("Bukan kunci pemeriksa yang utuh")
    put(join(where, "policy"), `log ${vkey}\ngroup g 2 a\nquorum g\n`)
    expect(refusal("--policy", join(where, "policy"))).toBe("Baris 2 pada kebijakan tidak sesuai bentuknya. a belum disebut di baris sebelumnya")
    expect(refusal("--policy", join(where, "nowhere"))).toBe(`${join(where, "nowhere")}: berkas atau folder tidak ada; periksa namanya`)
  })
})

describe("timbang witness", () => {
  const witnessKey = (name: string) => ({ file: join(where, `${name}.key`), vkey: timbang("key", "new", join(where, `${name}.key`), "--name", `${name}.example`, "--witness").out.trim() })
  const [inspectorate, press] = [witnessKey("inspektorat"), witnessKey("pers")]
  const policy = join(where, "witnesses")
  put(policy, `log ${vkey}\nwitness inspectorate ${inspectorate.vkey}\nwitness press ${press.vkey}\ngroup all all inspectorate press\nquorum all\n`)
  const log = publish("witnessed", steps)
  const sign = (who: typeof press, out: string, ...more: ReadonlyArray<string>) =>
    timbang("witness", "sign", log.folder, "--key", who.file, "--log-key", vkey, "--out", join(where, out), ...more)
  const add = (...files: ReadonlyArray<string>) => timbang("witness", "add", log.folder, ...files.map((name) => join(where, name)), "--policy", policy)
  const verified = () => timbang("verify", receipt, "--policy", policy, "--checkpoint", join(log.folder, "checkpoint"))

  it("signs what it has audited; the agency adds each line once, and the quorum is met when all have signed", () => {
    expect(verified()).toMatchObject({ code: 1, out: expect.stringContaining("saksi yang diwajibkan belum") })
    expect(sign(inspectorate, "i.txt")).toMatchObject({ code: 0, err: expect.stringContaining("--since") })
    expect(add("i.txt")).toMatchObject({ code: 0, out: "titik periksa 6 catatan, ditandatangani inspectorate: kuorum belum terpenuhi\n" })
    expect(sign(press, "p.txt", "--since", join(where, "kept-by-press")).code).toBe(2)
    put(join(where, "kept-by-press"), readFileSync(join(log.folder, "checkpoint.d", "4")))
    expect(sign(press, "p.txt", "--since", join(where, "kept-by-press"))).toMatchObject({ code: 0 })
    expect(add("p.txt", "i.txt").out).toBe("titik periksa 6 catatan, ditandatangani inspectorate, press: kuorum terpenuhi\n")
    const once = readFileSync(join(log.folder, "checkpoint"), "utf8")
    expect(add("i.txt", "p.txt").code).toBe(0)
    expect(readFileSync(join(log.folder, "checkpoint"), "utf8")).toBe(once)
    expect(readFileSync(join(log.folder, "checkpoint.d", "6"), "utf8")).toBe(once)
    expect(verified()).toMatchObject({ code: 0 })
    expect(timbang("audit", log.folder, "--policy", policy).out).toContain("temuan: 0")
  })

  it("signs nothing where the log was rewritten, and with no other kind of key", () => {
    const rewritten = publish("rewritten-for-witness", [steps[0]!, steps[1]!, [scored(150), steps[2]![1]!]])
    const refused = timbang("witness", "sign", rewritten.folder, "--key", press.file, "--log-key", vkey, "--since", join(where, "p.txt"), "--out", join(where, "no.txt"), "--lang", "en")
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("not signed: the audit has 1 findings") })
    expect(refused.err).toContain("the first 6 entries are not those that were signed")
    expect(existsSync(join(where, "no.txt"))).toBe(false)
    expect(sign({ file: keyFile, vkey }, "no.txt").err).toContain("bukan kunci saksi")
    expect(sign(press, "p.txt").err).toContain("sudah ada berkas bernama itu")
  })

  it("adds no signature of a stranger, none that does not hold, and none of another log", () => {
    const before = readFileSync(join(log.folder, "checkpoint"), "utf8")
    const stranger = witnessKey("asing")
    sign(stranger, "s.txt")
    put(join(where, "alone.txt"), readFileSync(join(where, "s.txt"), "utf8").split("\n").filter((line) => !/inspektorat|pers/.test(line)).join("\n"))
    expect(add("alone.txt")).toMatchObject({ code: 2, err: expect.stringContaining("tidak ada tanda tangan saksi") })
    put(join(where, "broken.txt"), readFileSync(join(where, "p.txt"), "utf8").replace(/(— pers\.example .{30})(.)/, (_, start: string, one: string) => start + (one === "A" ? "B" : "A")))
    expect(add("broken.txt")).toMatchObject({ code: 2, err: expect.stringContaining("tanda tangan pers.example bukan atas naskah ini") })
    put(join(where, "foreign.txt"), readFileSync(join(where, "p.txt"), "utf8").replace("\n6\n", "\n5\n"))
    expect(add("foreign.txt")).toMatchObject({ code: 2, err: expect.stringContaining("titik periksa 5 catatan itu bukan milik catatan ini") })
    expect(readFileSync(join(log.folder, "checkpoint"), "utf8")).toBe(before)
  })
})

describe("timbang audit", () => {
  it("finds nothing in a log that kept the order, and says what was not recomputed", () => {
    const done = timbang("audit", published.folder, "--key", vkey, "--lang", "en")
    expect(done).toMatchObject({ code: 3 })
    expect(done.out).toContain("6 entries, 3 checkpoints hold")
    expect(done.out).toContain("findings: 0")
    expect(done.out).not.toContain("not attested")
  })

  it("a checkpoint that somebody kept shows a log rewritten with its own key", () => {
    const kept = join(where, "kept")
    put(kept, published.note)
    const rewritten = publish("again", [steps[0]!, steps[1]!, [scored(150), steps[2]![1]!]])
    const done = timbang("audit", rewritten.folder, "--key", vkey, "--since", kept, "--lang", "en")
    expect(done).toMatchObject({ code: 1 })
    expect(done.out).toContain("the first 6 entries are not those that were signed")
  })

  it("a folder without a checkpoint or with a tile missing is refused", () => {
    expect(timbang("audit", where).code).toBe(2)
    mkdirSync(join(where, "bare"))
    put(join(where, "bare", "checkpoint"), published.note)
    expect(timbang("audit", join(where, "bare"), "--key", vkey).code).toBe(2)
  })
})
