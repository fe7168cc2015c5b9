/**
 * Selection rates by group: the four-fifths rule in whole numbers, Fisher's test, an interval, and the rule for small numbers.
 *
 * The first table is from the Questions and Answers of 1979 to the Uniform Guidelines; the second is invented.
 * Run: node examples/52-are-selection-rates-fair.ts
 */
import { AdverseImpact } from "@timbang/core/evaluation"
import { Fraction, Interval, Undefined } from "@timbang/core/number"
import { Findings } from "@timbang/language"

const english = Findings.phrases("en")
const print = ({ groups }: AdverseImpact.Table): void => {
  for (const { applicants, finding, fisher, group, ratio, ratioInterval, selected } of groups) {
    const exact = Undefined.isUndefined(ratio) ? ratio.reason : Fraction.format(ratio)
    const p = Undefined.isUndefined(fisher) ? fisher.reason : fisher < 0.001 ? "< 0.001" : fisher.toFixed(3)
    const counts = `${selected} of ${applicants}`.padEnd(10)
    const interval = Interval.format(ratioInterval, 2)
    console.log(`${group.padEnd(16)} ${counts} ratio ${exact.padEnd(7)} ${interval}  Fisher ${p.padEnd(7)} ${english.impact[finding]}`)
  }
}

print(AdverseImpact.compare([
  { group: "White", selected: 60, applicants: 100 },
  { group: "American Indian", selected: 45, applicants: 100 },
  { group: "Hispanic", selected: 48, applicants: 100 },
  { group: "Black", selected: 51, applicants: 100 }
]))

const row = (stratum: string, group: string, selected: number, applicants: number) => ({ stratum, group, selected, applicants })
const { strata, together } = AdverseImpact.byStratum([
  row("city posts", "from the city", 50, 500),
  row("city posts", "from the islands", 5, 50),
  row("island posts", "from the city", 25, 50),
  row("island posts", "from the islands", 250, 500)
])
console.log("\ntogether, where the mix of posts makes the difference:")
print(together)
for (const [stratum, table] of strata) {
  console.log(`${stratum}:`)
  print(table)
}

console.log("\none person more would turn it round:")
print(AdverseImpact.compare([{ group: "a", selected: 2, applicants: 6 }, { group: "b", selected: 1, applicants: 6 }]))
