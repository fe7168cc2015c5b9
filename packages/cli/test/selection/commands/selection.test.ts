import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { file, folder, timbang } from "../../timbang.ts"

const here = folder()

const formations = file(
  here,
  "F.csv",
  "formation,position,education,location,category,seats",
  "F1,Penyuluh Hukum,S-1 Hukum,Setda,umum,2",
  "F2,Penyuluh Hukum,S-1 Hukum,Dinas Kesehatan,UMUM,1"
)

const people = [
  "2401,F1,110,150,191,68,3.40,1995-01-01",
  "2402,F1,100,100,177,64,3.40,1995-01-01",
  "2403,F1,100,110,179,61,3.40,1995-01-01",
  "2405,F1,100,110,179,61,3.40,1993-01-01",
  "2404,F1,60,110,179,,,",
  "2406,F2,90,120,180,70,3.10,1994-05-05",
  "2407,F2,90,120,180,70,3.10,"
]
const header = "participant,formation,twk,tiu,tkp,skb,gpa,birthDate"
const participants = file(here, "P.csv", header, ...people)

const select = (out: string, ...more: ReadonlyArray<string>) =>
  timbang("select", "--rules", "cpns-2024", "--formations", formations, "--participants", participants, "--out", out, ...more)

const resultOf = (out: string): string => readFileSync(join(out, "result.csv"), "utf8")

