import { gunzipSync } from "node:zlib"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { RuleSets, SurveyLaw } from "@timbang/regulations"
import { ApplicationsFile, Column, FindingsFile, FormationsFile, Layout, LayoutProposal, Layouts, OfficialListFile, ProposalsFile, RecapFile, ResponsesFile, StaffFile, Table } from "@timbang/source-files"
import { Effect, Result, Stream } from "effect"
import { describe, expect, it } from "vitest"

const bytes = (text: string) => new TextEncoder().encode(text)
const words = { above: [], "as-expected": [], below: [] }

/** The columns of a table under CPNS 2024. */
const tables: Readonly<Record<string, Column.Columns>> = {
  formations: FormationsFile.columnsOf(RuleSets.cpns2024),
  applications: ApplicationsFile.columns,
  findings: FindingsFile.columns,
  "official-list": OfficialListFile.columnsOf(RuleSets.cpns2024),
  staff: StaffFile.columns,
  recap: RecapFile.columnsOf(words, { Baik: [] }, { Baik: [] }),
  proposals: ProposalsFile.columns,
  responses: ResponsesFile.columnsOf(SurveyLaw.questionnaire("1/9").elements, SurveyLaw.answerWords)
}

describe("the layouts that come with Timbang", () => {
  it.each(Layouts.names)("%s is whole, and leads to columns and codes that its table has", (name) => {
    const layout = Layouts.of(name)
    expect(layout.layout).toBe(name)
    expect(Layout.faults(layout, tables[layout.of]!, `${name}.json`)).toEqual([])
  })

  it("say by themselves that nobody has tried them, once a header of theirs was read", async () => {
    const table = await Effect.runPromise(Table.read({ file: "U.csv", bytes: bytes("id_usulan,anggaran,giat_teks,file_foto\nU1,5,Jalan,x\n") }, ProposalsFile.columns, { layout: Layouts.of("sipd-proposals") }))
    expect(table.corrections).toEqual([{ _tag: "LayoutUntried", file: "U.csv", layout: "sipd-proposals", version: 1 }])
    expect(table.unknown).toEqual([])
  })

  it("say nothing where the file has the headers of Timbang", async () => {
    const { corrections } = await Effect.runPromise(ProposalsFile.read({ file: "U.csv", bytes: bytes("proposal,cost\nU1,5\n") }))
    expect(corrections).toEqual([])
  })

  it("give their header to one column, whoever had it before", async () => {
    const posts = { ...Layouts.of("sscasn-posts"), columns: { category: { headers: ["Formasi"] } }, rows: {} }
    const { category, formation } = Layout.columnsBy(posts, { category: Column.text(), formation: Column.text({ aliases: ["Formasi", "Kode"] }) })
    expect([category.aliases, formation.aliases]).toEqual([["Formasi"], ["Kode"]])
  })

  it("name every place that is not theirs", () => {
    const layout = { ...Layouts.of("sipd-proposals"), columns: { state: { headers: ["cost"], codes: { shut: ["Tutup"] } }, title: { headers: ["Pagu"] }, reason: { headers: ["Pagu"] } }, rows: { titles: ["vilage"] } }
    expect(Layout.faults(layout, ProposalsFile.columns, "L.json")).toEqual([
      { _tag: "LayoutColumnUnknown", file: "L.json", path: "rows.titles.1", found: "vilage", nearest: "village" },
      { _tag: "LayoutHeaderTwice", file: "L.json", path: "columns.state.headers.1", found: "cost", other: "columns.cost" },
      { _tag: "LayoutCodeUnknown", file: "L.json", path: "columns.state.codes.shut", found: "shut", accepted: ["open", "cancelled", "rejected"] },
      { _tag: "LayoutHeaderTwice", file: "L.json", path: "columns.reason.headers.1", found: "Pagu", other: "columns.title" }
    ])
  })

  it("may lack a column that may be empty, and no other", async () => {
    const lacking = { ...Layouts.of("skm-form"), rows: { lacks: ["respondent", "respondents"] } }
    expect(Layout.faults(lacking, tables["responses"]!, "L.json")).toMatchObject([{ _tag: "LayoutColumnUnknown", path: "rows.lacks.2", nearest: "respondent" }])
    const findings = { ...Layouts.of("sscasn-verification"), rows: { lacks: ["at"] } }
    expect(Layout.faults(findings, FindingsFile.columns, "L.json")).toEqual([{ _tag: "LayoutPlace", file: "L.json", path: "rows.lacks.1", expected: "Expected a column that may be empty" }])
    expect(Layout.columnsBy(findings, FindingsFile.columns).at.need).toBe("cell")
  })

  it("are refused at the place, also for what nobody asked for", () => {
    const refused = Layout.decode({ ...Layouts.of("siasn-staff"), version: "1", colour: "red" }, "L.json")
    expect(Result.isFailure(refused) && refused.failure.faults.map((fault) => "path" in fault && fault.path).toSorted()).toEqual(["colour", "version"])
  })
})

