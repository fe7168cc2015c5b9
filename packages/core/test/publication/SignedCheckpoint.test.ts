import {
  Checkpoint,
  MerkleProof,
  MerkleTree,
  ProofFile,
  SignedCheckpoint,
  VerifierKey,
  WitnessPolicy
} from "@timbang/core/publication"
import { Primitives, SecretKey } from "@timbang/signing"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { fromBase64, fromHex, vectors } from "./vectors.ts"

const { portable } = Primitives

interface WorkedResult {
  readonly log_vkey: string
  readonly witness_vkey: string
  readonly policy: string
  readonly entries: ReadonlyArray<{ readonly entry: string }>
  readonly checkpoints: ReadonlyArray<{ readonly size: number; readonly note: string }>
  readonly cases: ReadonlyArray<
    { readonly desc: string; readonly entry: string; readonly proof: string; readonly want: string }
  >
  readonly consistency: ReadonlyArray<
    {
      readonly size1: number
      readonly size2: number
      readonly root1_b64: string
      readonly root2_b64: string
      readonly proof_b64: ReadonlyArray<string>
      readonly want_ok: boolean
    }
  >
}

const worked = vectors<WorkedResult>("verifiable-result-e2e")
const policy = Result.getOrThrow(WitnessPolicy.parse(portable, worked.policy))
const seed = (first: number) => Uint8Array.from({ length: 32 }, (_, i) => first + i)
const secret = (name: string, type: VerifierKey.KeyType, first: number) =>
  Result.getOrThrow(SecretKey.fromSeed(name, type, seed(first)))
const tagOf = <A, E extends { readonly _tag: string }>(result: Result.Result<A, E>): string =>
  Result.isFailure(result) ? result.failure._tag : "Success"

describe("SignedCheckpoint", () => {
  it("the worked result: every checkpoint is signed, witnessed, and the root of its entries", () => {
    const tree = MerkleTree.make()
    for (const { entry } of worked.entries) MerkleTree.append(portable, tree, new TextEncoder().encode(entry))
    for (const { note, size } of worked.checkpoints) {
      const signed = Result.getOrThrow(SignedCheckpoint.verify(portable, policy, note))
      expect(signed.checkpoint.size).toBe(size)
      expect(signed.checkpoint.root).toEqual(Result.getOrThrow(MerkleTree.root(portable, tree, size)))
      expect(signed.witnesses.map(({ witness }) => witness)).toEqual(["w1"])
    }
  })

  it("the worked result: consistency proofs are those this tree makes, and a replaced score is seen", () => {
    const tree = MerkleTree.make()
    for (const { entry } of worked.entries) MerkleTree.append(portable, tree, new TextEncoder().encode(entry))
    for (const { proof_b64, root1_b64, root2_b64, size1, size2, want_ok } of worked.consistency) {
      const proof = {
        fromSize: size1,
        toSize: size2,
        fromRoot: fromBase64(root1_b64),
        toRoot: fromBase64(root2_b64),
        path: proof_b64.map(fromBase64)
      }
      expect(MerkleProof.isConsistent(portable, proof)).toBe(want_ok)
      if (want_ok) expect(Result.getOrThrow(MerkleProof.consistency(portable, tree, size1, size2))).toEqual(proof.path)
    }
  })

  for (const { desc, entry, proof, want } of worked.cases.filter(({ want }) => want !== "commitment_mismatch")) {
    it(`the worked result: ${desc} gives ${want}`, () => {
      const { checkpoint, index, path } = Result.getOrThrow(ProofFile.parse(proof))
      const signed = SignedCheckpoint.verify(portable, policy, checkpoint)
      if (want === "signature_failed") return expect(tagOf(signed)).toBe("SignatureInvalid")
      if (want === "policy_failed") return expect(tagOf(signed)).toBe("QuorumNotMet")
      const { root, size } = Result.getOrThrow(signed).checkpoint
      const leafHash = MerkleTree.leafHash(portable, new TextEncoder().encode(entry))
      expect(MerkleProof.isIncluded(portable, { index, size, leafHash, path }, root)).toBe(want === "ok")
    })
  }

  interface FileCase {
    readonly desc: string
    readonly vkey: string
    readonly leaf_hex: string
    readonly proof: string
    readonly want_ok: boolean
  }
  for (
    const { desc, leaf_hex, proof, vkey, want_ok } of vectors<{ cases: ReadonlyArray<FileCase> }>("tlog-proof-file")
      .cases
  ) {
    it(`C2SP tlog-proof: ${desc}`, () => {
      const file = Result.getOrThrow(ProofFile.parse(proof))
      expect(ProofFile.write(file)).toBe(proof)
      const trusted = WitnessPolicy.ofKey(Result.getOrThrow(VerifierKey.parse(portable, vkey)))
      const { root, size } = Result.getOrThrow(SignedCheckpoint.verify(portable, trusted, file.checkpoint)).checkpoint
      const leafHash = MerkleTree.leafHash(portable, fromHex(leaf_hex))
      expect(MerkleProof.isIncluded(portable, { ...file, size, leafHash }, root)).toBe(want_ok)
    })
  }

  it("refuses a checkpoint that a trusted log signed under the name of another", () => {
    const text = "elsewhere.example\n1\nuTaKFxOGcmSrexoWG2Np9zzcOpyQCDOyLqpd/5xKXTk=\n"
    const key = secret("kota.example/cpns", "ed25519", 1)
    expect(tagOf(SignedCheckpoint.verify(portable, WitnessPolicy.ofKey(key.verifier), SecretKey.note(text, [key]))))
      .toBe("LogDidNotSign")
  })

  it("does not count a witness's signature for the log, nor one without a time", () => {
    const log = secret("kota.example/cpns", "ed25519", 1)
    const witness = secret("kota.example/cpns", "cosignature", 1)
    const text = "kota.example/cpns\n1\nuTaKFxOGcmSrexoWG2Np9zzcOpyQCDOyLqpd/5xKXTk=\n"
    const both = { ...WitnessPolicy.ofKey(log.verifier), witnesses: new Map([["w", witness.verifier]]), quorum: "w" }
    expect(tagOf(SignedCheckpoint.verify(portable, both, SecretKey.note(text, [witness], 1)))).toBe("LogDidNotSign")
    expect(tagOf(SignedCheckpoint.verify(portable, both, SecretKey.note(text, [log])))).toBe("QuorumNotMet")
    expect(tagOf(SignedCheckpoint.verify(portable, both, SecretKey.note(text, [log, witness], 0)))).toBe(
      "SignatureInvalid"
    )
    expect(tagOf(SignedCheckpoint.verify(portable, both, SecretKey.note(text, [log, witness], 1)))).toBe("Success")
  })
})

