import { Allocation, Decree, Opening } from "@timbang/core/formation"
import { Fraction } from "@timbang/core/number"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const cell = (
  unit: string,
  position: string,
  jobFamily: string,
  need: number,
  onHand: number,
  more: Partial<Allocation.Cell> = {}
): Allocation.Cell => ({
  unit,
  position,
  grade: 8,
  jobFamily,
  need,
  onHand,
  retirements: {},
  ...more
})
const policy: Allocation.Policy = {
  source: { instrument: "RKPD Kabupaten Contoh 2026", confidence: "host" },
  weights: { kesehatan: 3, guru: 2 },
  otherwise: 1,
  years: [2026, 2027]
}
const cells = [
  cell("Puskesmas Utara", "Perawat Ahli Pertama", "kesehatan", 8, 5, { retirements: { "2026": 1, "2029": 4 } }),
  cell("Puskesmas Selatan", "Perawat Ahli Pertama", "kesehatan", 8, 7),
  cell("SDN 1", "Guru Kelas", "guru", 6, 3),
  cell("Kecamatan Timur", "Pengadministrasi", "umum", 3, 4),
  cell("Kecamatan Barat", "Pengadministrasi", "umum", 5, 1)
]

describe("Allocation.allocate", () => {
  it("counts the retirements of the years of the policy and never nets a surplus against a gap", () => {
    const { rows, total } = Result.getOrThrow(Allocation.allocate(cells, policy, 100, "sainte-lague"))
    expect(rows.map(({ gap }) => gap)).toEqual([4, 1, 3, 0, 4])
    expect(rows.map(({ asked }) => asked)).toEqual([4, 1, 3, 0, 4])
    expect(total).toBe(12)
    expect(rows.map(({ reason }) => reason._tag)).toEqual(["WholeGap", "WholeGap", "WholeGap", "NoGap", "WholeGap"])
  })

  it("shares what the ceiling holds by gap times priority, with the reason", () => {
    const { ceiling, rows, total } = Result.getOrThrow(Allocation.allocate(cells, policy, 6, "sainte-lague"))
    expect([ceiling, total]).toEqual([6, 6])
    // Claims 12, 3, 6, 0, 4: quotients 12, 6, 4, 4, 3, 2.4
    expect(rows.map(({ asked }) => asked)).toEqual([3, 1, 1, 0, 1])
    const [first] = rows
    expect(first!.reason._tag === "Ceiling" && Fraction.format(first!.reason.share)).toBe("72/25")
    expect(Fraction.format(first!.priority)).toBe("3")
  })

  it("asks for nothing under a ceiling of zero or below", () => {
    for (const ceiling of [0, -20]) {
      expect(
        Result.getOrThrow(Allocation.allocate(cells, policy, ceiling, "dhondt")).rows.every(({ asked }) => asked === 0)
      ).toBe(true)
    }
  })

  it("returns equal cells as a draw by name, and takes what was drawn", () => {
    const twins = [cell("A", "x", "umum", 2, 1), cell("B", "x", "umum", 2, 1)]
    const open = Result.getOrThrow(Allocation.allocate(twins, policy, 1, "sainte-lague"))
    expect(open.draws).toEqual([{ seats: 1, among: ["A / x", "B / x"] }])
    expect(open.rows.map(({ reason }) => reason._tag)).toEqual(["DrawOpen", "DrawOpen"])
    expect(
      Result.getOrThrow(Allocation.allocate(twins, policy, 1, "sainte-lague", ["B / x"])).rows.map(({ asked }) => asked)
    ).toEqual([0, 1])
  })

  it("gives a minimum first and refuses one beyond the gap", () => {
    const minimum = [cell("A", "x", "kesehatan", 9, 0), cell("B", "x", "umum", 2, 0, { min: 2 })]
    expect(Result.getOrThrow(Allocation.allocate(minimum, policy, 3, "dhondt")).rows.map(({ asked }) => asked)).toEqual(
      [1, 2]
    )
    const outcome = Allocation.allocate([cell("B", "x", "umum", 2, 1, { min: 2 })], policy, 3, "dhondt")
    expect(Result.isFailure(outcome) && outcome.failure.message).toContain(
      "minimum of B / x: found 2, expected at most the gap, 1"
    )
  })

  it("a higher score of one unit never takes a post from it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        fc.nat(8),
        (score, more, ceiling) => {
          const asked = (score: number) =>
            Result.getOrThrow(
              Allocation.allocate(
                [{ ...cells[0]!, score: `${score}/10` }, ...cells.slice(1)],
                policy,
                ceiling,
                "sainte-lague"
              )
            ).rows[0]!.asked
          // An open draw may hide one post that is not certain.
          expect(asked(score + more) + 1).toBeGreaterThanOrEqual(asked(score))
        }
      )
    )
  })
})

const asked = [
  { unit: "A", position: "nurse", asked: 6 },
  { unit: "B", position: "nurse", asked: 3 },
  { unit: "C", position: "teacher", asked: 4 }
]

