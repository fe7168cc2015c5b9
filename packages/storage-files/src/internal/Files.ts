/**
 * Whole files: written beside their place first, so that no reader sees half of one, and kept by the disk before they count.
 *
 * @since 0.1.0
 */
import { randomBytes } from "node:crypto"
import { link, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises"
import { dirname, join } from "node:path"

/** Folder of drafts, which no web server shows and no published path can name. */
const draftFolder = ".drafts"

/** The content of a file; nothing where there is none. */
export const contentOf = async (path: string): Promise<Uint8Array | undefined> => {
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EISDIR"].includes(codeOf(error))) return undefined
    throw error
  }
}

/** Writes a draft below a folder and waits until the disk has it. */
export const draft = async (folder: string, bytes: Uint8Array, mode = 0o644): Promise<string> => {
  const path = join(folder, draftFolder, `${process.pid}-${randomBytes(8).toString("hex")}`)
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path, "wx", mode)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return path
}

/** Gives a draft its name if nothing has that name yet; answers whether it had none. */
export const claim = async (from: string, path: string): Promise<boolean> => {
  await mkdir(dirname(path), { recursive: true })
  try {
    await link(from, path)
    await rm(from)
    return true
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false
    // Sticks and some shares know no links; there two that claim one name at the same time are not told apart.
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(codeOf(error))) throw error
    if (await contentOf(path) !== undefined) return false
    await rename(from, path)
    return true
  }
}

/** Waits until the disk has the names in a folder; Windows keeps them by itself. */
export const keepNames = async (folder: string): Promise<void> => {
  if (process.platform === "win32") return
  const handle = await open(folder, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Removes drafts of programs that live no more, and the folder when it is empty. */
export const removeLeft = async (folder: string): Promise<void> => {
  const drafts = join(folder, draftFolder)
  let left = 0
  for (const name of await readdir(drafts).catch(() => [])) {
    if (isAlive(Number(name.split("-")[0]))) left++
    else await rm(join(drafts, name), { force: true })
  }
  if (left === 0) await rm(drafts, { recursive: true, force: true })
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === "EPERM"
  }
}

export const codeOf = (error: unknown): string => (error as { readonly code?: string } | undefined)?.code ?? ""