describe("Checkpoint", () => {
  it("refuses sizes and roots that are written otherwise than they are read", () => {
    const text = "kota.example\n7\nuTaKFxOGcmSrexoWG2Np9zzcOpyQCDOyLqpd/5xKXTk=\n"
    expect(tagOf(Checkpoint.parse(text))).toBe("Success")
    for (const size of ["07", "+7", "-1", "7.0", "1e3", "", " 7", "9007199254740992"]) {
      expect(tagOf(Checkpoint.parse(text.replace("\n7\n", `\n${size}\n`))), size).toBe("NotACheckpoint")
    }
    for (
      const bad of [
        text.slice(0, -1),
        text.replace("kota.example", ""),
        text.replace("k=", "l="),
        `${text}\n`,
        "x\n7\n",
        "x\n"
      ]
    ) {
      expect(tagOf(Checkpoint.parse(bad)), bad).toBe("NotACheckpoint")
    }
  })
})

describe("WitnessPolicy", () => {
  const witness = (name: string, first: number) =>
    `witness ${name} ${VerifierKey.write(secret(`${name}.example`, "cosignature", first).verifier)}`
  const log = `log ${worked.log_vkey}`
  const four = [log, witness("a", 1), witness("b", 2), witness("c", 3), witness("d", 4)]
  const parse = (...lines: ReadonlyArray<string>) => WitnessPolicy.parse(portable, lines.join("\n"))

  it("counts groups inside groups", () => {
    const policy = Result.getOrThrow(
      parse(
        ...four,
        "# two of three, and the inspectorate",
        "group press 2 a b c",
        "group quorate all press d",
        "quorum quorate",
        ""
      )
    )
    const isMet = (...names: ReadonlyArray<string>) => WitnessPolicy.isMet(policy, new Set(names))
    expect([isMet("a", "b", "d"), isMet("a", "d"), isMet("a", "b", "c"), isMet()]).toEqual([true, false, false, false])
  })

  it("refuses what cannot be counted honestly", () => {
    const refused = [
      [...four],
      ["quorum none"],
      [...four, "quorum e"],
      [...four, "quorum a", "quorum b"],
      [...four, "group g 3 a b", "quorum g"],
      [...four, "group g 0 a b", "quorum g"],
      [...four, "group g any", "quorum g"],
      [...four, "group g any a a", "quorum g"],
      [...four, "group g any a e", "quorum g"],
      [...four, "group a any b", "quorum a"],
      [...four, "group g any a b", "group h any a c", "quorum g"],
      [log, witness("a", 1), witness("b", 1), "quorum a"],
      [log, witness("none", 1), "quorum none"],
      [log, `witness a ${worked.log_vkey}`, "quorum a"],
      [`log ${worked.witness_vkey}`, "quorum none"],
      [log, "quorum none", "trust everybody"]
    ]
    for (const lines of refused) expect(tagOf(parse(...lines)), lines.at(-1)).toBe("NotAPolicy")
  })
})

describe("ProofFile", () => {
  it("refuses a broken form", () => {
    const good = vectors<{ cases: ReadonlyArray<{ proof: string }> }>("tlog-proof-file").cases[0]!.proof
    const broken = [
      good.replace("@v1", "@v2"),
      good.replace("index 1", "index 01"),
      good.replace("index 1", "index -1"),
      good.replace("index 1", "index 9007199254740993"),
      good.replace("index 1\n", ""),
      good.replace("oB0=", "oB1="),
      good.replace("extra Z2FyYW0=", "extra !"),
      good.replaceAll("\n\n", "\n"),
      good.replace("oB0=\n", `oB0=\n${"bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n".repeat(63)}`)
    ]
    for (const text of broken) expect(tagOf(ProofFile.parse(text)), text).toBe("NotAProofFile")
  })
})
