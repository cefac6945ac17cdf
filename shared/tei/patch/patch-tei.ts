import type { Entity } from '../../entity/entity.ts'
import type { CanonicalLetter, CanonicalText } from '../../letter/canonical.ts'
import { correctedReadings } from '../../letter/corrected-reading.ts'
import { type MachineText, machineString } from '../../letter/machine-text.ts'
import { type SegmentCounts, segmentCounts } from '../../translate/segment-states.ts'
import { sourceEdits } from '../../xml/source/print-edits.ts'
import type { ReadSource } from '../../xml/source/read-source.ts'
import { rereadSource } from '../../xml/source/reread-source.ts'
import { openEdits } from '../../xml/source/xml-edits.ts'
import { type DecodedSource, decodeSource, decodeTexts } from '../decode/decode-tei.ts'
import type { LetterSource } from '../decode/source-map.ts'
import type { TeiUnit } from '../decode/tei-file.ts'
import { type HeaderChange, headerEdits } from './patch-headers.ts'
import { entityPointers } from './patch-registers.ts'
import { hasStates } from './patch-states.ts'
import { patchText } from './patch-text.ts'
import { isSame } from './same.ts'
import { CannotPatch, type TrailWish } from './side-patch.ts'
import { applyEdits } from './source-edits.ts'
import { lostTrail, type TrailLoss } from './trail-loss.ts'

/**
 * The file with its letters as they are now and the number of places that differ, or which letter cannot be written into it and why.
 * `lost` is what of a wanted trail does not come back out of the file.
 */
export type PatchedTei =
  | {
      readonly ok: true
      readonly xml: string
      readonly changes: number
      readonly lost: readonly TrailLoss[]
    }
  | { readonly ok: false; readonly letter: string; readonly message: string }

/**
 * Writes letters back into the TEI file they came from: the source is decoded again, each letter compared with what it is now, and
 * the differences alone are put into the source. Without any the string comes back as it is. Letters are found by the index
 * in their origin, else by their id; `entities` are those of the library. What comes out is decoded once more and compared.
 * With a wanted `trail` what was refused, asked, proposed and stated since goes into the file too, apart from its text.
 */
export function patchTei(
  xml: string,
  letters: readonly CanonicalLetter[],
  entities: readonly Entity[],
  trail: TrailWish = NO_TRAIL,
): PatchedTei {
  const name = originName(letters) ?? 'letter.xml'
  const decoded = decodeSource(xml, name)
  if (!decoded.ok) return { ok: false, letter: letters[0]?.id ?? '', message: decoded.message }
  return patchSource(decoded, name, letters, entities, trail)
}

const NO_TRAIL: TrailWish = { isWanted: false, editors: [] }

/** `patchTei` for a file that is decoded already; the decoded file is not to be used for another patch. */
export function patchSource(
  decoded: Extract<DecodedSource, { ok: true }>,
  name: string,
  letters: readonly CanonicalLetter[],
  entities: readonly Entity[],
  trail: TrailWish = NO_TRAIL,
): PatchedTei {
  const xml = decoded.file.xml.source
  const found = letters.map((letter) => ({ letter, source: sourceOf(decoded.letters, letter) }))
  const pointers = entityPointers(decoded.file, decoded.registers, entities)
  const edits = openEdits(decoded.file.xml)
  for (const { letter, source } of found) {
    if (!source) return { ok: false, letter: letter.id, message: 'it is not in the file' }
    try {
      patchText({ edits, file: decoded.file, pointers, trail }, source, letter)
    } catch (cause) {
      if (!(cause instanceof CannotPatch)) throw cause
      return { ok: false, letter: letter.id, message: cause.message }
    }
  }
  const inTexts = sourceEdits(edits)
  const withTexts = inTexts.length === 0 ? xml : applyEdits(xml, inTexts)
  const headers = found.flatMap(({ letter, source }) =>
    source ? [headerChange(source, letter)] : [],
  )
  const changed = changedEntities(decoded, entities)
  const read = rereadSource(decoded.file.xml, inTexts, withTexts)
  if (!read.ok) return { ok: false, ...notRead(letters, read.message) }
  const inHeaders = headerEdits(read.source, name, headers, changed, pointers)
  const patched = inHeaders.length === 0 ? withTexts : applyEdits(withTexts, inHeaders)
  const lost = () => (trail.isWanted ? lostTrail(patched, name, found) : [])
  if (patched === xml) return { ok: true, xml, changes: 0, lost: lost() }
  const fault = findFault(rereadSource(read.source, inHeaders, patched), name, letters)
  if (fault) return { ok: false, ...fault }
  const changes = inTexts.length + (patched === withTexts ? 0 : 1)
  return { ok: true, xml: patched, changes, lost: lost() }
}

function notRead(letters: readonly CanonicalLetter[], why: string) {
  return { letter: letters[0]?.id ?? '', message: `the changed file would not be read: ${why}` }
}

function headerChange({ unit, letter }: LetterSource, now: CanonicalLetter): HeaderChange {
  const before = letter.translation.records.header
  const states = hasStates(unit) ? changedCounts(letter, now) : undefined
  // biome-ignore lint/suspicious/noThenProperty: what the header was then; nobody awaits it
  return { index: unit.index, then: before, now: now.translation.records.header, states }
}

function changedCounts(before: CanonicalLetter, now: CanonicalLetter): SegmentCounts | undefined {
  const counts = segmentCounts(now)
  return isSame(segmentCounts(before), counts) ? undefined : counts
}

function originName(letters: readonly CanonicalLetter[]): string | undefined {
  return letters[0]?.translation.records.header.origin?.value.name
}

function sourceOf<T extends { readonly unit: TeiUnit }>(
  sources: readonly T[],
  letter: CanonicalLetter,
): T | undefined {
  const index = letter.translation.records.header.origin?.value.from
  return (
    sources.find(({ unit }) => unit.index === index) ??
    sources.find(({ unit }) => unit.id === letter.id) ??
    (sources.length === 1 ? sources[0] : undefined)
  )
}

// Only entries that say something else than those of the file.
function changedEntities(
  { registers }: Extract<DecodedSource, { ok: true }>,
  entities: readonly Entity[],
): Entity[] {
  const then = new Map(registers.entities().map((entity) => [entity.id, entity]))
  return entities.filter((entity) => then.has(entity.id) && !isSame(then.get(entity.id), entity))
}

// A file that does not read as its letters is never given out.
function findFault(
  read: ReadSource,
  name: string,
  letters: readonly CanonicalLetter[],
): { letter: string; message: string } | null {
  const decoded = decodeTexts(read, name)
  if (!decoded.ok) return notRead(letters, decoded.message)
  for (const letter of letters) {
    const again = sourceOf(decoded.letters, letter)
    for (const side of ['translation', 'original'] as const) {
      const [read, text] = [again?.[side], letter[side]]
      if (text && !(read && isTextOf(read.machine, text.machine)))
        return { letter: letter.id, message: 'the changed file would not give its text back' }
      if (text && read && read.corrected.join('\n') !== correctedString(text))
        return {
          letter: letter.id,
          message: 'the changed file would not give its corrections back',
        }
    }
  }
  return null
}

function correctedString(text: CanonicalText): string {
  return correctedReadings(text)
    .map((reading) => reading.text)
    .join('\n')
}

function isTextOf(lines: readonly string[], machine: MachineText): boolean {
  const { blocks } = machine
  const isEach =
    lines.length === blocks.length && lines.every((line, index) => line === blocks[index]!.text)
  return isEach || lines.join('\n') === machineString(machine)
}