describe("Decree.distribute", () => {
  const decree = (granted: Decree.Decree["granted"]): Decree.Decree => ({
    number: "KepmenPANRB 1/2026 (contoh)",
    day: "2026-05-04",
    granted
  })

  it("shares a grant by position among the units that asked, and follows the decree where it names them", () => {
    const found = Decree.distribute(
      asked,
      decree([
        { position: "nurse", seats: 6 },
        { position: "teacher", unit: "C", seats: 5 }
      ]),
      "sainte-lague"
    )
    expect(Result.getOrThrow(found).rows.map(({ granted }) => granted)).toEqual([4, 2, 5])
  })

  it("counts lines with a unit against what the unit asked", () => {
    const found = Decree.distribute(
      asked,
      decree([
        { position: "nurse", unit: "A", seats: 6 },
        { position: "nurse", seats: 2 }
      ]),
      "dhondt"
    )
    expect(Result.getOrThrow(found).rows.map(({ granted }) => granted)).toEqual([6, 2, 0])
  })

  it("refuses what nobody asked for", () => {
    for (const granted of [
      [{ position: "doctor", seats: 1 }],
      [{ position: "nurse", seats: 10 }],
      [{ position: "nurse", unit: "C", seats: 1 }]
    ]) {
      const outcome = Decree.distribute(asked, decree(granted), "dhondt")
      expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("NotAsked")
    }
  })
})

describe("Decree.distribute: refusals", () => {
  it("names a drawn cell that no line of the decree shares, and seats that are not whole", () => {
    const decree = { number: "contoh", day: "2026-05-04", granted: [{ position: "nurse", seats: 2 }] }
    const stranger = Decree.distribute(asked, decree, "dhondt", ["C / teacher"])
    expect(Result.isFailure(stranger) && stranger.failure).toMatchObject({
      _tag: "DrawnDoesNotFit",
      strangers: ["C / teacher"]
    })
    for (const seats of [-1, 0.5, Number.NaN]) {
      const outcome = Decree.distribute(
        asked,
        { ...decree, granted: [{ position: "nurse", unit: "A", seats }] },
        "dhondt"
      )
      expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("NotWhole")
    }
  })
})

