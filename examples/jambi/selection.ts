/**
 * The selection part of the demo: real posts of Jambi, a made-up field, thresholds, shortlist, final result, explanations,
 * and an official list with one altered row.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { CsvWriter, Sheet } from "@timbang/source-files"
import { Effect } from "effect"
import * as Field from "./field.ts"
import * as Posts from "./posts.ts"
import { say } from "./page.ts"
import { show } from "./timbang.ts"

const seed = 2028

interface Line {
  readonly formation: string
  readonly rank: string
  readonly participant: string
  readonly final: string
  readonly status: string
  readonly decidedBy: string
  readonly cells: ReadonlyArray<string>
}

const linesOf = (file: string): ReadonlyArray<Line> =>
  readFileSync(file, "utf8").trim().split("\n").slice(1).map((line) => {
    const cells = line.split(",")
    return { formation: cells[0]!, rank: cells[1]!, participant: cells[2]!, final: cells[5]!, status: cells[6]!, decidedBy: cells[7] ?? "", cells }
  })

/** Runs the part and leaves its files in `folder`. */
export const run = async (folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  const posts = await Effect.runPromise(Posts.read())
  say("SELEKSI / SELECTION")
  say(`Formasi nyata Jambi 2024 (pemerintah kabupaten dan kota): ${posts.formations.length} formasi, ${posts.seats} kebutuhan.`)
  say(`  Sumbernya memuat satu baris untuk setiap program studi: ${posts.rows} baris.`)
  say(`  Menjumlahkan semua baris memberi ${posts.naiveSeats}, dan itu keliru.`)
  say(`Peserta: KARANGAN, dibuat dengan benih ${seed}. Tidak ada orang nyata di dalamnya.`)
  const formations = join(folder, "F.csv")
  const participants = join(folder, "P.csv")
  writeFileSync(formations, formationsText(posts))
  writeFileSync(participants, Field.participants(posts.formations, seed))
  const common = ["--rules", "cpns-2024", "--formations", formations, "--participants", participants, "--scored-on", "2024-10-16"]
  const skd = join(folder, "skd")
  const final = join(folder, "final")
  show(["select", ...common, "--stage", "skd", "--out", skd])
  const sitting = linesOf(join(skd, "result.csv")).filter(({ status }) => status === "P/L").map(({ participant }) => participant)
  writeFileSync(participants, Field.participants(posts.formations, seed, new Set(sitting)))
  say(`\nSKB diikuti ${sitting.length} peserta; nilainya (karangan) ditambahkan ke P.csv.`)
  show(["select", ...common, "--out", final])

  const lines = linesOf(join(final, "result.csv"))
  const selected = lines.find(({ rank, status }) => status === "P/L" && rank === "1")!
  const lostByTie = lines.find(({ decidedBy, formation, status }, at) =>
    status === "TL" && decidedBy !== "" && decidedBy !== "final" && lines[at - 1]!.formation === formation && lines[at - 1]!.status === "P/L")!
  const below = lines.find(({ final: score, rank, status }) => status === "TL" && rank === "" && score === "")!
  const three = [["lulus", selected], ["kalah karena seri", lostByTie], ["di bawah nilai ambang batas", below]] as const
  for (const [why, line] of three) {
    say(`\n--- ${why}: ${line.participant} ---`)
    show(["explain", final, line.participant])
  }

  const official = join(folder, "official.csv")
  const altered = lines.find(({ rank, status }) => status === "TL" && rank !== "")!
  writeFileSync(official, officialText(lines, altered))
  say(`\n--- satu baris daftar resmi diubah: nilai akhir ${altered.participant} ---`)
  const own = ["--formations", formations, "--participants", participants]
  show(["check", "--official", official, "--rules", "cpns-2024", ...own, "--scored-on", "2024-10-16", "--out", join(folder, "check")], [1])
  say(`\nBerkas / files: ${relative(process.cwd(), folder)}`)
}

const formationsText = ({ formations }: Posts.Posts): string => {
  const column = (header: "formation" | "position" | "education" | "location" | "category" | "seats" | "agency") =>
    Sheet.text(header, formations.map((each) => String(each[header] ?? "")))
  return CsvWriter.text({
    name: "formations",
    size: formations.length,
    columns: [column("formation"), column("position"), column("education"), column("location"), column("category"), column("seats"), column("agency")]
  })
}

/** A list as an agency would publish it, with one final score raised by a point and nothing else touched. */
const officialText = (lines: ReadonlyArray<Line>, altered: Line): string => {
  const raised = (line: Line) => line === altered ? (Number(line.final) + 1).toFixed(3) : line.final
  const rows = lines.map((line) => [line.participant, line.formation, line.cells[3], line.cells[4], raised(line), line.status].join(","))
  return ["No Peserta,Kode Formasi,Total SKD,SKB,Nilai Akhir,Keterangan", ...rows].join("\n") + "\n"
}
