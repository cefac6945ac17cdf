import type { CheckContext } from '../../shared/check/check-context.ts'
import { type CanonicalLetter, NO_ANCHORS } from '../../shared/letter/canonical.ts'
import type { Block } from '../../shared/letter/machine-text.ts'
import { NO_RECORDS, type PairRecord } from '../../shared/letter/records.ts'
import { NO_TRANSLATION_SET } from '../../shared/translate/translation-set.ts'

/** A sentence of the original and its translation, one of them perhaps empty, and how sure the pair is. */
export type PairedText = readonly [original: string, translation: string, confidence?: number]

/** A letter of which each pair is a paragraph: block `b1` is the translation of block `o1`, and so on. */
export function pairedLetter(...pairs: readonly PairedText[]): CanonicalLetter {
  const blocks = (side: 0 | 1, prefix: string): Block[] =>
    pairs.flatMap((pair, i) =>
      pair[side] === ''
        ? []
        : [{ id: `${prefix}${i + 1}`, kind: 'paragraph' as const, text: pair[side] }],
    )
  const records: PairRecord[] = pairs.map(([original, translation, confidence = 1], i) => ({
    id: `al${i + 1}`,
    original: original === '' ? [] : [{ block: `o${i + 1}`, from: 0, to: original.length }],
    translation:
      translation === '' ? [] : [{ block: `b${i + 1}`, from: 0, to: translation.length }],
    confidence,
    confirmed: false,
  }))
  return {
    id: 'ep-1',
    translation: {
      machine: { lang: 'en-t-ru-t0-und', blocks: blocks(1, 'b') },
      anchors: NO_ANCHORS,
      records: { ...NO_RECORDS, pairs: Object.fromEntries(records.map((one) => [one.id, one])) },
    },
    original: {
      machine: { lang: 'ru', blocks: blocks(0, 'o') },
      anchors: NO_ANCHORS,
      records: NO_RECORDS,
    },
  }
}

/** A letter without an original, each line a paragraph. */
export function loneLetter(...lines: readonly string[]): CanonicalLetter {
  const { translation } = pairedLetter(...lines.map((line): PairedText => ['', line]))
  return {
    id: 'ep-1',
    translation: { ...translation, records: NO_RECORDS },
    original: null,
  }
}

/** The letter with the words at a range of its translation replaced by a correction. */
export function corrected(
  letter: CanonicalLetter,
  block: string,
  before: string,
  after: string,
): CanonicalLetter {
  const { translation } = letter
  const text = translation.machine.blocks.find(({ id }) => id === block)?.text ?? ''
  const from = text.indexOf(before)
  if (from < 0) throw new RangeError(`${block} has no “${before}”`)
  const to = from + before.length
  const id = `k-${block}-${from}`
  return {
    ...letter,
    translation: {
      ...translation,
      anchors: {
        ...translation.anchors,
        corrections: {
          ...translation.anchors.corrections,
          [id]: {
            deleted: before === '' ? [] : [{ block, from, to }],
            inserted: after === '' ? [] : [{ block, offset: to, order: 0, text: after }],
          },
        },
      },
      records: {
        ...translation.records,
        corrections: {
          ...translation.records.corrections,
          [id]: {
            id,
            category: 'number',
            severity: 'minor',
            cert: 'high',
            reason: 'As the original has it.',
            by: 'ed-am',
            at: '2026-11-21T10:00:00Z',
          },
        },
      },
    },
  }
}

/** What the checks know where nothing is known. */
export const BARE_CONTEXT: CheckContext = { translation: NO_TRANSLATION_SET, entities: [] }
