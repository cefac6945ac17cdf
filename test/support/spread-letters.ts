import type { CanonicalLetter, CanonicalText } from '../../shared/letter/canonical.ts'
import { NO_ANCHORS } from '../../shared/letter/canonical.ts'
import { type CorrectionRecord, NO_RECORDS, type PairRecord } from '../../shared/letter/records.ts'

/** A letter whose lines are `translation | original`, each pair of lines aligned; without a bar there is no original. */
export function pairedLetter(id: string, ...lines: readonly string[]): CanonicalLetter {
  const parts = lines.map((line) => line.split(' | '))
  const hasOriginal = parts.some(([, original]) => original !== undefined)
  const pairs: Record<string, PairRecord> = {}
  parts.forEach(([translation = '', original], i) => {
    if (original === undefined) return
    pairs[`p${i}`] = {
      id: `p${i}`,
      translation: [{ block: `t${i}`, from: 0, to: translation.length }],
      original: [{ block: `o${i}`, from: 0, to: original.length }],
      confidence: 0.9,
      confirmed: false,
    }
  })
  const translation = sideOf(
    'en-t-ru-t0-und',
    't',
    parts.map(([text = '']) => text),
  )
  return {
    id,
    translation: { ...translation, records: { ...NO_RECORDS, pairs } },
    original: hasOriginal
      ? sideOf(
          'ru',
          'o',
          parts.map(([, text = '']) => text),
        )
      : null,
  }
}

function sideOf(lang: string, prefix: string, texts: readonly string[]): CanonicalText {
  const blocks = texts.map((text, i) => ({ id: `${prefix}${i}`, kind: 'paragraph', text }) as const)
  return { machine: { lang, blocks }, anchors: NO_ANCHORS, records: NO_RECORDS }
}

/** The same letter with one correction more: the words (found where they first stand in a line) put right. */
export function withCorrection(
  letter: CanonicalLetter,
  { id, line, before, after }: { id: string; line: number; before: string; after: string },
): CanonicalLetter {
  const { translation } = letter
  const block = `t${line}`
  const from = translation.machine.blocks[line]?.text.indexOf(before) ?? -1
  if (from < 0) throw new RangeError(`${before} does not stand in line ${line}`)
  const to = from + before.length
  const corrections = {
    ...translation.anchors.corrections,
    [id]: {
      deleted: before === '' ? [] : [{ block, from, to }],
      inserted: after === '' ? [] : [{ block, offset: to, order: 0, text: after }],
    },
  }
  const record: CorrectionRecord = {
    ...{ id, category: 'mistranslation', severity: 'major', cert: 'high' },
    ...{ by: 'ed-a', at: '2026-01-01T00:00:00Z' },
  }
  return {
    ...letter,
    translation: {
      ...translation,
      anchors: { ...translation.anchors, corrections },
      records: {
        ...translation.records,
        corrections: { ...translation.records.corrections, [id]: record },
      },
    },
  }
}