describe("timbang select", () => {
  const out = join(here, "final")
  const done = select(out, "--filling", "off", "--scored-on", "2024-10-16")

  it("writes one row for each participant, in formation order, then rank, with what parted each from the one above", () => {
    expect(done.code).toBe(0)
    expect(resultOf(out)).toBe([
      "formation,rank,participant,skd,skb,final,status,decidedBy",
      "F1,1,2401,451,68.000,73.600,P/L,",
      "F1,2,2402,377,64.000,65.818,P/L,final",
      "F1,3,2405,389,61.000,64.891,TL,final",
      "F1,4,2403,389,61.000,64.891,TL,birthDate",
      "F1,,2404,349,,,TL,",
      "F2,1,2406,390,70.000,70.364,BELUM DITETAPKAN,",
      "F2,1,2407,390,70.000,70.364,BELUM DITETAPKAN,unresolved:birthDate",
      ""
    ].join("\n"))
  })

  it("leaves the rules, a manifest with hashes and standing, and private input with closed rights", () => {
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"))
    expect(manifest).toMatchObject({ standing: { _tag: "simulasi" }, stage: "final", participants: 7, seats: 3, rules: { id: "cpns-2024" } })
    expect(manifest.inputs.map(({ role }: { readonly role: string }) => role)).toEqual(["formations", "participants"])
    expect(readdirSync(out).sort()).toEqual(["manifest.json", "private", "result.csv", "result.xlsx", "rules.json"])
    expect(statSync(join(out, "private")).mode & 0o077).toBe(0)
    expect(statSync(join(out, "private/participants.csv")).mode & 0o077).toBe(0)
  })

  it("keeps the participants file byte by byte where all of it was decoded, and the decoded columns where some was dropped", () => {
    const kept = (of: string) => readFileSync(join(of, "private/participants.csv"), "utf8")
    expect(kept(out)).toBe(readFileSync(participants, "utf8"))
    const named = file(here, "named.csv", `Nama,${header}`, ...people.map((line) => `Seseorang,${line}`))
    const dropped = join(here, "dropped")
    timbang("select", "--rules", "cpns-2024", "--formations", formations, "--participants", named, "--out", dropped, "--filling", "off")
    expect(kept(dropped)).not.toContain("Seseorang")
    expect(kept(dropped)).toContain("2401,F1,110,150,191,68.000,3.400,1995-01-01")
    expect(resultOf(dropped)).toBe(resultOf(out))
  })

  it("gives the same bytes for the same people in another order", () => {
    const other = join(here, "other")
    const reversed = file(here, "R.csv", header, ...people.toReversed())
    timbang("select", "--rules", "cpns-2024", "--formations", formations, "--participants", reversed, "--out", other, "--filling", "off", "--scored-on", "2024-10-16")
    expect(resultOf(other)).toBe(resultOf(out))
  })

  it("says the standing and what it did not check on the error stream, and keeps the output clean for a pipe", () => {
    expect(done.err).toContain("SIMULASI")
    expect(done.out.split("\n")[0]).toBe("kode\tarti\tpeserta")
    expect(select(join(here, "unchecked")).err).toContain("Belum diperiksa apakah aturan berlaku")
  })

  it("makes the shortlist alone with --stage skd, from a file without second scores", () => {
    const first = file(here, "S.csv", "No Peserta;Kode Formasi;TWK;TIU;TKP", "2401;F1;110;150;191", "2404;F1;60;110;179")
    const shortlist = join(here, "skd")
    const made = timbang("select", "--rules", "cpns-2024", "--formations", formations, "--participants", first, "--stage", "skd", "--out", shortlist)
    expect(made.code).toBe(0)
    expect(resultOf(shortlist)).toContain("F1,1,2401,451,,,P/L,\nF1,,2404,349,,,TL,\n")
    expect(made.err).toContain("S.csv")
  })

  it("refuses rules made after the scores with exit code 4 and writes nothing", () => {
    const late = join(here, "late")
    const refused = select(late, "--scored-on", "2024-01-10")
    expect(refused.code).toBe(4)
    expect(refused.err).toContain("baru berlaku 2024-07-29")
    expect(existsSync(late)).toBe(false)
  })

  it("refuses to decide what Panselnas decides without its letter", () => {
    const own = join(here, "own")
    const refused = select(own, "--standing", "penetapan")
    expect([refused.code, existsSync(own)]).toEqual([4, false])
    expect(refused.err).toContain("Panselnas")
    const letter = ["--letter-number", "B/1/2024", "--letter-day", "2025-01-05", "--letter-digest", "a".repeat(64)]
    expect(select(own, "--standing", "penetapan", "--filling", "off", ...letter).code).toBe(0)
    expect(JSON.parse(readFileSync(join(own, "manifest.json"), "utf8")).standing.letter.number).toBe("B/1/2024")
  })

  it("lists every fault of a file with row and column, shows only the shape of a birth date, and writes nothing", () => {
    const broken = file(here, "broken.csv", header, "2401,F1,66,150,191,68,3.4,1995-01-01", "2402,F9,100,100,400,64,3.4,31/31/1995", "2402,F1,100,100,177,355,3.4,1995-01-01")
    const out = join(here, "broken")
    const refused = timbang("select", "--rules", "cpns-2024", "--formations", formations, "--participants", broken, "--out", out)
    expect([refused.code, existsSync(out)]).toEqual([2, false])
    for (const part of ["baris 2, kolom twk", "baris 3, kolom tkp", "baris 3, kolom birthDate", "baris 4, kolom participant", "skbRaw"]) {
      expect(refused.err).toContain(part)
    }
    expect(refused.err).not.toContain("31/31/1995")
  })

  it("refuses a selection that needs a number nobody knows, and takes it from the host with its source", () => {
    const people = file(here, "pppk.csv", "participant,formation,teknis,manajerialSosiokultural,wawancara,birthDate", "1,F1,300,130,30,1990-01-01")
    const run = (out: string, ...more: ReadonlyArray<string>) =>
      timbang("select", "--rules", "pppk-2023", "--formations", formations, "--participants", people, "--out", join(here, out), ...more)
    const refused = run("pppk-a")
    expect(refused.code).toBe(2)
    expect(refused.err).toContain("thresholds.groups.umum.minimums.teknis")
    const supplied = run("pppk-b", "--supply", "thresholds.groups.umum.minimums.teknis=235", "--supply-source", "KepmenPANRB 652/2023, Lampiran")
    expect([supplied.code, supplied.err]).toEqual([0, expect.any(String)])
    expect(resultOf(join(here, "pppk-b"))).toContain("F1,1,1,460,460,")
  })
})

