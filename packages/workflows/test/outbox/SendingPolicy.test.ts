import { SendingPolicy } from "@timbang/workflows"
import { describe, expect, it } from "vitest"

const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 24, hour, minute)

describe("SendingPolicy.delayAfter", () => {
  it("doubles up to the longest wait, and chance moves it by its share", () => {
    const policy = { ...SendingPolicy.standard, firstDelayMillis: 1000, longestDelayMillis: 8000, jitterShare: 0.5 }
    expect([1, 2, 3, 4, 5, 60].map((attempt) => SendingPolicy.delayAfter(policy, attempt, 0.5))).toEqual([1000, 2000, 4000, 8000, 8000, 8000])
    expect(SendingPolicy.delayAfter(policy, 1, 0)).toBe(500)
    expect(SendingPolicy.delayAfter(policy, 1, 0.999)).toBe(1499)
  })
})

describe("SendingPolicy.quietUntil", () => {
  it("knows hours within a day and over midnight, at their edges", () => {
    const noon = { from: 12 * 60, to: 13 * 60, offset: 0 }
    expect([at(11, 59), at(12), at(12, 59), at(13)].map((now) => SendingPolicy.quietUntil(now, noon))).toEqual([undefined, at(13), at(13), undefined])
    const night = { from: 22 * 60, to: 5 * 60, offset: 0 }
    expect([at(4, 59), at(5), at(21, 59), at(22)].map((now) => SendingPolicy.quietUntil(now, night))).toEqual([at(5), undefined, undefined, at(29)])
  })

  it("goes by the local time, whose day may be another than that of UTC", () => {
    const night = { from: 21 * 60, to: 6 * 60, offset: 540 }
    // 21.30 in Jayapura is 12.30 UTC; 05.00 there is 20.00 UTC of the day before.
    expect(SendingPolicy.quietUntil(at(12, 30), night)).toBe(at(21))
    expect(SendingPolicy.quietUntil(at(20), night)).toBe(at(21))
    expect(SendingPolicy.quietUntil(at(21), night)).toBeUndefined()
  })
})
