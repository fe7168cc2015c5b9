/**
 * The scores that a component accepts, in words.
 */
import type { Fault } from "@timbang/core/input"
import type { Language } from "../Sentences.ts"

export const scores = ({ maximum, minimum, step }: Fault.ScoreScale, language: Language): string =>
  language === "id"
    ? `${minimum} sampai ${maximum ?? "nilai tertinggi yang belum diketahui"}, kelipatan ${step.replace(".", ",")}`
    : `${minimum} to ${maximum ?? "a maximum not known"} in steps of ${step}`
