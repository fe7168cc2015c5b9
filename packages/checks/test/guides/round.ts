/** A small round, selected and published phase by phase, as the guides presume it. */
import type { Guide } from "../../src/guide.ts"

/** Two people, one seat. */
export const files = {
  "F.csv": "formation,position,education,location,category,seats\nF1,Penyuluh,S-1,Setda,umum,1\n",
  "P.csv": "participant,formation,twk,tiu,tkp,skb\n24-01,F1,110,150,191,68\n24-02,F1,110,145,196,68\n"
}

/** Makes `kunci`, `kunci.pub`, the folder `hasil` and the log `catatan`, with these phases, or all at once; answers the eight words that `publish` printed last. */
export const publish = async (guide: Guide, ...phases: ReadonlyArray<string>): Promise<string> => {
  guide.write(files)
  const { err, out, status } = await guide.shell([
    "timbang key new kunci --name kota.example/cpns-2026 > kunci.pub",
    "timbang select --rules cpns-2024 --scored-on 2024-10-16 --formations F.csv --participants P.csv --out hasil",
    ...(phases.length === 0 ? [""] : phases).map((phase) => `timbang publish ${phase} --selection hasil --key kunci --out catatan`)
  ].join("\n"))
  if (status !== 0) throw new Error(err)
  return out.trimEnd().split("\n").at(-1)!.replace("kata titik periksa: ", "")
}