describe("Opening.open", () => {
  const base: Opening.Opening = {
    agency: "Kabupaten Contoh",
    agencyKind: "daerah",
    distribution: {
      decree: { number: "contoh", day: "2026-05-04" },
      rows: [
        { ...asked[1]!, granted: 3 },
        { ...asked[0]!, granted: 60 },
        { ...asked[2]!, granted: 41 }
      ],
      draws: []
    },
    positions: [
      { position: "nurse", education: "D-III Keperawatan", asnKind: "pns", thresholdGroup: "kesehatan" },
      { position: "teacher", education: "S-1 Pendidikan", asnKind: "pppk", fitFor: [] }
    ],
    locations: { A: "Puskesmas A" },
    rules: {
      categories: ["umum", "disabilitas", "daerah-tertinggal"],
      shares: [
        { category: "disabilitas", share: "0.02", rounding: "up" },
        { category: "cumlaude", share: "0.1", rounding: "up", agencyKinds: ["pusat"] }
      ],
      closedPositions: ["pengemudi"]
    },
    method: "sainte-lague"
  }
  const rows = (opened: Opening.Opened) =>
    opened.cells.map(({ category, formation, seats, unit }) => `${formation} ${unit} ${category} ${seats}`)

  it("describes the posts of one unit apart from those of the others", () => {
    const row = (unit: string) => ({ unit, position: "Guru Kelas", asked: 2, granted: 2 })
    const opened = Opening.open({
      agency: "Kab. Contoh",
      agencyKind: "daerah",
      distribution: { decree: { number: "contoh", day: "2026-05-01" }, rows: [row("SDN 1"), row("SDN 2")], draws: [] },
      positions: [
        { position: "Guru Kelas", education: "S-1 PGSD", asnKind: "pppk" },
        { position: "Guru Kelas", unit: "SDN 2", location: "Desa Hulu", education: "S-1 Matematika", asnKind: "pns" }
      ],
      rules: { categories: ["umum"], shares: [] },
      method: "sainte-lague"
    })
    expect(Result.getOrThrow(opened).cells.map(({ asnKind, education, location }) => [location, education, asnKind])).toEqual([
      ["SDN 1", "S-1 PGSD", "pppk"],
      ["Desa Hulu", "S-1 Matematika", "pns"]
    ])
  })

  it("writes rows by position, unit and kind, with the reserved share where it is fit", () => {
    const opened = Result.getOrThrow(Opening.open(base))
    // 2 % of 104 is 2.08, so 3; teachers are not fit; 60 : 3 gives all three to A.
    expect(rows(opened)).toEqual(["F0001 A umum 57", "F0002 A disabilitas 3", "F0003 B umum 3", "F0004 C umum 41"])
    expect(opened.reserved).toEqual([{ category: "disabilitas", required: 3, opened: 3 }])
    expect(opened.cells[0]).toMatchObject({
      location: "Puskesmas A",
      agency: "Kabupaten Contoh",
      agencyKind: "daerah",
      thresholdGroup: "kesehatan",
      asnKind: "pns"
    })
    expect(opened.totals).toEqual({ asked: 13, granted: 104, opened: 104 })
  })

  it("lets special posts count for the share and keeps the total", () => {
    const special = [
      { unit: "B", position: "nurse", category: "disabilitas", seats: 1 },
      { unit: "C", position: "teacher", category: "daerah-tertinggal", seats: 2 }
    ]
    const opened = Result.getOrThrow(Opening.open({ ...base, special }))
    expect(rows(opened)).toEqual([
      "F0001 A umum 58",
      "F0002 A disabilitas 2",
      "F0003 B umum 2",
      "F0004 B disabilitas 1",
      "F0005 C umum 39",
      "F0006 C daerah-tertinggal 2"
    ])
  })

  it("reports asked, granted and opened, with the reason for what is withheld", () => {
    const withheld = [{ unit: "C", position: "teacher", seats: 4, reason: "no classroom yet" }]
    const opened = Result.getOrThrow(Opening.open({ ...base, withheld }))
    expect(opened.totals).toEqual({ asked: 13, granted: 104, opened: 100 })
    expect(opened.fates.find(({ unit }) => unit === "C")).toEqual({
      unit: "C",
      position: "teacher",
      asked: 4,
      granted: 41,
      opened: 37,
      withheldFor: "no classroom yet"
    })
    expect(opened.reserved[0]!.required).toBe(2)
  })

  it("refuses kinds of need not open to regions, closed and undescribed positions, and posts beyond the grant", () => {
    const tag = (more: Partial<Opening.Opening>) => {
      const outcome = Opening.open({ ...base, ...more })
      return Result.isFailure(outcome) ? outcome.failure : undefined
    }
    const special = (category: string, seats = 1) => [{ unit: "A", position: "nurse", category, seats }]
    expect(tag({ special: special("diaspora") })).toMatchObject({
      _tag: "CategoryNotOpen",
      category: "diaspora",
      agencyKind: "daerah"
    })
    expect(tag({ positions: base.positions.slice(1) })).toMatchObject({
      _tag: "PositionNotOpen",
      position: "nurse",
      why: "not-described"
    })
    expect(tag({ rules: { ...base.rules, closedPositions: ["teacher"] } })).toMatchObject({
      _tag: "PositionNotOpen",
      why: "closed"
    })
    expect(tag({ special: special("daerah-tertinggal", 61) })).toMatchObject({
      _tag: "BeyondGranted",
      asked: 61,
      granted: 60
    })
    expect(tag({ special: [{ unit: "Z", position: "nurse", category: "disabilitas", seats: 1 }] })).toMatchObject({
      _tag: "BeyondGranted",
      granted: 0
    })
    expect(tag({ special: special("disabilitas", 0.5) })).toMatchObject({ _tag: "NotWhole", unit: "A / nurse" })
    expect(tag({ agencyKind: "pusat" })).toMatchObject({ _tag: "CategoryNotOpen", category: "cumlaude" })
  })

  it("refuses a distribution that waits for a draw, for its post would be lost", () => {
    const twins = [
      { unit: "A", position: "nurse", asked: 1 },
      { unit: "B", position: "nurse", asked: 1 }
    ]
    const decree = { number: "contoh", day: "2026-05-04", granted: [{ position: "nurse", seats: 1 }] }
    const distribution = Result.getOrThrow(Decree.distribute(twins, decree, "dhondt"))
    const outcome = Opening.open({ ...base, distribution })
    expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("DrawsOpen")
    const settled = Result.getOrThrow(Decree.distribute(twins, decree, "dhondt", ["B / nurse"]))
    expect(Result.getOrThrow(Opening.open({ ...base, distribution: settled })).totals).toEqual({
      asked: 2,
      granted: 1,
      opened: 1
    })
  })

  it("returns equal cells for a reserved post as a draw and takes it back", () => {
    const distribution = {
      ...base.distribution,
      rows: [
        { ...asked[0]!, granted: 5 },
        { ...asked[1]!, granted: 5 }
      ]
    }
    const open = Result.getOrThrow(Opening.open({ ...base, distribution }))
    expect(open.draws).toEqual([{ category: "disabilitas", seats: 1, among: ["A / nurse", "B / nurse"] }])
    const drawn = Result.getOrThrow(Opening.open({ ...base, distribution, drawn: { disabilitas: ["B / nurse"] } }))
    expect(rows(drawn)).toEqual(["F0001 A umum 5", "F0002 B umum 4", "F0003 B disabilitas 1"])
  })

  it("opens as many posts as were granted, whatever is reserved", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }), (granted) => {
        const distribution = {
          ...base.distribution,
          rows: granted.map((seats, i) => ({ unit: `u${i}`, position: "nurse", asked: seats, granted: seats }))
        }
        const { cells, totals } = Result.getOrThrow(Opening.open({ ...base, distribution }))
        expect(cells.reduce((sum, { seats }) => sum + seats, 0)).toBe(totals.granted)
        expect(new Set(cells.map(({ formation }) => formation)).size).toBe(cells.length)
      })
    )
  })
})
