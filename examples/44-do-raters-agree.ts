/**
 * Do raters agree, how severe is each, and what may not be compared? What has no value says why.
 *
 * Ratings: Krippendorff (2011), four observers, twelve units. Run: node examples/44-do-raters-agree.ts
 */
import { Undefined } from "@timbang/core/number"
import { Krippendorff, MultiRater, RaterSeverity, RatingTable } from "@timbang/core/performance"
import { Findings } from "@timbang/language"

const ratings = RatingTable.fromObservers([
  [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null]
])
for (const scale of Krippendorff.scales) {
  const found = Krippendorff.alpha(ratings, scale)
  console.log(Undefined.isUndefined(found) ? found.reason : `alpha, ${scale}: ${found.alpha.toFixed(3)} over ${found.pairableUnits} units`)
}
const alike = Krippendorff.alpha(RatingTable.fromUnits([[3, 3], [3, 3]]), "nominal")
if (Undefined.isUndefined(alike)) console.log(Findings.whyUndefined(alike, "id"))

const score = (person: string, rater: string, score: number) => ({ person, rater, score })
const severity = RaterSeverity.fit([
  score("1", "A", 80), score("2", "A", 70), score("1", "B", 75), score("2", "B", 66),
  score("3", "C", 90), score("4", "C", 85), score("3", "D", 88), score("4", "D", 80)
])
for (const { raters } of severity.islands) {
  console.log(raters.map(({ effect, rater }) => `${rater} ${Undefined.isUndefined(effect) ? effect.reason : effect.toFixed(2)}`).join(", "))
}
const across = RaterSeverity.compareRaters(severity, "A", "C")
if (across._tag === "NotComparable") {
  const { people, raters } = across.missingLink
  console.log(`A and C cannot be compared: nobody of ${raters.join(", ")} rated any of ${people.join(", ")}`)
}

const policy = { groups: [{ id: "superior", minimum: 1, weightPercent: 60 }, { id: "peers", minimum: 3, weightPercent: 40 }] }
const given = [{ group: "superior", rater: "a", score: 80 }, { group: "peers", rater: "b", score: 90 }, { group: "peers", rater: "c", score: 70 }]
const { combined } = MultiRater.gather(policy, given)
if (combined._tag === "Pending") console.log(`pending, because ${combined.because.map(({ group, missing }) => `${missing} of ${group} missing`).join(", ")}`)
