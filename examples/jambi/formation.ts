/**
 * The formation part of the demo: one made-up regency from the work of its puskesmas, schools and kecamatan to the posts it
 * opens. Need by three norms, what citizens ask for, the ceiling of the budget, the usulan with a reason for every row, how
 * sure it is, the decree with its draws, and the F.csv that a selection begins from.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { Allocation, Apportionment, Budget, PostInterval, SeatChange } from "@timbang/core/formation"
import { LegalSource, Parameter } from "@timbang/core/law"
import { Fraction, Seeded } from "@timbang/core/number"
import { BudgetLaw } from "@timbang/regulations"
import { Result } from "effect"
import { say } from "./page.ts"
import { timbang } from "./timbang.ts"

const day = "2026-03-02"
const data = join(import.meta.dirname, "formation")

/** Runs the part and leaves its files in `folder`. */
export const run = (folder: string): void => {
  const at = (name: string) => join(folder, name)
  mkdirSync(folder, { recursive: true })
  say("FORMASI / FORMATION")
  say("Kabupaten Contoh: unit, jabatan, usulan warga, dan semua angkanya KARANGAN; angka hukumnya bertanggal dan bersumber.")

  const norms = [["abk-kes", "puskesmas"], ["teachers", "sekolah"], ["abk", "kecamatan"]] as const
  const needs = norms.flatMap(([norm, name]) => {
    const said = timbang(["needs", "workload", "--norms", norm, "--input", join(data, `${name}.csv`), "--on", day, "--out", at(name)])
    say(shown(said, ["unit", "position", "exact", "need", "onHand", "gap", "class"]))
    return rowsOf(at(`${name}/workload.csv`))
  })

  const villages = ["--villages", join(data, "desa.csv"), "--weights", "villages-by-population", "--cap", "1/2"]
  const dictionary = ["--dictionary", join(data, "kamus-usulan.csv"), "--dictionary-source", "Kamus usulan Kabupaten Contoh 2026 (karangan)", "--on", day]
  const voices = timbang(["voice", "choose", "--proposals", join(data, "usulan-warga.csv"), ...villages, ...dictionary, "--budget", "1000000000", "--out", at("suara")])
  const shares = voices.indexOf("\nunit\tsector\t")
  say(shown(voices.slice(0, shares), ["proposal", "title", "answer", "reason"]))
  say("\nBagian suara setiap urusan; baris tanpa urusan: usulan yang tidak ada dalam kamus.")
  say(shown(voices.slice(shares + 1), ["sector", "proposals", "of", "share"]))
  say("Suara warga berdiri di samping kebutuhan; tidak dicampur ke dalam klaim.")

  const posts = ceiling()
  const cells = join(folder, "cells.csv")
  writeFileSync(cells, cellsText(needs))
  const policy = ["--policy", join(data, "kebijakan.csv"), "--policy-source", "RKPD Kabupaten Contoh 2026 (karangan)", "--years", "2026,2027"]
  const usulan = ["allocate", "--cells", cells, ...policy, "--seats", String(posts), "--method", "sainte-lague", "--out", at("usulan")]
  say(shown(timbang(usulan), ["unit", "position", "need", "onHand", "gap", "asked", "reason"]))
  const draws = drawsOf(at("usulan/allocation.csv"))
  const winners = [...draws].flatMap(([group, names]) => names.slice(0, Number(/:(\d+)/.exec(group)![1])))
  for (const [group, names] of draws) say(`Undian ${group.replace(":", ": ").replace("/", " formasi di antara ")} (${names.join("; ")})`)
  if (draws.size > 0) {
    say("Hasil undian (karangan) dikembalikan:")
    timbang([...usulan, ...winners.flatMap((name) => ["--drawn", name])])
  }
  howSure(at("usulan/allocation.csv"), posts, winners)
  twoWays(at, rowsOf(cells), rowsOf(at("usulan/allocation.csv")))

  const opening = [
    "formations", "--allocation", at("usulan/allocation.csv"), "--positions", join(data, "jabatan.csv"),
    "--decree", join(data, "penetapan.csv"), "--agency", "Pemerintah Kabupaten Contoh"
  ]
  const said = timbang([...opening, "--asn", "pns", "--out", at("F-pns.csv")])
  say(shown(said, ["unit", "position", "asked", "granted", "opened"]))
  timbang([...opening, "--asn", "pppk", "--out", at("F-pppk.csv")])
  const opened = ["formation", "position", "education", "location", "category", "seats"]
  say(`\n${relative(process.cwd(), at("F-pns.csv"))}`, [opened, ...rowsOf(at("F-pns.csv")).map((row) => opened.map((name) => row[name]!))].map((row) => row.join("\t")).join("\n"))
}

