/**
 * `npm run test:faults`: the whole plan; the last line counts kills, acknowledged and lost.
 */
import * as Server from "../Server.ts"
import * as Faults from "./Faults.ts"

const plans: ReadonlyArray<readonly [string, Faults.Plan]> = [
  ["killed and cut off", { writerKills: 200, serverKills: 50, connectionCuts: 50 }],
  ...Server.canMount() ? [["disk full", { writerKills: 20, serverKills: 5, connectionCuts: 5, diskFulls: 20 }] as const] : []
]
if (plans.length === 1) process.stdout.write("disk full: not tried, it needs the right to mount a disk of its own\n")

const sum = { kills: 0, acknowledged: 0, lost: 0, wrong: 0 }
for (const [name, plan] of plans) {
  const total = plan.writerKills + plan.serverKills + plan.connectionCuts + (plan.diskFulls ?? 0)
  const { acknowledged, differing, disordered, doubled, entries, kills, lost, roots, stalled } = await Faults.run({
    ...plan,
    onProgress: (done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${name}: ${done} of ${total}`)
    }
  })
  process.stdout.write(`${name}: ${kills} faults, ${entries} entries, ${doubled} doubled, ${disordered} out of order, ${differing} of ${roots} roots differ${plan.diskFulls === undefined ? "" : `, ${stalled} of ${plan.diskFulls} full disks stopped the writers`}\n`)
  sum.kills += kills
  sum.acknowledged += acknowledged
  sum.lost += lost
  sum.wrong += lost + doubled + disordered + differing + (acknowledged === 0 ? 1 : 0)
}
process.stdout.write(`${sum.kills} kills, ${sum.acknowledged} acknowledged, ${sum.lost} lost\n`)
process.exit(sum.wrong === 0 ? 0 : 1)
