/**
 * The work of positions, one task a row, as a CSV or XLSX file; one form for each norm.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import type { HealthWorkload, TeacherNeed, Wisn, Workload } from "@timbang/core/needs"
import { Scaled } from "@timbang/core/number"
import type { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Whole from "../internal/Whole.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * A norm by which work becomes people: ABK by its four methods, ABK-Kes of health workers, WISN, and teachers by subject.
 *
 * @category models
 * @since 0.1.0
 */
export type Norm = "abk" | "abk-kes" | "wisn" | "teachers"

/**
 * Every {@link Norm}.
 *
 * @category models
 * @since 0.1.0
 */
export const norms: ReadonlyArray<Norm> = ["abk", "abk-kes", "wisn", "teachers"]

/**
 * The work of one position.
 *
 * @category models
 * @since 0.1.0
 */
export type Work =
  | { readonly _tag: "abk"; readonly method: Workload.Method; readonly tasks: ReadonlyArray<Workload.Task> }
  | {
      readonly _tag: "abk-kes"
      readonly tasks: ReadonlyArray<Workload.Task>
      readonly support: ReadonlyArray<HealthWorkload.Support>
    }
  | { readonly _tag: "wisn"; readonly cadre: Wisn.Cadre }
  | { readonly _tag: "teachers"; readonly grades: ReadonlyArray<TeacherNeed.Grade> }

/**
 * A position of a unit with its work.
 *
 * @category models
 * @since 0.1.0
 */
export interface PositionWork {
  readonly unit: string
  readonly position: string
  readonly jobFamily: string
  readonly grade: number
  /** Unit: people. Absent when the file does not say. */
  readonly onHand?: number
  readonly work: Work
  /** First row of the position, as a spreadsheet counts. */
  readonly row: number
}

/**
 * The positions of a file, in the order in which they first stand.
 *
 * @category models
 * @since 0.1.0
 */
