import type { CorrectionRecord } from '../../letter/records.ts'
import { authorOf } from '../../translate/verdict.ts'
import { attributeNow, type EditElement, setAttribute } from '../../xml/source/xml-edits.ts'
import { anaOf } from '../encode-correction.ts'
import { GUESSED } from '../taxonomies.ts'
import { respOf, type SidePatch } from './side-patch.ts'

/** Writes what a correction's record says as attributes of the reading put in. */
export function writeCorrection(
  patch: SidePatch,
  put: EditElement,
  record: CorrectionRecord,
): void {
  setAttribute(put, 'resp', respOf(patch, authorOf(record)))
  if (record.cert !== 'high') setAttribute(put, 'cert', record.cert)
  writeCategory(patch, put, record)
}

/** Writes category and severity: by the file's taxonomy where it has the app's, else as the types of the reading. */
export function writeCategory(
  { file }: SidePatch,
  put: EditElement,
  { category, severity, guessed }: CorrectionRecord,
): void {
  const words = (attributeNow(put, 'ana') ?? '').split(/\s+/).filter((word) => word !== '')
  const others = words.filter((word) => !/^#(err|sev)-/.test(word) && word !== `#${GUESSED}`)
  const type = attributeNow(put, 'type')
  const isForeign = type !== undefined && words.length === others.length && put.source !== null
  if (file.ids.has(`err-${category}`) || words.length > others.length || isForeign) {
    // A file of others that does not know the category is told of no guess: a pointer must lead somewhere.
    const isGuess = guessed === true && file.ids.has(GUESSED)
    const ana = anaOf({ category, severity, guessed: isGuess })
    setAttribute(put, 'ana', [...others, ana].join(' '))
    return
  }
  setAttribute(put, 'type', category === 'source' ? undefined : category)
  setAttribute(put, 'subtype', severity === 'neutral' ? undefined : severity)
}
