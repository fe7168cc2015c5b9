/**
 * Why nothing was published, in words: what happened, to which file, and what to do.
 *
 * @since 0.1.0
 */
import { join } from "node:path"
import { Sentences } from "@timbang/language"
import { AuditSentences, DocumentLines, ProofSentences, PublishLines } from "@timbang/language/publication"
import { Turn } from "@timbang/storage-files"
import type { Publication } from "@timbang/workflows"
import { codes, CommandFailed } from "../Exit.ts"
import * as ResultFile from "../report/ResultFile.ts"

/** Where it happened. */
export interface Where {
  /** Folder of the log. */
  readonly out: string
  /** File of salts. */
  readonly vault: string
  readonly lang: Sentences.Language
}

/** A refusal for the reader; what the law or the order of publication does not allow ends with a code of its own. */
export const inWords = (
  error: Publication.PublicationError | Publication.NameTaken | Publication.LogEmpty,
  { lang, out, vault }: Where
): CommandFailed => {
  const says = PublishLines.lines[lang]
  const refused = (line: string): CommandFailed => new CommandFailed({ code: codes.refused, lines: [line] })
  const notAllowed = (line: string): CommandFailed => new CommandFailed({ code: codes.notAllowed, lines: [line] })
  switch (error._tag) {
    case "OrderBroken": {
      const isTwice = error.breaches.some(({ _tag }) => _tag === "EntryTwice" || _tag === "AfterSeal" || _tag === "SealedTwice")
      return new CommandFailed({
        code: isTwice ? codes.refused : codes.notAllowed,
        lines: error.breaches.map((breach) => Sentences.say(AuditSentences.faults[lang], breach))
      })
    }
    case "EntryRefused":
      return refused(Sentences.say(ProofSentences.troubles[lang], error.cause))
    case "LogRefused": {
      const at = join(out, error.path)
      switch (error.problem) {
        case "checkpoint":
          return refused(says.checkpointBroken(at))
        case "signature":
          return refused(says.otherKey)
        case "root":
          return refused(says.otherTree)
        default:
          return refused(says.logIncomplete(at))
      }
    }
    case "PhaseRefused":
      return phaseInWords(error, says, { out, vault, refused, notAllowed })
    case "RevisionRefused": {
      const line = says.revision[error.problem](named(error.participants))
      return error.problem === "basis-missing" ? notAllowed(line) : refused(line)
    }
    case "CaseRefused":
      return refused(says.cases[error.problem](named(error.cases)))
    case "IdentityShown":
    case "NotPublishable":
    case "SaltNotRandom":
    case "SaltShared":
      return refused(PublishLines.edition(error, lang))
    case "NameTaken":
      return refused(DocumentLines.lines[lang].nameTaken(error.name))
    case "LogEmpty":
      return refused(DocumentLines.lines[lang].noResults(out))
    case "HeadMoved":
      return refused(says.otherWriter(join(out, error.path)))
    case "PathTaken":
      return refused(says.leftByBrokenRun(join(out, error.path)))
    case "TileStoreUnavailable":
      return ofFile(out, error.cause, says, lang)
    case "VaultUnavailable":
      return error.cause instanceof SyntaxError || error.cause instanceof TypeError
        ? refused(says.vaultBroken(vault))
        : ofFile(vault, error.cause, says, lang)
    default:
      return refused(error.message)
  }
}

const phaseInWords = (
  { about, phase, problem }: Publication.PhaseRefused,
  says: PublishLines.PublishLines,
  { notAllowed, out, refused, vault }: Pick<Where, "out" | "vault"> & Record<"refused" | "notAllowed", (line: string) => CommandFailed>
): CommandFailed => {
  switch (problem) {
    case "published-already":
      return refused(says.alreadyPublished(out))
    case "phase-twice":
      return refused(says.phaseTwice[phase === "rules" ? "rules" : "scores"])
    case "cohort-missing":
      return refused(says.filesNeeded)
    case "selection-missing":
      return refused(says.selectionNeeded)
    case "other-rules":
      return notAllowed(says.otherRules)
    case "law-changes-rules-only":
      return notAllowed(says.lawChangesRulesOnly)
    case "scores-missing":
      return notAllowed(says.scoresMissing(named(about)))
    case "scores-first":
      return notAllowed(says.revision["scores-first"](named(about)))
    case "salts-elsewhere":
      return refused(says.vaultElsewhere(out, vault))
  }
}

/** A file that could not be read or written, or that somebody else writes. */
const ofFile = (path: string, cause: unknown, says: PublishLines.PublishLines, lang: Sentences.Language): CommandFailed => {
  if (cause instanceof Turn.OtherWriter) return new CommandFailed({ code: codes.refused, lines: [says.otherWriter(cause.path)] })
  return cause instanceof Turn.FileTrouble ? ResultFile.trouble(cause.path, cause.cause, lang) : ResultFile.trouble(path, cause, lang)
}

const named = (names: ReadonlyArray<string>): string => names.slice(0, 10).join(", ")
