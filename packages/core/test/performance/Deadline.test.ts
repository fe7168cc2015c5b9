import { Day } from "@timbang/core/law"
import { Deadline } from "@timbang/core/performance"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const source = { instrument: "house rule", confidence: "host" } as const
const rule = (days: number, counts: Deadline.Deadline["counts"]): Deadline.Deadline => ({ act: "objection", after: "receipt", days, counts, source })
const week = { restDays: [0, 6], holidays: new Set<string>() }

describe("Deadline.due", () => {
  it("does not count the day of the event, and jumps over weekends and holidays", () => {
    // 2026-01-02 is a Friday.
    expect(Deadline.due(rule(1, "working-days"), "2026-01-02", week)).toBe("2026-01-05")
    expect(Deadline.due(rule(1, "working-days"), "2026-01-02", { ...week, holidays: new Set(["2026-01-05"]) })).toBe("2026-01-06")
    expect(Deadline.due(rule(1, "calendar-days"), "2026-01-02", week)).toBe("2026-01-03")
  })

  it("ends on a worked day with exactly so many worked days behind it", () => {
    const starts = fc.integer({ min: 18_000, max: 24_000 }).map(Day.fromNumber)
    const holidays = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 })
    fc.assert(fc.property(starts, fc.integer({ min: 1, max: 30 }), holidays, (event, days, offsets) => {
      const calendar = { ...week, holidays: new Set(offsets.map((offset) => Day.addDays(event, offset))) }
      const last = Deadline.due(rule(days, "working-days"), event, calendar)
      const worked = Array.from({ length: Day.toNumber(last) - Day.toNumber(event) }, (_, at) => Day.addDays(event, at + 1))
        .filter((day) => ![0, 6].includes((Day.toNumber(day) + 4) % 7) && !calendar.holidays.has(day))
      expect(worked).toHaveLength(days)
      expect(worked.at(-1)).toBe(last)
    }))
  })
})

describe("Deadline.state", () => {
  it("is open and met to the last day, overdue and late after it", () => {
    const of = (days: { readonly done?: string; readonly today: string }) =>
      Deadline.state(rule(3, "calendar-days"), { event: "2026-03-01", ...days }, week).state
    expect([of({ today: "2026-03-04" }), of({ today: "2026-03-05" })]).toEqual(["open", "overdue"])
    expect([of({ today: "2026-04-01", done: "2026-03-04" }), of({ today: "2026-04-01", done: "2026-03-05" })]).toEqual(["met", "late"])
  })
})

describe("Deadline.follow", () => {
  const deadlines = [
    { ...rule(14, "calendar-days"), act: "objection", after: "received", isRight: true },
    { ...rule(7, "calendar-days"), act: "decision", after: "objected" }
  ] as const
  const of = (events: Readonly<Record<string, string>>, done: Readonly<Record<string, string>>, today: string) =>
    Deadline.follow(deadlines, { events, done, today }, week).map(({ due, state }) => [due, state])

  it("begins with the event, lets a right lapse, and calls a duty overdue", () => {
    expect(of({}, {}, "2026-05-01")).toEqual([[undefined, "not-begun"], [undefined, "not-begun"]])
    expect(of({ received: "2026-03-01" }, {}, "2026-03-15")).toEqual([["2026-03-15", "open"], [undefined, "not-begun"]])
    expect(of({ received: "2026-03-01" }, {}, "2026-03-16")).toEqual([["2026-03-15", "lapsed"], [undefined, "not-begun"]])
    const objected = { received: "2026-03-01", objected: "2026-03-16" }
    expect(of(objected, { objection: "2026-03-16" }, "2026-03-24")).toEqual([["2026-03-15", "late"], ["2026-03-23", "overdue"]])
    expect(of(objected, { objection: "2026-03-16", decision: "2026-03-23" }, "2026-03-24")).toEqual([["2026-03-15", "late"], ["2026-03-23", "met"]])
  })

  it("keeps what was done where the day of its event is not known", () => {
    expect(Deadline.follow(deadlines, { events: {}, done: { decision: "2026-03-02" }, today: "2026-04-01" }, week)[1]).toEqual({ deadline: deadlines[1], done: "2026-03-02", state: "not-begun" })
  })
})
