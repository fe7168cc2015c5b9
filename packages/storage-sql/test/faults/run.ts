/**
 * `npm run test:faults`: the whole plan; the last line counts kills, acknowledged and lost.
 */
import * as Faults from "./Faults.ts"

const outcome = await Faults.run({
  writerKills: 200,
  serverKills: 50,
  connectionCuts: 50,
  onProgress: (kills) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${kills} of 300`)
  }
})
const { acknowledged, differing, disordered, doubled, entries, kills, lost } = outcome
process.stdout.write(
  `${entries} entries, ${doubled} doubled, ${disordered} out of order, follower ${differing === 0 ? "agrees" : "DIFFERS"}\n` +
    `${kills} kills, ${acknowledged} acknowledged, ${lost} lost\n`
)
process.exit(lost + doubled + disordered + differing === 0 && acknowledged > 0 ? 0 : 1)
