import type { Fault } from "@timbang/core/input"
import { MatrixFile, Template } from "@timbang/source-files"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"

const bytes = (...lines: ReadonlyArray<string>) => ({ file: "M.csv", bytes: new TextEncoder().encode(lines.map((line) => `${line.trimEnd()}\n`).join("")) })
const faults = (effect: Effect.Effect<unknown, Fault.InputRefused>): Promise<ReadonlyArray<string>> =>
  Effect.runPromise(effect.pipe(Effect.match({
    onSuccess: () => [],
    onFailure: (refused) =>
      refused.faults.map((fault) => [fault._tag, "row" in fault ? fault.row : 0, "column" in fault ? fault.column : "", "found" in fault ? fault.found : ""].join(" "))
  })))
const criteria = (weighs: boolean, ...lines: ReadonlyArray<string>) =>
  MatrixFile.readCriteria(bytes("criterion,direction,weight,low,high,shape,indifference,preference,scale", ...lines), weighs ? { weights: "shares" } : {})

describe("MatrixFile.readCriteria", () => {
  it("says every fault at once, each with its cell", async () => {
    expect(await faults(criteria(true,
      "a,benefit,0.5,0,10,,,,", "a,up,0.2,10,5,,,,", "c,cost,-0.1,1,,linear,3,2,", "d,cost,x,,,gaussian,,,0", "unit,cost,,,,rising,,0,"
    ))).toEqual([
      "Duplicate 3 criterion a", "UnknownCode 3 direction up", "NotAbove 3 high 5", "OutOfRange 4 weight -0.1", "CellMissing 4 high ",
      "NotAbove 4 preference 2", "NotANumber 5 weight x", "NotAbove 5 scale 0", "NotAnIdentifier 6 criterion unit", "CellMissing 6 weight ",
      "NotAbove 6 preference 0"
    ])
  })

  it("weights add up to exactly 1 where they are needed, and are not looked for elsewhere", async () => {
    const [tenths, thirds] = [["a,cost,0.7,,,,,,", "b,cost,0.2,,,,,,"], ["a,cost,1/3,,,,,,", "b,cost,1/3,,,,,,", "c,cost,1/3,,,,,,"]]
    expect(await faults(criteria(true, ...tenths))).toEqual(["SharesNotOne 1 weight "])
    expect(await faults(criteria(true, ...thirds))).toEqual([])
    expect(await faults(criteria(false, "a,cost,,,,,,,", "b,benefit,,,,,,,"))).toEqual([])
  })

  it("carries bounds and thresholds as the methods take them", async () => {
    const { criteria: read } = await Effect.runPromise(criteria(false, "a,biaya,,0,40,linier,1,5,"))
    expect(read).toEqual([{
      id: "a", direction: "less-is-better", bounds: { low: 0, high: 40 }, preference: { shape: "linear", indifference: 1, preference: 5 }, row: 2
    }])
  })

  it("what its template holds is read without a word", async () => {
    const input = bytes(Template.csv(MatrixFile.criteriaColumns))
    expect((await Effect.runPromise(MatrixFile.readCriteria(input, { weights: "shares" }))).corrections).toEqual([])
  })
})

describe("MatrixFile.read", () => {
  const expected = [{ id: "a", above: { limit: 0, neededBy: "weighted-product" } }, { id: "b", minimum: 0, maximum: 10 }, { id: "c" }]

  it("refuses NaN, zero where a product needs more, a constant column, figures out of bounds and units that stand twice", async () => {
    expect(await faults(MatrixFile.read(bytes("unit,a,b,c", "x,1,5,7", "y,NaN,11,7", "x,0,,7"), expected))).toEqual([
      "ColumnConstant 1 c 7", "NotANumber 3 a NaN", "OutOfRange 3 b 11", "CellMissing 4 b ", "Duplicate 4 unit x", "NotAbove 4 a 0"
    ])
  })

  it("keeps figures of any size and any decimals, and says where a mark leaves a doubt", async () => {
    const one = [{ id: "a" }]
    const { figures } = await Effect.runPromise(MatrixFile.read(bytes("unit,a", "x,213456789012345", "y,8.556509972", "z,-0.25", "w,1.2e-5"), one))
    expect([...figures[0]!]).toEqual([213456789012345, 8.556509972, -0.25, 0.000012])
    expect(await faults(MatrixFile.read(bytes("unit,a", "x,1.234", "y,5"), one))).toEqual(["AmbiguousThousands 2 a 1.234"])
    expect(await faults(MatrixFile.read(bytes("unit,a", "x,1.234", "y,5.1"), one))).toEqual([])
    expect(await faults(MatrixFile.read(bytes("unit;a", "x;1,5", "y;5.1"), one))).toEqual(["MixedDecimalMarks 3 a 5.1"])
    expect(await faults(MatrixFile.read(bytes('unit,a', 'x,"1,5"', 'y,"1.234.567"'), one))).toEqual(["DecimalCommaRefused 2 a 1,5", "AmbiguousThousands 3 a 1.234.567"])
  })

  it("names a criterion that has no column, and a column that no criterion speaks of", async () => {
    expect(await faults(MatrixFile.read(bytes("unit,a,b", "x,1,2", "y,2,3"), expected))).toEqual(["ColumnMissing 1 c "])
    const { corrections } = await Effect.runPromise(MatrixFile.read(bytes("unit,a,d", "x,1,2", "y,2,3"), [{ id: "a" }]))
    expect(corrections).toEqual([{ _tag: "UnknownColumn", file: "M.csv", column: "d", nearest: undefined }])
  })
})