export interface WorkloadRead {
  readonly file: string
  readonly positions: ReadonlyArray<PositionWork>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- columns ---

const decimals = 4
const amount = (aliases: ReadonlyArray<string>, need: Column.Need, sample: string, unit?: string) =>
  Column.decimal({ aliases, decimals, need, sample, ...(unit === undefined ? {} : { unit }) })

const common = {
  unit: Column.text({ aliases: ["Unit Kerja", "Satuan Kerja", "Sekolah"], need: "cell", sample: "Puskesmas Contoh" }),
  position: Column.text({
    aliases: ["Jabatan", "Nama Jabatan", "Mata Pelajaran"], need: "cell", sample: "Perawat Ahli Pertama"
  }),
  jobFamily: Column.text({ aliases: ["Rumpun Jabatan", "Rumpun"], sample: "kesehatan" }),
  grade: Column.integer({ aliases: ["Kelas Jabatan"], maximum: 17, sample: "8" }),
  onHand: Column.integer({ aliases: ["Bezetting", "Jumlah Pegawai"], maximum: 1_000_000, sample: "9" })
}

const task = Column.text({ aliases: ["Uraian Tugas", "Tugas", "Kegiatan"], need: "cell", sample: "Pelayanan rawat jalan" })
const notCounted = Column.text({ aliases: ["Tidak Dihitung"], sample: "" })

const tables = {
  abk: {
    ...common,
    method: Column.code(
      { output: ["Hasil Kerja"], object: ["Objek Kerja"], equipment: ["Peralatan Kerja"], task: ["Tugas per Tugas Jabatan", "Waktu"] },
      { aliases: ["Metode", "Pendekatan"], need: "cell", sample: "task" }
    ),
    task,
    load: amount(["Beban Kerja", "Volume", "Jumlah Beban"], "cell", "1200"),
    norm: amount(["Norma", "Norma Waktu", "Standar Kemampuan Rata-rata"], "cell", "30", "task: minutes; else load per person"),
    shifts: amount(["Regu", "Shift"], "none", ""),
    notCounted
  },
  "abk-kes": {
    ...common,
    kind: Column.code({ main: ["Pokok", "Tugas Pokok"], support: ["Penunjang", "Tugas Penunjang"] }, { aliases: ["Jenis Tugas"], need: "cell", sample: "main" }),
    task,
    load: amount(["Capaian", "Volume", "Frekuensi"], "cell", "21000", "per year"),
    norm: amount(["Norma Waktu"], "cell", "8", "minutes"),
    notCounted
  },
  wisn: {
    ...common,
    kind: Column.code(
      { activity: ["Kegiatan Pokok"], "category-allowance": ["Kelonggaran Kategori"], "individual-allowance": ["Kelonggaran Perorangan"] },
      { aliases: ["Jenis"], need: "cell", sample: "activity" }
    ),
    task,
    load: amount(["Jumlah Setahun"], "none", "6000", "per year"),
    norm: amount(["Norma Waktu"], "cell", "30", "activity: minutes; allowance: hours"),
    per: Column.code({ day: ["Hari"], week: ["Minggu"], month: ["Bulan"], year: ["Tahun"] }, { aliases: ["Setiap"], sample: "" }),
    staff: amount(["Orang"], "none", ""),
    workingDays: amount(["Hari Kerja"], "none", "260", "days a year"),
    daysOff: amount(["Hari Libur dan Cuti"], "none", "43", "days a year"),
    hoursPerDay: amount(["Jam Kerja"], "none", "7", "hours")
  },
  teachers: {
    ...common,
    level: Column.text({ aliases: ["Tingkat"], need: "cell", sample: "VII" }),
    hours: amount(["Jam Pelajaran", "JP"], "cell", "4", "hours a week"),
    classes: amount(["Rombongan Belajar", "Rombel"], "cell", "6")
  }
} satisfies Readonly<Record<Norm, Column.Columns>>

// --- operations ---

/**
 * The columns of a workload file by norm. `unit`, `position`, `jobFamily`, `grade` and `onHand` are those of every norm;
 * what is said once of a position may stand in any of its rows.
 *
 * **Example** (A teacher's work is hours and classes)
 *
 * ```ts
 * import { WorkloadFile } from "@timbang/source-files"
 * Object.keys(WorkloadFile.columnsOf("teachers")).slice(5) // => ["level", "hours", "classes"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columnsOf = <N extends Norm>(norm: N): (typeof tables)[N] => tables[norm]

/**
 * Reads a workload file, or fails with every fault of it.
 * With `also`, faults that another file makes are told together with its own.
 *
 * **Example** (Two tasks of one position)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { WorkloadFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("unit,position,onHand,method,task,load,norm\nA,clerk,2,task,letters,100,30\nA,clerk,,task,minutes,10,60\n")
 * const { positions } = await Effect.runPromise(WorkloadFile.read({ file: "workload.csv", bytes }, "abk"))
 * positions.map(({ onHand, position }) => [position, onHand]) // => [["clerk", 2]]
 * positions[0]?.work._tag === "abk" && positions[0].work.tasks.length // => 2
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read = (input: Table.Input, norm: Norm, also?: Whole.Also<WorkloadRead>): Effect.Effect<WorkloadRead, Fault.InputRefused> =>
  Whole.read(input, tables[norm] as Column.Columns, (table, faults, isRefused): WorkloadRead => {
    const sheet = new Sheet(table, tables[norm], faults, isRefused)
    const groups = new Map<string, Array<number>>()
    for (let row = 0; row < table.size; row++) {
      sheet.above(norm, row)
      // What a row without a name says may belong to any position.
      if (isRefused(row, "unit") || isRefused(row, "position")) {
        sheet.isWhole = false
        continue
      }
      const key = JSON.stringify([sheet.text("unit", row), sheet.text("position", row)])
      groups.set(key, [...(groups.get(key) ?? []), row])
    }
    const positions = [...groups.values()].map((rows): PositionWork => {
      const [first] = rows as [number]
      const onHand = sheet.once("onHand", rows)
      return {
        unit: sheet.text("unit", first),
        position: sheet.text("position", first),
        jobFamily: sheet.once("jobFamily", rows) ?? "",
        grade: Number(sheet.once("grade", rows) ?? 0),
        ...(onHand === undefined ? {} : { onHand: Number(onHand) }),
        work: workOf[norm](sheet, rows),
        row: table.rows[first]!
      }
    })
    return { file: table.file, positions, corrections: table.corrections, origin: table.origin }
  }, { also })

/** Cells as the words of the file, whatever the kind of their column; what is wrong is kept. */
class Sheet {
  /** Whether every row belongs to a position. */
  isWhole = true
  readonly table: Table.Table<Column.Columns>
  readonly columns: Column.Columns
  private readonly faults: Array<Fault.Fault>
  private readonly isRefused: Whole.IsRefused<Column.Columns>
  constructor(table: Table.Table<Column.Columns>, columns: Column.Columns, faults: Array<Fault.Fault>, isRefused: Whole.IsRefused<Column.Columns>) {
    this.table = table
    this.columns = columns
    this.faults = faults
    this.isRefused = isRefused
  }

  text(name: string, row: number): string {
    return this.given(name, row) ?? ""
  }

  given(name: string, row: number): string | undefined {
    const column = this.columns[name]!
    const cell = (this.table.columns[name] as ArrayLike<string | number>)[row]!
    if (cell === "" || cell === Column.absentOf(column)) return undefined
    if (column.kind === "code") return column.values[cell as number]
    return column.kind === "decimal" ? Scaled.format(cell as number, decimals) : String(cell)
  }

