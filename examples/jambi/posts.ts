/**
 * Reads the real posts of 2024 and makes formations of them: one for each `formasi_id`, whatever the number of its rows.
 */
import { join } from "node:path"
import type { Formation } from "@timbang/core/formation"
import type { Fault } from "@timbang/core/input"
import { RuleSet } from "@timbang/core/selection"
import { RuleSets } from "@timbang/regulations"
import { Column, Table } from "@timbang/source-files"
import { Effect } from "effect"

const columns = {
  id: Column.identifier({ aliases: ["formasi_id"], need: "cell" }),
  agency: Column.text({ aliases: ["ins_nm"], need: "cell" }),
  category: Column.text({ aliases: ["formasi_nm"], need: "cell" }),
  position: Column.text({ aliases: ["jabatan_nm"], need: "cell" }),
  location: Column.text({ aliases: ["lokasi_nm"], need: "cell" }),
  seats: Column.integer({ aliases: ["jumlah_formasi"], need: "cell", minimum: 1 }),
  level: Column.text({ aliases: ["jenjang_studi"], need: "cell" }),
  programme: Column.text({ aliases: ["program_studi"], need: "cell" })
}

export interface Posts {
  readonly formations: ReadonlyArray<Formation.Formation>
  readonly rows: number
  /** What comes out when the seats of every row are added up: wrong. */
  readonly naiveSeats: number
  readonly seats: number
}

/** The posts of the governments of regencies and cities. */
export const read: () => Effect.Effect<Posts, Fault.InputRefused> = Effect.fn("posts.read")(function*() {
  const table = yield* Table.read(join(import.meta.dirname, "data/posts-2024.csv"), columns)
  const { agency, category, id, level, location, position, programme, seats } = table.columns
  const byId = new Map<string, Formation.Formation>()
  let naiveSeats = 0
  let rows = 0
  for (let i = 0; i < table.size; i++) {
    if (!agency[i]!.startsWith("Pemerintah")) continue
    rows++
    naiveSeats += seats[i]!
    const known = byId.get(id[i]!)
    byId.set(id[i]!, {
      formation: `J${String(known === undefined ? byId.size + 1 : [...byId.keys()].indexOf(id[i]!) + 1).padStart(3, "0")}`,
      position: position[i]!,
      education: known === undefined ? `${level[i]!}: ${programme[i]!}` : `${known.education}, ${programme[i]!}`,
      location: location[i]!.replace(/\s+/g, " "),
      category: RuleSet.categoryOf(RuleSets.cpns2024, category[i]!)?.id ?? category[i]!,
      seats: seats[i]!,
      agency: agency[i]!
    })
  }
  const formations = [...byId.values()]
  const made: Posts = { formations, rows, naiveSeats, seats: formations.reduce((sum, each) => sum + each.seats, 0) }
  return made
})
