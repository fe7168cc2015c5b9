/**
 * The floor of reading: a file parsed to string arrays by udsv, in a process of its own.
 */
import { readFileSync } from "node:fs"
import { inferSchema, initParser } from "udsv"

const text = readFileSync(process.argv[2]!, "utf8")
process.stdout.write(`${initParser(inferSchema(text)).stringArrs(text).length}\n`)