  needed(name: string, row: number): string {
    const found = this.given(name, row)
    if (found === undefined) this.faults.push({ _tag: "CellMissing", ...this.at(name, row) })
    return found ?? "1"
  }

  /** What is said of a position, in any of its rows; two rows may not say different things. */
  once(name: string, rows: ReadonlyArray<number>): string | undefined {
    const said = rows.filter((row) => this.given(name, row) !== undefined)
    const first = said[0] === undefined ? undefined : this.given(name, said[0])
    for (const row of said) {
      const found = this.given(name, row)!
      if (found === first) continue
      this.faults.push({ _tag: "UnknownCode", ...this.at(name, row), found, accepted: [first!], nearest: first })
    }
    return first
  }

  onceNeeded(name: string, rows: ReadonlyArray<number>): string {
    const found = this.once(name, rows)
    const isOpen = !this.isWhole || rows.some((row) => this.isRefused(row, name))
    if (found === undefined && !isOpen) this.faults.push({ _tag: "CellMissing", ...this.at(name, rows[0]!) })
    return found ?? "1"
  }

  /** What work is divided by, or takes of somebody's time, cannot be nothing. */
  above(norm: Norm, row: number): void {
    const divides = norm === "abk" || (norm === "abk-kes" && this.given("kind", row) === "main") || (norm === "wisn" && this.given("kind", row) === "activity")
    for (const name of [...(divides ? ["norm"] : []), ...(norm === "abk" ? ["shifts"] : norm === "wisn" ? ["hoursPerDay"] : [])]) {
      const found = this.given(name, row)
      if (found !== undefined && Number(found) === 0) this.faults.push({ _tag: "NotAbove", ...this.at(name, row), found: "0", limit: "0", neededBy: norm })
    }
  }

  at(column: string, row: number) {
    return { file: this.table.file, row: this.table.rows[row]!, column }
  }
}

const taskOf = (sheet: Sheet, row: number): Workload.Task => {
  const notCounted = sheet.given("notCounted", row)
  return {
    name: sheet.text("task", row),
    load: sheet.text("load", row),
    norm: sheet.text("norm", row),
    ...(notCounted === undefined ? {} : { notCounted })
  }
}

const workOf: Readonly<Record<Norm, (sheet: Sheet, rows: ReadonlyArray<number>) => Work>> = {
  abk: (sheet, rows) => ({
    _tag: "abk",
    method: sheet.once("method", rows) as Workload.Method,
    tasks: rows.map((row) => {
      const shifts = sheet.given("shifts", row)
      return { ...taskOf(sheet, row), ...(shifts === undefined ? {} : { shifts }) }
    })
  }),
  "abk-kes": (sheet, rows) => ({
    _tag: "abk-kes",
    tasks: rows.filter((row) => sheet.text("kind", row) === "main").map((row) => taskOf(sheet, row)),
    support: rows
      .filter((row) => sheet.text("kind", row) === "support")
      .map((row) => ({ name: sheet.text("task", row), time: productOf(sheet.text("load", row), sheet.text("norm", row)) }))
  }),
  wisn: (sheet, rows) => {
    const of = (kind: string) => rows.filter((row) => sheet.text("kind", row) === kind)
    const allowance = (row: number) => ({
      name: sheet.text("task", row),
      hours: sheet.text("norm", row),
      per: sheet.needed("per", row) as Wisn.Allowance["per"]
    })
    return {
      _tag: "wisn",
      cadre: {
        possibleWorkingDays: sheet.onceNeeded("workingDays", rows),
        daysOff: [sheet.once("daysOff", rows) ?? "0"],
        hoursPerDay: sheet.onceNeeded("hoursPerDay", rows),
        activities: of("activity").map((row) => ({
          name: sheet.text("task", row),
          annual: sheet.needed("load", row),
          minutesPerUnit: sheet.text("norm", row)
        })),
        categoryAllowances: of("category-allowance").map(allowance),
        individualAllowances: of("individual-allowance").map((row) => ({ ...allowance(row), staff: sheet.needed("staff", row) })),
        existingStaff: sheet.once("onHand", rows) ?? "0"
      }
    }
  },
  teachers: (sheet, rows) => ({
    _tag: "teachers",
    grades: rows.map((row) => ({ grade: sheet.text("level", row), hours: sheet.text("hours", row), classes: sheet.text("classes", row) }))
  })
}

/** Times a year x minutes each, exactly. */
const productOf = (times: string, minutes: string): string => {
  const units = (text: string) => BigInt(text.replace(".", ""))
  const product = (units(times) * units(minutes)).toString().padStart(2 * decimals + 1, "0")
  return `${product.slice(0, -2 * decimals)}.${product.slice(-2 * decimals)}`
}
