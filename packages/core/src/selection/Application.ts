/**
 * An application as the administrative check sees it: facts that can be computed with, without name or identity number.
 *
 * @since 0.1.0
 */
import type { Day } from "../law/Day.ts"

// --- models ---

/**
 * One application (lamaran) of one applicant (pelamar).
 *
 * @category models
 * @since 0.1.0
 */
export interface Application {
  /** Registration number (nomor pendaftaran). */
  readonly applicant: string
  /** Participant number (nomor peserta), where one was given already. */
  readonly participant?: string
  readonly formation: string
  /** Day on which it was handed in; ages are counted on it. */
  readonly appliedOn: Day
  readonly birthDate?: Day
  readonly studyProgramme?: string
  /** Decimal numeral with at most 3 decimals. */
  readonly gradeAverage?: string
  /**
   * Keyed pseudonym of the person, such as an HMAC of the identity number made by the host. Never the number itself,
   * and never a plain hash of it.
   */
  readonly person?: string
  /** What the applicant states, by requirement: true when it is met. */
  readonly declarations?: Readonly<Record<string, boolean>>
  /** Requirements for which a paper was handed in. */
  readonly documents?: ReadonlyArray<string>
}

/**
 * An application known from elsewhere by the same keyed pseudonym.
 *
 * @category models
 * @since 0.1.0
 */
export interface Registered {
  readonly applicant: string
  readonly person: string
  /** Programme, such as `CPNS` or `PPPK`. */
  readonly program: string
  readonly appliedOn: Day
}
