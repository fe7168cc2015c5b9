/**
 * The publication part of the demo: the selection as a log of plain files, a receipt that anybody verifies, a recount from
 * the files alone, and one score that somebody changes in them.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { say } from "./page.ts"
import { show, timbang } from "./timbang.ts"

/** Runs the part on the selection that the selection part left in `demo`. */
export const run = (demo: string): void => {
  const at = (name: string) => join(demo, name)
  const selection = at("final")
  say("\nPENGUMUMAN / PUBLICATION")
  say("Hasil seleksi di atas diumumkan sebagai catatan yang hanya dapat bertambah: berkas biasa, untuk server web apa pun.")
  const key = timbang(["key", "new", at("kunci"), "--name", "jambi.example/cpns-2024"]).trim()
  say(key)
  show(["publish", "--selection", selection, "--key", at("kunci"), "--out", at("catatan")])

  const participant = readFileSync(join(selection, "result.csv"), "utf8").split("\n")[1]!.split(",")[2]!
  const receipt = at("tanda-terima.json")
  const own = ["--log", at("catatan"), "--selection", selection]
  show(["receipt", participant, ...own, "--out", receipt])
  const { entry } = JSON.parse(readFileSync(receipt, "utf8")) as { readonly entry: { readonly [field: string]: unknown } }
  const { code, formation, rank, scores } = entry as { readonly [field: string]: unknown; readonly scores: object }
  say(`  ${participant}, formasi ${formation}: kode ${code}, peringkat ${rank}`)
  say(`  ${Object.entries(scores).map(([name, score]) => `${name} ${score}`).join(", ")}`)
  show(["verify", receipt, "--log", at("catatan"), "--key", key])

  say("\nPengumuman resmi dari catatan itu, siap ditandatangani:")
  timbang(["document", "letter", "--out", at("kop.json")])
  show(["document", "pengumuman", selection, "--log", at("catatan"), "--letter", at("kop.json"), "--out", at("pengumuman.pdf")])

  say("\nSiapa pun menghitung ulang seluruh seleksi dari berkas itu saja (3: urutan tidak dibuktikan, karena diumumkan sekaligus):")
  show(["audit", at("catatan"), "--key", key], [3])

  say(`\n--- satu nilai diubah pada berkas yang diumumkan: TWK ${participant} ---`)
  alter(at("catatan"), at("catatan-diubah"), participant)
  show(["audit", at("catatan-diubah"), "--key", key], [1])
}

/** A copy of the log in which one score differs by one question, and nothing else. */
const alter = (log: string, copy: string, participant: string): void => {
  rmSync(copy, { recursive: true, force: true })
  cpSync(log, copy, { recursive: true })
  const score = new RegExp(`("participant":"${participant}","scores":\\{[^}]*"twk":)(\\d+)`)
  for (let tile = 0;; tile++) {
    const name = join(copy, "tile/entries", String(tile).padStart(3, "0"))
    const bytes = readFileSync(name, "latin1")
    if (!score.test(bytes)) continue
    writeFileSync(name, bytes.replace(score, (_, before: string, twk: string) => before + anotherScore(twk)), "latin1")
    return
  }
}

/** Five points more, or less where the number would grow longer: an entry says how many bytes it has. */
const anotherScore = (twk: string): string => {
  const more = String(Number(twk) + 5)
  return more.length === twk.length && Number(more) <= 150 ? more : String(Number(twk) - 5)
}