describe("exports", () => {
  it("posts of SSCASN become one formation for all its study programmes", async () => {
    const head = "formasi_id,ins_nm,jp_nama,formasi_nm,jabatan_nm,lokasi_nm,jumlah_formasi,disable,gaji_min,gaji_max,jenjang_studi,program_studi"
    const row = (programme: string, seats: number) => `f-1,Pemerintah Kab. Kerinci,CPNS,UMUM,PENATA,DINAS | BIDANG,${seats},0,1,2,S-1,${programme}`
    const layout = Layouts.of("sscasn-posts")
    const read = await Effect.runPromise(FormationsFile.read({ file: "F.csv", bytes: bytes([head, row("A", 5), row("B", 5), ""].join("\n")) }, RuleSets.cpns2024, { layout }))
    expect(read.formations).toMatchObject([{ formation: "f-1", category: "umum", seats: 5, education: "A / B" }])
    expect(read.corrections).toEqual([{ _tag: "RowsJoined", file: "F.csv", column: "formation", rows: 2, into: 1 }])
    const refused = await Effect.runPromise(Effect.flip(FormationsFile.read({ file: "F.csv", bytes: bytes([head, row("A", 5), row("B", 6), ""].join("\n")) }, RuleSets.cpns2024, { layout })))
    expect(refused.faults).toEqual([{ _tag: "RowsDiffer", file: "F.csv", row: 3, column: "seats", found: "6", of: "f-1", other: "5", otherRow: 2 }])
  })

  it("a list of staff is counted without anybody's name; who retired is not on hand", async () => {
    const text = "NIP BARU;NAMA;UNOR NAMA;JABATAN NAMA;KEDUDUKAN HUKUM NAMA;STATUS CPNS PNS;AGAMA NAMA\n1;x;Dinas A;Arsiparis;Aktif;P;-\n2;y;DINAS A;Arsiparis;Cuti Luar Tanggungan Negara;P;-\n3;z;Dinas A;Arsiparis;Pensiun;P;-\n"
    const read = await Effect.runPromise(StaffFile.read({ file: "S.csv", bytes: bytes(text) }))
    expect(read).toMatchObject({ cells: [{ unit: "Dinas A", position: "Arsiparis", onHand: 2 }], left: 1, withoutRetirement: 2 })
    expect(read.corrections.map(({ _tag }) => _tag)).toEqual(["PersonalColumn", "LayoutUntried", "Separator"])
  })

  it("a refusal of the administrative check without a reason is a fault of its row", async () => {
    const text = "No Pendaftaran,Hasil Verifikasi,Tgl Verifikasi\nR-1,MS,2024-09-10\nR-2,TMS,2024-09-10\n"
    const refused = await Effect.runPromise(Effect.flip(Stream.runCollect(FindingsFile.rows({ file: "V.csv", bytes: bytes(text) }))))
    expect(refused.faults).toEqual([{ _tag: "CellNeeded", file: "V.csv", row: 3, column: "reason", neededBy: "verdict" }])
  })

  it.each(["csv", "ndjson"])("applications are read from %s alike, with their rows", async (form) => {
    const own = { applicant: "R-1", formation: "F1", appliedOn: "2024-08-21", documents: "ijazah | str" }
    const text = form === "csv" ? `${Object.keys(own).join(",")}\n${Object.values(own).join(",")}\n` : `${JSON.stringify(own)}\n`
    const [first] = await Effect.runPromise(Stream.runCollect(ApplicationsFile.rows({ file: `A.${form}`, bytes: bytes(text) })))
    expect(first).toEqual({ value: { ...own, documents: ["ijazah", "str"] }, place: { source: `A.${form}`, row: form === "csv" ? 2 : 1 } })
  })
})