describe("timbang explain", () => {
  const out = join(here, "explained")
  select(out, "--filling", "off")

  it("says every step and what parted two people, in Indonesian and in English, and never a birth date", () => {
    const indonesian = timbang("explain", out, "2403")
    expect(indonesian.code).toBe(0)
    expect(indonesian.out).toContain("Nilai akhir = 28,291 + 36,600 = 64,891")
    expect(indonesian.out).toContain("urutan ditentukan oleh usia")
    expect(indonesian.out).not.toContain("1995")
    const english = timbang("explain", out, "2404", "--lang", "en")
    expect(english.out).toContain("60, MISSES the minimum of 65")
  })

  it("gives the same as data, and refuses a number it does not have", () => {
    expect(JSON.parse(timbang("explain", out, "2402", "--format", "json").out)).toMatchObject({ participant: "2402", code: "P/L", outcome: "selected" })
    expect(timbang("explain", out, "9999").code).toBe(2)
  })

  it("refuses a folder whose rules were changed after the run", () => {
    const changed = join(here, "changed")
    select(changed, "--filling", "off")
    writeFileSync(join(changed, "rules.json"), readFileSync(join(changed, "rules.json"), "utf8").replace('"value":550', '"value":500'))
    const refused = timbang("explain", changed, "2402")
    expect([refused.code, refused.err.includes("SHA-256")]).toEqual([2, true])
  })

  it("refuses a folder whose private input or manifest was changed after the run, and names the file", () => {
    const changed = join(here, "tampered")
    select(changed, "--filling", "off")
    const scores = readFileSync(join(changed, "private/participants.csv"), "utf8")
    writeFileSync(join(changed, "private/participants.csv"), scores.replace("2402,F1,100,100,177", "2402,F1,100,100,225"))
    const refused = timbang("explain", changed, "2402")
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("tampered/private/participants.csv: SHA-256-nya bukan yang tercatat")])
    writeFileSync(join(changed, "manifest.json"), "{")
    expect(timbang("explain", changed, "2402")).toMatchObject({ code: 2, err: expect.stringContaining("manifest.json: bukan JSON") })
    writeFileSync(join(changed, "manifest.json"), "{}")
    expect(timbang("explain", changed, "2402")).toMatchObject({ code: 2, err: expect.stringContaining("bukan manifes") })
  })
})

describe("timbang check", () => {
  const titles = "No Peserta,Kode Formasi,TWK,TIU,TKP,Total,Skor SKD,SKB,Skor SKB,Nilai Akhir,IPK,Keterangan"
  const rows = [
    "2401,F1,110,150,191,451,32.800,68.0,40.800,73.600,3.40,P/L",
    "2402,F1,100,100,177,377,27.418,64.0,38.400,65.818,3.40,P/L",
    "2403,F1,100,110,179,389,28.291,61.0,36.600,64.891,3.40,TL"
  ]

  it("finds an untouched list equal, exit code 0, and leaves a workbook and a summary", () => {
    const out = join(here, "check-good")
    const done = timbang("check", "--official", file(here, "good.csv", titles, ...rows), "--rules", "cpns-2024", "--formations", formations, "--out", out)
    expect([done.code, done.err.trim().split("\n")]).toEqual([0, [expect.stringContaining("tata letak official-list versi 1")]])
    expect(readdirSync(out).sort()).toEqual(["check.csv", "check.xlsx", "summary.txt"])
  })

  it("names the row and the step of one altered score, exit code 1", () => {
    const out = join(here, "check-bad")
    const altered = rows.map((row) => row.replace("64.891", "66.891"))
    const done = timbang("check", "--official", file(here, "bad.csv", titles, ...altered), "--rules", "cpns-2024", "--formations", formations, "--out", out)
    expect(done.code).toBe(1)
    expect(done.out).toContain("Baris 4, 2403: berbeda pada langkah final; resmi 66,891, dihitung ulang 64,891.")
    expect(readFileSync(join(out, "check.csv"), "utf8")).toContain("4,2403,F1,Differs,final,66.891,64.891,,\n")
  })

  it("finds a code that does not follow from the scores, and people missing on either side", () => {
    const swapped = rows.map((row) => row.replace("64.0,38.400,65.818,3.40,P/L", "64.0,38.400,65.818,3.40,TL"))
    const done = timbang("check", "--official", file(here, "swapped.csv", titles, ...swapped), "--rules", "cpns-2024", "--formations", formations, "--participants", participants, "--out", join(here, "check-code"))
    expect(done.out).toContain("2402: berbeda pada langkah code; resmi TL, dihitung ulang P/L.")
    expect(done.out).toContain("Tidak ada pada daftar resmi (4)")
  })
})

