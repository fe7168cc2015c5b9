/**
 * What of a participant is published and what becomes a commitment, under both policies; and what erasure leaves behind.
 *
 * Run: node examples/31-show-and-hide.ts
 */
import { Parameter } from "@timbang/core/law"
import { Commitment, Disclosure } from "@timbang/core/publication"
import { DisclosureLaw } from "@timbang/regulations"
import { NodePrimitives } from "@timbang/signing/node"
import { Result } from "effect"

const { node } = NodePrimitives
const words = Result.getOrThrow(Parameter.at(DisclosureLaw.vocabulary, "2026-11-24")).value
const facts = {
  participant: "26-0001",
  formation: "guru-sd/jelutung",
  category: "disabilitas",
  code: "P/L",
  decidedBy: "birthDate",
  hidden: { "birth-date": "1998-04-01" }
}

for (const policy of [Disclosure.asOfficialLists(words), Disclosure.protectedCategories(words)]) {
  const { hidden, shown } = Result.getOrThrow(Disclosure.split(policy, facts))
  console.log(`${policy.name}\n  shown:  ${JSON.stringify(shown)}\n  hidden: ${Object.keys(hidden).join(", ")}`)
}

/** Real salts are 32 bytes of `crypto.getRandomValues`; these are fixed so that the example prints the same each time. */
const salt = (part: string): Uint8Array => node.sha256(new TextEncoder().encode(part))
const { hidden } = Result.getOrThrow(Disclosure.split(Disclosure.protectedCategories(words), facts))
const vault = new Map(Object.entries(hidden).map(([part, content]) => [part, { salt: salt(part), content }]))
const commitments = Result.getOrThrow(Commitment.commitAll(node, Object.fromEntries(vault)))
console.log(
  `\npublished commitments\n  ${Object.entries(commitments).map(([part, one]) => `${part}: ${one}`).join("\n  ")}`
)

const opens = (born: string): boolean =>
  Commitment.opens(node, Buffer.from(commitments["birth-date"]!, "base64"), {
    ...vault.get("birth-date")!,
    content: born
  })
console.log(`\nits owner opens the birth date: ${opens("1998-04-01")}`)
console.log(`another date does not open it: ${opens("1998-04-02")}`)

vault.delete("birth-date")
console.log(`after erasure the vault holds: ${[...vault.keys()].join(", ")}; the commitment stays and says nothing`)

const slip = Disclosure.split(Disclosure.protectedCategories(words), { ...facts, participant: "1571020104980001" })
console.log(`\n${Result.isFailure(slip) ? slip.failure.message : "published"}`)
