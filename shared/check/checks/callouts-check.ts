import { machineSpan } from '../../letter/corrected-reading.ts'
import type { Found, LetterCheck } from '../check.ts'
import type { CorrectedBlock } from '../corrected-block.ts'
import type { LetterView } from '../letter-view.ts'

const NUMBERS = 'one two three four five six seven eight nine ten'.split(' ')
/** A number word that stands where a callout would: with a space behind it before the stop, or at the end of the line. */
const WORD = /(?<=\p{L},? )(one|two|three|four|five|six|seven|eight|nine|ten)(?=\s+[.,;]|\s*$)/gu
/** A number glued to a word. */
const GLUED = /(?<=\p{Ll}{3})\d{1,2}(?=[.,;\s]|$)/gu

/** Callouts of notes that a correction has struck out without a new place, that stand out of their order, or that were read as words. */
export const calloutsCheck: LetterCheck = {
  id: 'callouts',
  scope: 'letter',
  needsOriginal: false,
  run: (view) => [...struckOut(view), ...outOfOrder(view), ...readAsText(view)],
}

function fault(
  found: Pick<Found, 'range' | 'confidence' | 'proposal'>,
  context: string,
  quote: string,
): Found {
  const values = { context, quote, why: '' }
  return { ...found, category: 'reference', severity: 'minor', values, more: context }
}

function struckOut({ translation }: LetterView): Found[] {
  const { anchors, records } = translation.text
  return Object.values(records.callouts).flatMap((record): Found[] => {
    const anchor = anchors.callouts[record.id]
    const printed = anchor && 'printed' in anchor ? anchor.printed[0] : undefined
    if (!printed || record.role !== 'callout') return []
    const block = translation.byId.get(printed.block)
    if (!block || block.callouts.some(({ id }) => id === record.id)) return []
    const quote = textOf(translation.text.machine.blocks, printed.block).slice(
      Math.max(0, printed.from - 20),
      printed.to,
    )
    return [fault({ range: printed, confidence: 0.8, proposal: null }, 'lost', quote)]
  })
}

function textOf(blocks: readonly { readonly id: string; readonly text: string }[], id: string) {
  return blocks.find((block) => block.id === id)?.text ?? ''
}

/** The callouts of the text in its order, with the numbers of their notes. */
function printedCallouts({ translation }: LetterView) {
  const { records } = translation.text
  return translation.blocks.flatMap((block) =>
    block.callouts
      .toSorted((a, b) => a.from - b.from)
      .flatMap(({ id, from, to }) => {
        const record = records.callouts[id]
        const n = record?.role === 'callout' && record.note ? records.notes[record.note]?.n : null
        return n && /^\d+$/.test(n) ? [{ block, from, to, n: Number(n) }] : []
      }),
  )
}

function outOfOrder(view: LetterView): Found[] {
  const all = printedCallouts(view)
  return all.flatMap((one, at): Found[] => {
    const highest = Math.max(0, ...all.slice(0, at).map(({ n }) => n))
    // A note may be called twice; a number that fits neither what is before nor what is behind it stands wrong.
    const isTwice = all.slice(0, at).some(({ n }) => n === one.n)
    if (one.n > highest || isTwice) return []
    const range = machineSpan(one.block, one.from, one.to)
    return [fault({ range, confidence: 0.5, proposal: null }, 'moved', String(one.n))]
  })
}

/** Notes that have a number and no callout: words and figures of the text may be theirs. */
function readAsText(view: LetterView): Found[] {
  const { records, anchors } = view.translation.text
  const called = new Set(
    Object.values(records.callouts)
      .filter(({ id, role }) => role === 'callout' && anchors.callouts[id])
      .map(({ note }) => note),
  )
  const lost = new Set(
    Object.values(records.notes)
      .filter(({ id, n }) => n !== null && !called.has(id))
      .map(({ n }) => n),
  )
  if (lost.size === 0) return []
  const body = view.translation.blocks.filter(({ kind }) => kind !== 'note' && kind !== 'archive')
  return body.flatMap((block) => [
    ...hidden(block, WORD, lost, (word) => String(NUMBERS.indexOf(word) + 1)),
    ...hidden(block, GLUED, lost, (figures) => figures),
  ])
}

function hidden(
  block: CorrectedBlock,
  pattern: RegExp,
  lost: ReadonlySet<string | null>,
  numberOf: (text: string) => string,
): Found[] {
  return [...block.text.matchAll(pattern)].flatMap(({ 0: text, index }): Found[] => {
    const number = numberOf(text)
    if (!lost.has(number)) return []
    const range = machineSpan(block, index, index + text.length)
    const quote = block.text.slice(Math.max(0, index - 20), index + text.length)
    return [fault({ range, confidence: 0.75, proposal: number }, 'word', quote)]
  })
}