describe("timbang compare", () => {
  it("says who gains and who loses between two runs", () => {
    const before = join(here, "before")
    const after = join(here, "after")
    select(before, "--filling", "off")
    const events = file(here, "E.csv", "event,at,participant,component,from,to,basis", "koreksi,2025-01-20,2403,skb,61,71,Sanggah nomor 7")
    expect(select(after, "--filling", "off", "--events", events).code).toBe(0)
    const done = timbang("compare", before, after)
    expect(done.out).toContain("2402\tF1\tP/L #2 65.818\tTL #3 65.818\tturun tahap\tpeserta lain")
    expect(done.out).toContain("2403\tF1\tTL #4 64.891\tP/L #2 70.891\tnaik tahap\tskb")
    expect(done.out).toContain(`${before}: Kedudukan: SIMULASI.`)
    const moves = join(here, "moves")
    expect(timbang("compare", before, after, "--out", moves).code).toBe(0)
    expect(readdirSync(moves).sort()).toEqual(["moves.csv", "summary.txt"])
    expect(readFileSync(join(moves, "summary.txt"), "utf8")).toContain(`${after}: Kedudukan: SIMULASI.`)
    expect(JSON.parse(timbang("compare", before, after, "--format", "json").out).standing).toEqual({ before: { _tag: "simulasi" }, after: { _tag: "simulasi" } })
  })
})

describe("a folder of results that was changed", () => {
  it("is refused when its input was, and told when a table was, which nothing is read from", () => {
    const out = join(here, "changed")
    select(out)
    const table = join(out, "result.csv")
    writeFileSync(table, readFileSync(table, "utf8").replace("73.600", "73.700"))
    const told = timbang("explain", out, "2401", "--lang", "en")
    expect([told.code, told.out.includes("73.600"), told.err]).toEqual([0, true, expect.stringContaining(`${table}: its SHA-256 is not the one in manifest.json`)])
    const kept = join(out, "private/participants.csv")
    writeFileSync(kept, readFileSync(kept, "utf8").replace("2401", "2499"))
    expect(timbang("explain", out, "2401", "--lang", "en")).toMatchObject({ code: 2, out: "" })
  })
})

describe("timbang compare of a round in whole points", () => {
  it("prints scores with the decimals of the round", () => {
    const cells = file(here, "F-pppk.csv", "formation,position,education,location,category,seats", "F1,Pustakawan,S-1,Setda,umum,1")
    const people = file(here, "P-pppk.csv", "participant,formation,teknis,manajerialSosiokultural,wawancara,priorityClass", "2401,F1,300,150,30,R3", "2402,F1,320,150,30,R4")
    const absent = file(here, "E-pppk.csv", "event,at,participant,exam", "tidak-hadir,2024-12-18,2401,kompetensi")
    const run = (out: string, ...more: ReadonlyArray<string>) => timbang("select", "--rules", "pppk-2024", "--formations", cells, "--participants", people, "--out", join(here, out), ...more)
    expect([run("pppk").code, run("pppk-absent", "--events", absent).code]).toEqual([0, 0])
    expect(timbang("compare", join(here, "pppk"), join(here, "pppk-absent"), "--lang", "en").out).toContain("2402\tF1\tR4 #2 500\tR4/L #1 500\tgains a stage\tother people")
  })
})

describe("timbang rules", () => {
  it("lists the rule sets, shows one, and writes a template that is read back", () => {
    expect(timbang("rules", "list").out).toContain("cpns-2024\tSeleksi CPNS 2024")
    expect(timbang("rules", "show", "cpns-2024").out).toContain("shortlist.factor\t3")
    const template = join(here, "template.xlsx")
    expect(timbang("rules", "template", "cpns-2024", "--out", template).code).toBe(0)
    expect(statSync(template).size).toBeGreaterThan(2000)
  })

  it("writes a template of each kind of round that is taken as it is", () => {
    for (const rules of ["cpns-2024", "pppk-2024"]) {
      const template = join(here, `${rules}.xlsx`)
      timbang("rules", "template", rules, "--out", template)
      const done = timbang("select", "--rules", rules, "--formations", template, "--participants", template, "--events", template, "--out", join(here, `of-${rules}`))
      expect([rules, done.code]).toEqual([rules, 0])
    }
  })

  it("takes a host's own rule set from a file, and refuses a broken one with the path of the fault", () => {
    const own = JSON.parse(timbang("rules", "show", "cpns-2024", "--format", "json").out)
    own.steps.find(({ id }: { readonly id: string }) => id === "skd40").percent.value = 35
    const broken = file(here, "own.json", JSON.stringify(own))
    const refused = timbang("rules", "show", broken)
    expect([refused.code, refused.err.includes("steps.")]).toEqual([2, true])
  })

  it("answers --help, --version and completions, and refuses an unknown option", () => {
    expect([timbang("--version").code, timbang("select", "--help").code, timbang("--completions", "bash").code]).toEqual([0, 0, 0])
    expect(timbang("select", "--no-such-option").code).toBe(2)
  })
})
