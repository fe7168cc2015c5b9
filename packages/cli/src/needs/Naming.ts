/**
 * Units, sectors and job families of a model as files name them: by identifier or by title.
 *
 * @since 0.1.0
 */
import type { Driver } from "@timbang/core/needs"
import { Column } from "@timbang/source-files"

// --- operations ---

/** The one that is meant; a title in any case. */
export const find = (named: ReadonlyArray<Driver.Named>, found: string): Driver.Named | undefined =>
  named.find(({ id, title }) => id === found || Column.plain(title) === Column.plain(found))
