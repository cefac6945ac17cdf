import { letterProblems } from '../../shared/check/letter-problems.ts'
import { letterFromReading } from '../../shared/import/letter-from-reading.ts'
import { readPage } from '../../shared/import/read-page.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { countWords } from '../../shared/letter/count-words.ts'
import type { Block } from '../../shared/letter/machine-text.ts'
import { joinLetters } from '../../shared/letter/rearrange/join-letters.ts'
import type { Rearranged } from '../../shared/letter/rearrange/letter-plan.ts'
import { linesToMove, moveLines } from '../../shared/letter/rearrange/move-lines.ts'
import { findOriginalCut, splitLetter } from '../../shared/letter/rearrange/split-letter.ts'
import type { Records } from '../../shared/letter/records.ts'
import type { RearrangePreview, RearrangeRequest } from './after-state.ts'
import type { LetterRow } from './session.ts'

// Ids end with the line of the heading, made anew with a number after it: by number they stand in the order of the page.
const inPage = new Intl.Collator('en', { numeric: true })
const OF_PAGE = /^(.+)-\d+(?:-r\d+)?$/

/** The letter before or after one among those of its import and page, by the order of the page; null where there is none. */
export function findNeighbour(
  rows: readonly LetterRow[],
  id: string,
  way: 'previous' | 'next',
): string | null {
  const row = rows.find((one) => one.id === id)
  if (!row) return null
  const page = OF_PAGE.exec(id)?.[1]
  const ids = rows
    .filter((one) => one.importId === row.importId && OF_PAGE.exec(one.id)?.[1] === page)
    .map((one) => one.id)
    .sort(inPage.compare)
  return ids[ids.indexOf(id) + (way === 'next' ? 1 : -1)] ?? null
}

/** A new id for a letter made of `id`, other than all `taken`; it is taken then. */
export function newLetterId(id: string, taken: Set<string>): string {
  const base = id.replace(/-r\d+$/, '')
  for (let i = 1; ; i++) {
    const name = `${base}-r${i}`
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

/** What a request comes to on the letters as they are; throws a RangeError where it cannot be done. `letters` are in the order of the request. */
export function planRearrangement(
  request: RearrangeRequest,
  letters: readonly CanonicalLetter[],
  taken: Set<string>,
): Pick<RearrangePreview, 'letters' | 'losses' | 'originalLines' | 'originalCut'> {
  const whole = { originalLines: null, originalCut: 'first' } as const
  const [first, second] = letters
  if (!first) throw new RangeError('No letter')
  if (request.kind === 'split') return planSplit(request, first, taken)
  if (request.kind === 'joined')
    return { ...joinLetters(letters, newLetterId(first.id, taken)), ...whole }
  if (!second) throw new RangeError('No neighbour')
  return { ...planMove(request, first, second, taken), ...whole }
}

function planSplit(
  request: Extract<RearrangeRequest, { readonly kind: 'split' }>,
  letter: CanonicalLetter,
  taken: Set<string>,
) {
  const { line, notes } = request
  const blocks = letter.translation.machine.blocks
  const cut = blocks.findIndex(({ id }) => id === line)
  const ids = [newLetterId(letter.id, taken), newLetterId(letter.id, taken)] as const
  const found = findOriginalCut(letter, line)
  const original = request.original ?? (found === null ? 'first' : { at: found })
  const header = headerOfLines(blocks.slice(cut), letter.translation.records.header)
  const made = splitLetter(letter, { at: line, original, notes, ids, header })
  const lines = letter.original?.machine.blocks.map(({ id, text }) => ({ id, text })) ?? null
  return { ...made, originalLines: lines, originalCut: original }
}

function planMove(
  request: Extract<RearrangeRequest, { readonly kind: 'moved' }>,
  giver: CanonicalLetter,
  taker: CanonicalLetter,
  taken: Set<string>,
): Rearranged {
  const { line, to } = request
  const ids = [newLetterId(giver.id, taken), newLetterId(taker.id, taken)] as const
  const lines = linesToMove(giver, line, to)
  return moveLines(giver, taker, lines, to === 'previous' ? 'end' : 'start', ids)
}

/** The header of lines that become a letter: what recognition reads in them, else their first line as title. */
function headerOfLines(
  blocks: readonly Block[],
  { origin, docType }: Records['header'],
): Records['header'] {
  const text = blocks.map((block) => block.text).join('\n')
  const reading = readPage(text, 'lines.txt').letters[0]
  const read = reading?.line === 1 ? letterFromReading(reading).translation.records.header : null
  const title = { id: 'title', value: blocks[0]?.text.trim() ?? '', confidence: 0.5 } as const
  return {
    title,
    ...(docType && { docType }),
    state: { id: 'state', value: 'machine', confidence: 1 },
    ...read,
    ...(origin && { origin }),
  }
}

/** Letters with what is counted of them, ready for the store. */
export function countLetters(letters: readonly CanonicalLetter[]) {
  return letters.map((letter) => ({
    letter,
    words: countWords(letter.translation),
    problems: letterProblems(letter),
  }))
}
