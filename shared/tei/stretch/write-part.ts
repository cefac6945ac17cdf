import type { Entity } from '../../entity/entity.ts'
import type { CanonicalLetter, CanonicalText } from '../../letter/canonical.ts'
import { lineEndOf } from '../../xml/source/read-source.ts'
import { wasReadSo } from '../as-read.ts'
import { type DecodedSource, decodeOpened, openTei } from '../decode/decode-tei.ts'
import { renameEntities } from '../decode/registers-merge.ts'
import type { LetterSource } from '../decode/source-map.ts'
import type { SourceNotes } from '../library-ids.ts'
import { placeOf, type SourceLetter } from '../match-letters.ts'
import { hasStates } from '../patch/patch-states.ts'
import { isSame } from '../patch/same.ts'
import { type FileLetters, findLetters, writeLetters } from '../write-letters.ts'
import { cutLetter } from './cut-letter.ts'
import { cutSource, putBack } from './cut-source.ts'
import { renameDecoded } from './rename-decoded.ts'
import { blocksOf, type Stretch, stretchesIn } from './stretch.ts'
import { surveyLetter } from './survey-letter.ts'

/**
 * Writes letters into the TEI file that they came from, of which only that is decoded around which something has changed: the rest is
 * left out and put back, character for character. Gives what the whole way gives, without a trail; null where it cannot be proved that
 * this is so, or where a letter cannot be written: then the whole way is to be taken.
 */
export function writePart(
  xml: string,
  { name, notes }: { readonly name: string; readonly notes: SourceNotes },
  letters: readonly SourceLetter[],
  entities: readonly Entity[],
): string | null {
  const parts = leaveOut(notes, letters)
  const cut = parts && cutSource(xml, parts.left)
  if (!cut || cut.left.length === 0 || lineEndOf(cut.xml) !== lineEndOf(xml)) return null
  const opened = openTei(cut.xml, name)
  if (!opened.ok) return null
  const decoded = asInWhole(decodeOpened(opened), parts.letters)
  if (!decoded) return null
  const found = findLetters(
    decoded,
    notes,
    parts.letters.map(({ now }) => now),
    entities,
  )
  if (!areAsCame(found, parts.letters)) return null
  const written = writeLetters(found, name, notes, entities)
  return written.ok ? putBack(written.xml, cut.left) : null
}

/** A letter without what is left out: as it came in and as it is now. */
interface PartLetter {
  readonly came: CanonicalLetter
  readonly now: SourceLetter
}

function leaveOut(
  notes: SourceNotes,
  letters: readonly SourceLetter[],
): { readonly left: readonly Stretch[]; readonly letters: readonly PartLetter[] } | null {
  const known = stretchesIn(notes)
  const places = new Set(letters.map(({ letter }) => placeOf(letter)))
  // Without one of its letters the file may have said of an entry what no other letter tells.
  if (!known || known.letters !== letters.length || places.size !== letters.length) return null
  const isAsRead = wasReadSo(notes)
  const byUnit = Map.groupBy(known.stretches, ({ unit }) => unit)
  const left: Stretch[] = []
  const parts: PartLetter[] = []
  for (const one of letters) {
    const came = letterThen(one, isAsRead)
    const part = came && partOf(came, one, byUnit.get(placeOf(one.letter) ?? 0) ?? [])
    if (!part) return null
    left.push(...part.left)
    parts.push(part.letter)
  }
  return { left: left.sort((a, b) => a.from - b.from), letters: parts }
}

function partOf(
  came: CanonicalLetter,
  now: SourceLetter,
  stretches: readonly Stretch[],
): { readonly left: readonly Stretch[]; readonly letter: PartLetter } | null {
  const survey = surveyLetter(came, now.letter)
  if (!survey) return null
  const blocks = { translation: new Set<string>(), original: new Set<string>() }
  const left: Stretch[] = []
  const unchanged = stretches.filter(
    ({ side, ...stretch }) => !blocksOf(stretch).some((id) => survey[side]?.changed.has(id)),
  )
  for (const stretch of unchanged.toSorted((a, b) => lengthOf(b) - lengthOf(a))) {
    const own = blocksOf(stretch)
    const { side } = stretch
    // A side without any line would be none; the shortest stay.
    const all = came[side]?.machine.blocks.length ?? 0
    if (blocks[side].size + own.length >= all) continue
    for (const block of own) blocks[side].add(block)
    left.push(stretch)
  }
  const cut = cutLetter({ came, now: now.letter }, survey, blocks)
  return cut && { left, letter: { came: cut.came, now: { ...now, letter: cut.now } } }
}

function lengthOf({ from, to }: Stretch): number {
  return to - from
}

function letterThen(
  { letter, digest, came }: SourceLetter,
  isAsRead: ReturnType<typeof wasReadSo>,
): CanonicalLetter | null {
  if (digest && isAsRead(letter.id, digest)) return letter
  return came && isAsRead(letter.id, came.digest) ? came.letter : null
}

// The ids of the whole file, for all letters that are in the library.
function asInWhole(
  decoded: Extract<DecodedSource, { ok: true }>,
  parts: readonly PartLetter[],
): Extract<DecodedSource, { ok: true }> | null {
  const whole = new Map(parts.map(({ came }) => [placeOf(came), came]))
  const letters: LetterSource[] = []
  for (const source of decoded.letters) {
    const came = whole.get(source.unit.index)
    const renamed = came ? renameDecoded(source, came) : source
    const { translation, original } = source.sides
    const hasTrail = (translation?.trail.size ?? 0) + (original?.trail.size ?? 0) > 0
    if (!renamed || (came && (hasTrail || hasStates(source.unit)))) return null
    letters.push(renamed)
  }
  return { ...decoded, letters }
}

// What was decoded of the part must be the letter as it came in, to the last field.
function areAsCame(
  { matched, strangers, back }: FileLetters,
  parts: readonly PartLetter[],
): boolean {
  if (strangers.length > 0) return false
  const came = new Map(parts.map((part) => [part.now.letter.id, part.came]))
  return matched.every(({ then, now }) => {
    const letter = came.get(now.letter.id)
    if (!letter) return false
    const { translation, original } = renameEntities(letter, back)
    return (
      isSameText(then.letter.translation, translation) && isSameText(then.letter.original, original)
    )
  })
}

function isSameText(then: CanonicalText | null, came: CanonicalText | null): boolean {
  if (!then || !came) return then === came
  return isSame(said(then), said(came))
}

// Where it comes from the letter has from its import.
function said({ machine, anchors, records }: CanonicalText): object {
  const { origin: _, ...header } = records.header
  return { machine, anchors, records: { ...records, header } }
}
