/**
 * The last part of the demo: what citizens say, whether the people recruited met the need, and how that changes the next posts.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Apportionment } from "@timbang/core/formation"
import { type Claim, NeedAdjustment } from "@timbang/core/needs"
import { Fraction } from "@timbang/core/number"
import { Findings } from "@timbang/language"
import { AdjustmentsFile } from "@timbang/source-files"
import { Effect, Result } from "effect"
import * as Aftermath from "./aftermath.ts"
import * as Posts from "./posts.ts"
import { say } from "./page.ts"
import { show } from "./timbang.ts"

const seed = 2031
const agency = "Pemerintah Kab. Kerinci"
const nextPosts = 40

/** Runs the part on the participants that the selection part left in `demo`. */
export const run = async (demo: string): Promise<void> => {
  const folder = join(demo, "evaluation")
  mkdirSync(folder, { recursive: true })
  const { formations: all } = await Effect.runPromise(Posts.read())
  const formations = all.filter((formation) => formation.agency === agency)
  const places = new Map(formations.map(({ formation, location, position }) => [formation, { unit: officeOf(location), jobFamily: familyOf(position) }]))
  say("\nEVALUASI / EVALUATION")
  say(`${agency}: ${formations.length} formasi nyata, ${formations.reduce((sum, { seats }) => sum + seats, 0)} kebutuhan, ${new Set([...places.values()].map(({ unit }) => unit)).size} unit.`)
  say(`Pegawai, kebutuhan, layanan, survei, pengaduan, dan penilaian sesudahnya: KARANGAN, dibuat dengan benih ${seed}.`)

  // The regency's own part of the selection.
  const [F, P] = [join(folder, "F.csv"), join(folder, "P.csv")]
  writeFileSync(F, only(join(demo, "F.csv"), ([formation]) => places.has(formation!)))
  writeFileSync(P, only(join(demo, "P.csv"), ([, formation]) => places.has(formation!)))
  const selection = join(folder, "selection")
  show(["select", "--rules", "cpns-2024", "--formations", F, "--participants", P, "--scored-on", "2024-10-16", "--out", selection])

  const cells = cellsOf(join(selection, "result.csv"), formations, places)
  const units = [...new Set(cells.map(({ unit }) => unit))]
  Aftermath.staffing(folder, cells, [...places].map(([formation, { jobFamily, unit }]) => [formation, unit, jobFamily] as const), seed)
  const [responses, margins] = Aftermath.survey(folder, units, seed)
  const common = ["--agency", "Kabupaten Kerinci", "--on", "2026-06-30"]
  const performance = join(folder, "performance")
  show(["survey", "index", "--responses", responses, "--margins", margins, "--complaints", Aftermath.complaints(folder, units), ...common, "--period", "Semester I 2026", "--out", performance])
  const appraisal = join(folder, "appraisal")
  show(["appraise", "--ratings", Aftermath.ratings(folder, units), "--law", "permenpanrb-6-2022", "--from", "2026-01-01", "--to", "2026-06-30", "--survey", performance, ...common, "--out", appraisal])
  const evaluation = join(folder, "result")
  show(["evaluate", "--before", join(folder, "before"), "--after", join(folder, "after"), "--selection", selection, "--round", "CPNS 2024", ...common, "--out", evaluation])
  show(["report", "performance", appraisal, "--out", join(folder, "kinerja.html")])
  show(["report", "evaluation", evaluation, "--out", join(folder, "evaluasi.html"), "--xlsx", "--docx"])

  const adjustments = await Effect.runPromise(AdjustmentsFile.read(join(evaluation, "need-adjustments.csv")))
  closeTheCircle(cells, adjustments)
}