/** The posts of the usulan once more, unit by job family, so that the sum of every unit and of every job family stands. */
const twoWays = (at: (name: string) => string, cells: ReadonlyArray<Row>, asked: ReadonlyArray<Row>): void => {
  const familyOf = new Map(cells.map((row) => [Allocation.nameOf(placeOf(row)), row.jobFamily!]))
  const sum = (rows: ReadonlyArray<readonly [string, number]>) => {
    const sums = new Map<string, number>()
    for (const [name, amount] of rows) sums.set(name, (sums.get(name) ?? 0) + amount)
    return sums
  }
  const family = (row: Row) => familyOf.get(Allocation.nameOf(placeOf(row)))!
  const claims = sum(asked.map((row) => [`${row.unit},${family(row)}`, Number(row.claim)]))
  const units = sum(asked.map((row) => [row.unit!, Number(row.seats)]))
  const families = sum(asked.map((row) => [family(row), Number(row.seats)]))
  writeFileSync(at("klaim-dua-arah.csv"), `unit,jobFamily,claim\n${[...claims].map(([cell, claim]) => `${cell},${claim}`).join("\n")}\n`)
  const margins = [...[...units].map(([unit, seats]) => `${unit},,${seats}`), ...[...families].map(([name, seats]) => `,${name},${seats}`)]
  writeFileSync(at("margin.csv"), `unit,jobFamily,seats\n${margins.join("\n")}\n`)
  timbang(["allocate", "--claims", at("klaim-dua-arah.csv"), "--margins", at("margin.csv"), "--out", at("dua-arah")])
  const shared = new Map(rowsOf(at("dua-arah/allocation.csv")).map((row) => [`${row.unit},${row.position}`, row.seats!]))
  const names = [...families.keys()]
  const rows = [
    ["unit", ...names, "jumlah"],
    ...[...units].map(([unit, seats]) => [unit, ...names.map((name) => shared.get(`${unit},${name}`) ?? "."), String(seats)]),
    ["jumlah", ...families.values(), [...units.values()].reduce((all, seats) => all + seats, 0)].map(String)
  ]
  say("Dua arah, unit x rumpun jabatan, dengan jumlah keduanya:", rows.map((row) => row.join("\t")).join("\n"))
}

/** The posts that the budget bears. */
const ceiling = (): number => {
  const cap = Result.getOrThrow(Parameter.at(BudgetLaw.personnelCap, day))
  const figures = {
    spending: 1_200_000_000_000,
    personnel: 412_900_000_000,
    excluded: { "tunjangan profesi guru": 52_000_000_000 },
    freed: 3_540_000_000,
    costPerPost: 80_000_000
  }
  const { posts, ratio } = Result.getOrThrow(Budget.ceiling(figures, cap.value, "zero-growth"))
  const share = (100 * Fraction.toNumber(ratio)).toFixed(2).replace(".", ",")
  say(`\nBelanja pegawai ${share} % dari belanja; dengan yang pensiun ada ruang untuk ${posts} formasi (${LegalSource.cite(cap.source)}).`)
  return posts
}

