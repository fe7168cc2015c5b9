import type { Day } from "@timbang/core/law"

/** A day as a letter writes it, such as 4 Desember 2026. */
export const inWords = (day: Day.Day, months: ReadonlyArray<string>): string => {
  const [year, month, date] = day.split("-")
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`
}
