/**
 * `npm run test:process`: the whole plan; the last line counts kills and what was done again, doubled or left.
 */
import { Stage } from "@timbang/process"
import * as Server from "../../../storage-sql/test/Server.ts"
import * as Aim from "./Aim.ts"
import * as Downtime from "./Downtime.ts"
import * as Kills from "./Kills.ts"
import * as Points from "./Points.ts"
import * as SameRoot from "./SameRoot.ts"

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const progress = (of: number) => (kills: number, finished: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${kills} kills, ${finished} of ${of} rounds `)
}

const line = ({ again, aimed, cut, doubled, facts, kills, nodes, rounds, seconds, takenOver, unfinished }: Kills.Outcome): string =>
  `${rounds} rounds, ${facts} facts, ${kills} kills at random and ${aimed} aimed (${cut} inside a step), ${nodes} nodes, ${takenOver} rounds taken over, ` +
  `${again} steps again, ${doubled} doubled, ${unfinished} unfinished, ${seconds.toFixed(0)} s`

const { port } = await Server.start()
try {
  const limitMillis = 900_000
  const { at, due, recordedAt, stage } = await Downtime.run(port, "down")
  const isHonoured = at === due && recordedAt > due && stage === "applicants"
  say(`deadline while down: due ${new Date(due).toISOString()}, held from ${new Date(at).toISOString()}, written ${new Date(recordedAt).toISOString()}`)

  const some = { server: port, rounds: 12, kills: 50, limitMillis, onProgress: progress(12) }
  const alone = await Kills.run({ ...some, schema: "alone", nodes: 1, aimAt: () => true })
  say(`one node, killed: ${line(alone)}`)
  const together = await Kills.run({ ...some, schema: "together", nodes: 3, isPooled: true, lifeMillis: [2000, 4000], aimAt: Points.isOfNode })
  say(`three nodes as behind a pool, killed in turn: ${line(together)}`)

  say(`${"kills that fell".padEnd(46)}  before  between   after the fact`)
  for (const one of Aim.table([alone.hits, together.hits])) say(one)

  const many = { rounds: 200, limitMillis, onProgress: progress(200) }
  const three = await Kills.run({ ...many, server: port, schema: "three", nodes: 3, kills: 1, isForGood: true })
  say(`three nodes, one killed for good: ${line(three)}`)

  const [before, onOne, onThree] = [
    await SameRoot.of(port, "three"),
    await SameRoot.publish({ server: port, from: "three", schema: "copied1", nodes: 1 }),
    await SameRoot.publish({ server: port, from: "three", schema: "copied3", nodes: 3 })
  ]
  const isSame = before.root === onOne.root && before.root === onThree.root && [before, onOne, onThree].every(({ rounds }) => rounds === 200)
  say(`root over ${before.rounds} rounds, published from one journal: ${before.root.slice(0, 16)}, on one node ${onOne.root.slice(0, 16)}, on three ${onThree.root.slice(0, 16)}`)

  const runs = [alone, together, three]
  const sum = (key: "kills" | "aimed" | "again" | "doubled" | "unfinished"): number => runs.reduce((total, run) => total + run[key], 0)
  const stepsHit = Aim.partsHit(alone.hits)
  say(
    `${sum("kills")} kills at random, ${sum("aimed")} aimed, steps hit in each window ${stepsHit} of ${Stage.parts.length}, ${sum("again")} steps again, ${sum("doubled")} doubled, ${sum("unfinished")} rounds unfinished, ` +
      `roots ${isSame ? "the same" : "DIFFERENT"}, deadline ${isHonoured ? "honoured" : "MISSED"}`
  )
  const isGood = isHonoured && isSame && sum("again") + sum("doubled") + sum("unfinished") === 0 && alone.kills + together.kills === 100 && stepsHit === Stage.parts.length && alone.missed + together.missed === 0 && three.takenOver > 0
  process.exitCode = isGood ? 0 : 1
} finally {
  await Server.stop()
}
process.exit()
