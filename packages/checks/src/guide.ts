/**
 * Runs a page as it is written: its blocks in the order in which they stand, in one fresh folder, where `timbang` and `php` are found by
 * their names. Code is taken from the page and from nowhere else.
 *
 * A block that no test ran is a fault of that test. One that is only shown says so to the reader: the paragraph before it ends
 * in `(shown, not run):`.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { delimiter, dirname, join } from "node:path"
import { transformSync } from "esbuild"
import { afterAll } from "vitest"
import { type Block, fileOf, of } from "./blocks.ts"
import { root } from "./packages.ts"

// --- models ---

/** How the commands of a block ended. */
export interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Commands that do not end by themselves. */
export interface Running {
  readonly child: ChildProcess
  /** What they printed so far. */
  readonly said: () => string
}

/** What a test changes in a block: an address that is free here for the one on the page, and variables. */
export interface Changes {
  readonly replace?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

/** A page while it is run. Each method takes the block that stands next. */
export interface Guide {
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly path: (name: string) => string
  /** The files that the page speaks of and the reader has. */
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => void
  readonly read: (name: string) => string
  /** Runs a block of commands to its end; it stops at the first that fails. */
  readonly sh: (changes?: Changes) => Promise<Ended>
  /** Runs commands of the test's own in the same place. */
  readonly shell: (script: string, env?: Readonly<Record<string, string>>) => Promise<Ended>
  /** Runs a block of commands that goes on until the test ends. */
  readonly start: (changes?: Changes) => Running
  /** A block of TypeScript as a module. */
  readonly module: <A>() => Promise<A>
  /** A block that is a file: the paragraph before it names it. */
  readonly file: (language: string, name: string) => void
  /** A block as text, such as what is printed or sent. */
  readonly text: (language: string) => string
}

// --- operations ---

/** Opens `docs/guides/NAME`, or a page by its path from the root. Its modules see every package of this repository. */
export const open = (name: string): Guide => {
  const page = name.includes("/") || name.startsWith("README") ? name : `docs/guides/${name}`
  const all = of(readFileSync(join(root, page), "utf8"))
  const cache = join(import.meta.dirname, "../node_modules/.cache/guides")
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, `${page.replaceAll(/\W+/g, "-")}-`))
  const children: Array<ChildProcess> = []
  let at = 0

  const next = (language: string): Block => {
    while (all[at]?.isShown === true) at++
    const block = all[at++]
    if (block?.language !== language) throw new Error(`${page}:${block?.line ?? "end"}: the next block is ${block?.language ?? "none"}, not ${language}`)
    return block
  }

  const write = (files: Readonly<Record<string, string | Uint8Array>>): void => {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), content)
    }
  }

  for (const block of all.filter(({ isShown, language }) => language === "ts" && !isShown)) {
    // Decorators are the one thing that Node does not read.
    const { code } = transformSync(block.code, { loader: "ts", tsconfigRaw: { compilerOptions: { experimentalDecorators: true, verbatimModuleSyntax: true } } })
    write({ [fileOf(block)]: code })
  }
  const program = process.env["TIMBANG_PROGRAM"] ?? join(root, "packages/cli/src/bin.ts")
  for (const [command, file] of [["timbang", program], ["php", join(import.meta.dirname, "php.ts")]] as const) {
    mkdirSync(join(folder, ".bin"), { recursive: true })
    writeFileSync(join(folder, ".bin", command), `#!/bin/sh\nexec "${process.execPath}" "${file}" "$@"\n`, { mode: 0o755 })
  }
  const env = { ...process.env, PATH: `${join(folder, ".bin")}${delimiter}${process.env["PATH"]}` }

  const spawned = (script: string, more: Changes["env"], isDetached: boolean) =>
    spawn("sh", ["-ec", script], { cwd: folder, env: { ...env, ...more }, stdio: ["ignore", "pipe", "pipe"], detached: isDetached })

  const shell = (script: string, more: Changes["env"] = {}) =>
    new Promise<Ended>((resolve, reject) => {
      const child = spawned(script, more, false)
      const [out, err]: [Array<Buffer>, Array<Buffer>] = [[], []]
      child.stdout.on("data", (bytes: Buffer) => out.push(bytes))
      child.stderr.on("data", (bytes: Buffer) => err.push(bytes))
      child.once("error", reject)
      child.once("close", (status) => resolve({ status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }))
    })

  const changed = ({ replace = {} }: Changes): string =>
    Object.entries(replace).reduce((code, [from, to]) => {
      if (!code.includes(from)) throw new Error(`${page}: ${from} does not stand in the block`)
      return code.replaceAll(from, to)
    }, next("sh").code)

  afterAll(() => {
    for (const { pid } of children) {
      try {
        process.kill(-pid!)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error
      }
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    const left = all.slice(at).filter(({ isShown }) => !isShown)
    if (left.length > 0) throw new Error(`${page}: not run: ${left.map(({ language, line }) => `line ${line} (${language})`).join(", ")}`)
  })

  return {
    folder,
    env,
    path: (file) => join(folder, file),
    write,
    read: (file) => readFileSync(join(folder, file), "utf8"),
    sh: (changes = {}) => shell(changed(changes), changes.env),
    shell,
    start: (changes = {}) => {
      // The shell of a reader goes on after a command in the background; this one would end.
      const child = spawned(`${changed(changes)}\nwait`, changes.env, true)
      children.push(child)
      let text = ""
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (text += bytes.toString()))
      return { child, said: () => text }
    },
    module: () => {
      const file = join(folder, fileOf(next("ts")))
      if (!existsSync(file)) throw new Error(`${page}: ${file} is not there`)
      return import(/* @vite-ignore */ file)
    },
    file: (language, name) => {
      const { before, code, line } = next(language)
      if (!before.includes(`\`${name}\``)) throw new Error(`${page}:${line}: the paragraph before does not name ${name}`)
      write({ [name]: code })
    },
    text: (language) => next(language).code
  }
}
