/**
 * A host that does not know Effect: it records scores, follows them, writes to a person and publishes, with promises and loops.
 *
 * What goes wrong by itself is a value: a sheet that is sent twice is recorded once, another sheet under its key is refused.
 *
 * Run: node examples/62-promises-for-a-host.ts
 */
import { Edition } from "@timbang/core/publication"
import { Primitives, SecretKey } from "@timbang/signing"
import { SendingPolicy, Timbang } from "@timbang/workflows"
import { Journal, Signer, TileStore, Vault } from "@timbang/workflows/ports"
import { Layer, Result } from "effect"

// In memory here. In use `Storage.onServer({ url, keys })` of @timbang/storage-sql, and a seed of 32 random bytes.
const key = Result.getOrThrow(SecretKey.fromSeed("kota.example/cpns-2026", "ed25519", Uint8Array.from({ length: 32 }, (_, at) => at)))
const { quiet: _, ...policy } = SendingPolicy.standard
const actor = { id: "a.17", role: "panitia", unit: "bkpsdm" }

const timbang = await Timbang.make({
  storage: Layer.merge(Journal.layerMemory, Vault.layerMemory),
  notify: {
    actor: { id: "outbox", role: "sender", unit: "bkpsdm" },
    policy,
    isSending: false,
    channel: Timbang.channel("sms", async ({ text, to }) => {
      console.log(`SMS to ${to.slice(0, 5)}...: ${text}`)
      return { reference: "gateway-1" }
    })
  },
  sources: { formations: [{ formation: "F1", position: "Guru", seats: 2 }] },
  publication: {
    tiles: TileStore.layerMemory,
    signer: Signer.layer(key.verifier, (text) => SecretKey.sign(key, text)),
    primitives: Primitives.portable
  }
})

const sheet = (twk: string) => ({ actor, key: "sheet-1", entries: [{ kind: "score.recorded", body: JSON.stringify({ participant: "26-1", twk }) }] })
for (const batch of [sheet("110"), sheet("110"), sheet("150")]) {
  const recorded = await timbang.append("cpns-2026/skd", batch)
  console.log(recorded._tag === "Success" ? `position ${recorded.success.position}, repeated: ${recorded.success.isRepeat}` : recorded.failure.message)
}

for await (const { body, position } of timbang.follow({ stream: "cpns-2026/skd" })) {
  console.log(`followed ${position}: ${body}`)
  break
}

for await (const { place, value } of timbang.rows("formations")) console.log(`${place.source}, row ${place.row}: ${value.position}, ${value.seats} seats`)

const access = { actor, purpose: "registration" }
await timbang.vault.write(access, [{ subject: "26-1", part: "contact/sms", value: new TextEncoder().encode("+6281200000001") }])
await timbang.notify(actor, { key: "score/26-1", person: "26-1", about: "Score", subject: "Nilai", text: "Nilai SKD Anda tercatat.", language: "id" })
const sent = Result.getOrThrow(await timbang.sendDue())
console.log(`sent ${sent.sent}, and again: ${Result.getOrThrow(await timbang.sendDue()).sent}`)

const letter = new TextEncoder().encode("Pengumuman 1/2026")
const published = await timbang.publish({ entries: [Edition.documentEntry(Primitives.portable, "pengumuman", letter)], documents: [letter] })
console.log(published._tag === "Success" ? published.success.checkpoint.split("\n").slice(0, 2).join(", size ") : published.failure.message)

await timbang.close()