describe("LayoutProposal.learn", () => {
  const learn = (text: string, of: string, columns: Column.Columns) =>
    Effect.runPromise(LayoutProposal.learn({ file: "in.csv", bytes: bytes(text) }, { name: "own", of, columns, layouts: Layouts.names.map(Layouts.of).filter((layout) => layout.of === of) }))

  it("finds titles, a header of two rows, and what is left to a person", async () => {
    const text = "DAFTAR\nJabatan Formasi : Penyuluh\nNo,No Peserta,Nama,SKD,,,SKD,Skor SKB,Nilai Akhr\n,,,TWK,TIU,TKP,Total,,\n1,24-1,x,65,85,166,316,40.5,70.1\n"
    const { headings, layout } = await learn(text, "official-list", tables["official-list"]!)
    expect(layout.rows).toEqual({ headerWithin: 20, titles: ["position", "location", "category", "education"], blockTitles: ["seats"] })
    expect(Object.keys(layout.columns)).toEqual(["participant", "twk", "tiu", "tkp", "skd", "skb60"])
    expect(layout.columns["skd"]).toEqual({ headers: ["SKD Total"] })
    expect(headings.filter(({ isTaken }) => !isTaken).map(({ header, how }) => [header, how._tag])).toEqual([["No", "Unmatched"], ["Nama", "Personal"], ["Nilai Akhr", "Near"]])
  })

  it("proposes for a known export a layout by which it is read just so", async () => {
    const head = "formasi_id,ins_nm,jp_nama,formasi_nm,jabatan_nm,lokasi_nm,jumlah_formasi,disable,gaji_min,gaji_max,jenjang_studi,program_studi"
    const text = `${head}\nf-1,Kab,CPNS,UMUM,PENATA,DINAS,5,0,1,2,S-1,A\nf-1,Kab,CPNS,UMUM,PENATA,DINAS,5,0,1,2,S-1,B\n`
    const { layout, missing } = await learn(text, "formations", tables["formations"]!)
    expect(missing).toEqual([])
    expect(layout.notRead).toEqual(["disable", "gaji_min", "gaji_max", "jenjang_studi"])
    const read = (own: Layout.Layout) => Effect.runPromise(FormationsFile.read({ file: "F.csv", bytes: bytes(text) }, RuleSets.cpns2024, { layout: own }))
    expect((await read(layout)).formations).toEqual((await read(Layouts.of("sscasn-posts"))).formations)
  })

  it("names what a heading of an office may be, whatever stands around its words, and takes none of it", async () => {
    const may = async (of: string, ...headings: ReadonlyArray<string>) => {
      const found = await learn(`${headings.map((each) => `"${each}"`).join(",")}\n${headings.map(() => "x").join(",")}\n`, of, tables[of]!)
      expect(found.headings.every(({ isTaken }) => !isTaken)).toBe(true)
      return found.headings.map(({ column }) => column)
    }
    expect(await may("applications", "NO.", "TGL. LAHIR (DD-MM-YYYY)", "Program Studi/\nJurusan", "4. Nomor Pendaftaran SSCASN *)")).toEqual([undefined, "birthDate", "studyProgramme", "applicant"])
    expect(await may("proposals", "Pagu Indikatif (Rp)", "Volume & Satuan", "Koefisien Usulan")).toEqual(["cost", undefined, "volume"])
    expect(await may("staff", "Jabatan Saat Ini", "Unit Organisasi Induk")).toEqual(["position", "unit"])
    expect(await may(
      "responses",
      "1. Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan?",
      "2. Kemudahan prosedur",
      "3. Kecepatan waktu",
      "4. Kewajaran biaya/tarif",
      "5. Kesesuaian produk",
      "6. Kompetensi petugas",
      "7. Perilaku petugas",
      "8. Penanganan pengaduan",
      "9. Kualitas sarana dan prasarana"
    )).toEqual(["u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9"])
    // What the export of a form never has is not asked for, by the layout that is proposed either.
    const { layout, missing } = await learn("Timestamp,U1\n2024-08-21,3\n", "responses", tables["responses"]!)
    expect(layout.rows?.lacks).toEqual(["respondent"])
    expect(missing).not.toContain("respondent")
  })

  it("lets one heading be a column, and names the other", async () => {
    const { headings } = await learn("id_usulan,anggaran,Pagu\nU1,1,2\n", "proposals", ProposalsFile.columns)
    expect(headings.map(({ column, how }) => [column, how._tag])).toEqual([["proposal", "OfLayout"], ["cost", "OfLayout"], ["cost", "Taken"]])
  })
})

const data = join(import.meta.dirname, "../../../../shared/data")

describe.skipIf(!existsSync(data))("real files that the layouts were tried on (skipped where they do not lie beside the project)", () => {
  it("sscasn-posts: 46,101 rows become 10,024 formations of CPNS 2024", async () => {
    const packed = gunzipSync(readFileSync(join(data, "formasi/sscasn_2024_cpns_nasional.csv.gz")))
    const read = await Effect.runPromise(FormationsFile.read({ file: "F.csv", bytes: packed }, RuleSets.cpns2024, { layout: Layouts.of("sscasn-posts") }))
    expect(read.formations.length).toBe(10_024)
    expect(read.corrections).toContainEqual({ _tag: "RowsJoined", file: "F.csv", column: "formation", rows: 46_101, into: 10_024 })
  })

  it("skm-answers: 49 respondents of Sekadau", async () => {
    const path = join(data, "skm/sekadau_2019s1_49resp.csv")
    const table = await Effect.runPromise(Table.read(path, tables["responses"]!, { layout: Layouts.of("skm-answers") }))
    expect([table.size, table.present.has("u9"), table.corrections.some(({ _tag }) => _tag === "LayoutUntried")]).toEqual([49, true, false])
  })
})