/** Need that arose since, then the same with what the evaluation found, each turned into posts. */
const closeTheCircle = (cells: ReadonlyArray<Aftermath.Cell>, adjustments: ReadonlyArray<NeedAdjustment.NeedAdjustment>): void => {
  const claims = cells.map(({ jobFamily, opened, unit }): Claim.Claim => ({ unit, jobFamily, people: Fraction.make(2 + opened, 4) }))
  const { claims: adjusted, taken } = Result.getOrThrow(NeedAdjustment.take(claims, adjustments))
  say(`\nLINGKARAN TERTUTUP / THE CIRCLE CLOSES\nPutaran berikutnya membagi ${nextPosts} kebutuhan menurut kebutuhan baru (KARANGAN), tanpa lalu dengan ${adjustments.length} penyesuaian:`)
  const [without, withThem] = [claims, adjusted].map(postsOf) as [ReadonlyMap<string, number>, ReadonlyMap<string, number>]
  for (const { adjustment: { change, jobFamily, unit }, after, before } of taken) {
    const key = nameOf({ unit, jobFamily })
    const [was, is] = [without.get(key)!, withThem.get(key)!]
    if (was !== is) say(`  ${key}: ${Findings.change(change, "id")}; kebutuhan ${Fraction.format(before)} menjadi ${Fraction.format(after)}, formasi ${was} menjadi ${is}`)
  }
  const moved = [...withThem].filter(([key, posts]) => posts > without.get(key)!).reduce((sum, [key, posts]) => sum + posts - without.get(key)!, 0)
  say(`${moved} dari ${nextPosts} formasi berpindah ke tempat yang, menurut evaluasi, masih kekurangan.`)
}

const postsOf = (claims: ReadonlyArray<Claim.Claim>): ReadonlyMap<string, number> => {
  const whole = Apportionment.wholeClaims(claims.map(({ people }) => people))!
  const named = claims.map((claim, at) => ({ unit: nameOf(claim), claim: whole[at]! }))
  const share = (drawn: ReadonlyArray<string>) => Result.getOrThrow(Apportionment.apportion(named, nextPosts, "largest-remainder", drawn))
  const { draws } = share([])
  for (const { among, seats } of draws) say(`  ${among.length} tempat berhak sama atas ${seats} formasi terakhir: diundi orang; demo ini mengambil yang pertama menurut nama.`)
  const { seats } = share(draws.flatMap(({ among, seats }) => among.slice(0, seats)))
  return new Map(seats.map(({ seats: posts, unit }) => [unit, posts]))
}

const cellsOf = (
  result: string,
  formations: ReadonlyArray<{ readonly formation: string; readonly seats: number }>,
  places: ReadonlyMap<string, { readonly unit: string; readonly jobFamily: string }>
): ReadonlyArray<Aftermath.Cell> => {
  const filled = new Map<string, number>()
  for (const line of readFileSync(result, "utf8").trim().split("\n").slice(1)) {
    const [formation, , , , , , status] = line.split(",")
    if (status?.startsWith("P/L")) filled.set(formation!, (filled.get(formation!) ?? 0) + 1)
  }
  const cells = new Map<string, Aftermath.Cell>()
  for (const { formation, seats } of formations) {
    const place = places.get(formation)!
    const key = nameOf(place)
    const cell = cells.get(key) ?? { ...place, opened: 0, filled: 0 }
    cells.set(key, { ...cell, opened: cell.opened + seats, filled: cell.filled + (filled.get(formation) ?? 0) })
  }
  return [...cells.values()]
}

const nameOf = ({ jobFamily, unit }: { readonly unit: string; readonly jobFamily: string }): string => `${unit}, ${jobFamily}`

/** Header and the rows that are asked for; the files of the demo have no quoted cell before the second column. */
const only = (file: string, isAsked: (cells: ReadonlyArray<string>) => boolean): string => {
  const [header, ...rows] = readFileSync(file, "utf8").trim().split("\n")
  return `${[header, ...rows.filter((row) => isAsked(row.split(",")))].join("\n")}\n`
}

/** The office of a location such as `PEMERINTAH KABUPATEN KERINCI | SEKRETARIS DAERAH | DINAS PENDIDIKAN | SEKRETARIAT`. */
const officeOf = (location: string): string => {
  const name = location.split(" | ")[2] ?? location
  return name.toLowerCase().replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase()).replace(/\bDan\b/g, "dan")
}

/** Job family by the level that a position's name ends in. */
const familyOf = (position: string): string =>
  /AHLI PERTAMA/.test(position) ? "Keahlian" : /TERAMPIL|PEMULA/.test(position) ? "Keterampilan" : "Pelaksana"