/** Need and people on hand of every position, with the retirements that the personnel office knows. */
const cellsText = (needs: ReadonlyArray<Row>): string => {
  const retiring = new Map(rowsOf(join(data, "pensiun.csv")).map((row) => [Allocation.nameOf(placeOf(row)), row]))
  const lines = needs.map((row) => {
    const known = retiring.get(Allocation.nameOf(placeOf(row)))
    const own = [row.unit, row.position, row.grade, row.jobFamily, row.need, row.onHand]
    return [...own, known?.retiring2026 ?? "", known?.retiring2027 ?? "", known?.min ?? ""].join(",")
  })
  return `unit,position,grade,jobFamily,need,onHand,retiring2026,retiring2027,min\n${lines.join("\n")}\n`
}

/** How far the posts of a cell depend on the weights of the policy, and what would have moved one. */
const howSure = (allocation: string, total: number, winners: ReadonlyArray<string>): void => {
  const rows = rowsOf(allocation)
  const claims: ReadonlyArray<Apportionment.Claim> = rows.map((row) => ({
    unit: Allocation.nameOf(placeOf(row)),
    claim: Number(row.claim),
    min: Number(row.min || 0),
    max: Number(row.max)
  }))
  const generator = Seeded.make(2026)
  const weightings = Array.from({ length: 1000 }, () => claims.map(({ claim }) => Math.round(claim * (750 + 500 * Seeded.unit(generator)))))
  const options = { total, method: "sainte-lague", coverage: 0.95 } as const
  // A draw that was held stands as a thousandth of a claim more.
  const thousandths = claims.map((each) => ({ ...each, claim: each.claim * 1000 + (winners.includes(each.unit) ? 1 : 0) }))
  const intervals = Result.getOrThrow(PostInterval.across(thousandths, weightings, options))
  say("\nSeberapa pasti, bila bobot setiap klaim digeser sampai 25 % (1.000 kali, benih 2026):")
  for (const { high, inside, low, runs, unit } of [...intervals].sort((a, b) => b.high - a.high).slice(0, 4)) {
    say(`  ${unit}: ${low === high ? low : `${low} sampai ${high}`} dalam ${inside} dari ${runs}`)
  }
  const cell = claims[0]!.unit
  const change = SeatChange.find(thousandths, total, "sainte-lague", cell)
  if (Result.isFailure(change)) return say(`  ${cell}: ${change.failure.message}`)
  const { gain, loss } = change.success
  const moved = (word: string, found: typeof gain) =>
    found === undefined ? "" : `  ${cell}: klaim yang ${word} ${String(found.change / 1000).replace(".", ",")} memindahkan satu formasi (${found.others.join("; ")})`
  for (const line of [moved("bertambah", gain), moved("berkurang", loss)]) if (line !== "") say(line)
}

type Row = Readonly<Record<string, string>>

const placeOf = (row: Row): { readonly unit: string; readonly position: string } => ({ unit: row.unit!, position: row.position! })

/** Rows of a file of this part; none of its cells holds a comma but those of a reason, which come last. */
const rowsOf = (file: string): ReadonlyArray<Row> => {
  const [header, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n")
  const headers = header!.split(",")
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, c) => [headers[c] ?? "", cell])))
}

/** Cells that wait for a draw, by group. */
const drawsOf = (allocation: string): ReadonlyMap<string, ReadonlyArray<string>> => {
  const groups = new Map<string, ReadonlyArray<string>>()
  for (const row of rowsOf(allocation)) {
    if (row.draw !== "" && row.draw !== undefined) groups.set(row.draw, [...(groups.get(row.draw) ?? []), Allocation.nameOf(placeOf(row))])
  }
  return groups
}

/** Some columns of a table that a command printed, and the lines below it. */
const shown = (printed: string, columns: ReadonlyArray<string>): string => {
  const lines = printed.trimEnd().split("\n")
  const table = lines.filter((line) => line.includes("\t")).map((line) => line.split("\t"))
  const kept = columns.map((name) => table[0]!.indexOf(name))
  return [...table.map((row) => kept.map((c) => row[c]!).join("\t")), ...lines.filter((line) => !line.includes("\t"))].join("\n")
}
