/**
 * What a portal is made of, and how much a client may ask of it.
 *
 * @since 0.1.0
 */
import type { Day } from "@timbang/core/law"
import type { Disclosure, Primitives as CorePrimitives } from "@timbang/core/publication"
import type { StudyProgramme } from "@timbang/core/selection"
import type { Sources } from "@timbang/workflows/ports"
import type * as ProposalPages from "./ProposalPages.ts"
import type * as PublicRecord from "./PublicRecord.ts"
import type * as RateLimit from "./RateLimit.ts"
import type * as RegistrationPages from "./RegistrationPages.ts"
import type * as ScoreSheetPages from "./ScoreSheetPages.ts"
import type * as SurveyPages from "./SurveyPages.ts"
import type * as VerificationPages from "./VerificationPages.ts"

// --- models ---

/**
 * What a portal is made of. Only `read` is needed.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  /** Public files of the log by their path. */
  readonly read: PublicRecord.ReadFile
  /** Scores as they are made, beside those of the log. */
  readonly feed?: Sources.ScoreFeed["Service"]
  readonly primitives?: CorePrimitives.Primitives
  /** The words of the disclosure policies of the country; with them a result is explained by rerunning its formation. */
  readonly words?: Disclosure.Vocabulary
  /** Path under which the portal is mounted, such as `/cpns`; none by default. */
  readonly base?: string
  /** Day on which the result of a stage was announced, as the rules name the stage; deadlines follow from it. */
  readonly announcedOn?: Readonly<Record<string, Day.Day>>
  /** The agency's dated table of study programmes, by which *Cek syarat* says whether one fits. */
  readonly programmes?: ReadonlyArray<StudyProgramme.Entry>
  /** Registration to a selection that the host decides itself; without it there is no such page, and rules of which another office decides a part refuse it. */
  readonly registration?: RegistrationPages.Host
  /** Proposals of villages and groups, filed into a journal; without it there are no such pages. */
  readonly proposals?: ProposalPages.Host
  /** A citizens' survey, answered into a journal; without it there is no such page. */
  readonly survey?: SurveyPages.Host
  /** Score sheets, entered by those who are logged in at the host; for nobody else there are such pages. */
  readonly scoreSheets?: ScoreSheetPages.Host
  /** Verification teams, for those who are logged in at the host; for nobody else there are such pages. */
  readonly verification?: VerificationPages.Host
  /** Where applications are made; SSCASN where it is left out. */
  readonly applyAddress?: string
  /** Where objections are filed. */
  readonly objectionAddress?: string
  /** The offline verifier page, as `node packages/checks/src/verifier.ts` builds it. */
  readonly verifierPage?: string
  /** Whether the files of the log are served below `/catatan/`, so that anybody can audit it from the same address. */
  readonly tiles?: boolean
  /** Told why the feed of scores stopped; it is opened again after a while, where it was. */
  readonly onFeedFault?: (error: Sources.SourceError) => void
  /** Told of what failed on the side of the host: a log, a journal or a vault that cannot be reached, or a fault of the program. Who asked sees that the page is not available. */
  readonly onFault?: (error: unknown) => void
  readonly limits?: Partial<Limits>
  /** Time now. Unit: milliseconds since 1970-01-01 UTC. */
  readonly now?: () => number
}

/**
 * How much a client may ask for.
 *
 * @category models
 * @since 0.1.0
 */
export interface Limits {
  /** Pages and files. */
  readonly pages: RateLimit.Limit
  /** Receipts: they cost signatures. */
  readonly receipts: RateLimit.Limit
  /** Proposals that one token files. */
  readonly proposals: RateLimit.Limit
  /** Largest body. Unit: bytes. */
  readonly bodyBytes: number
  /** Readers of the live board at a time, of all clients together. */
  readonly readers: number
  /** Readers of the live board at a time of one client. */
  readonly readersPerClient: number
  /** Time in which changes are gathered into a frame. Unit: milliseconds. */
  readonly frameMillis: number
  /** Time after which readers are told anew how late the data is; it keeps connections open through proxies. Unit: milliseconds. */
  readonly beatMillis: number
  /** Time after which a broken feed of scores is opened again. Unit: milliseconds. */
  readonly feedAgainMillis: number
  /** Time after which the checkpoint is read again. Unit: milliseconds. */
  readonly refreshMillis: number
}

/**
 * The limits when a host sets none. An office or a mobile network shares one address, so that they are wide.
 *
 * @category models
 * @since 0.1.0
 */
export const defaultLimits: Limits = {
  pages: { burst: 300, perSecond: 20 },
  receipts: { burst: 20, perSecond: 0.5 },
  proposals: { burst: 30, perSecond: 30 / 86_400 },
  bodyBytes: 64 * 1024,
  readers: 20_000,
  readersPerClient: 200,
  frameMillis: 500,
  beatMillis: 15_000,
  feedAgainMillis: 5000,
  refreshMillis: 1000
}
