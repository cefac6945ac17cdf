import type { MachineRange, Span } from '../../letter/place.ts'
import type { Decision, PairRecord } from '../../letter/records.ts'
import {
  eachSourceElement,
  type SourceElement,
  sourceAttribute,
  sourceElements,
} from '../../xml/source/source-tree.ts'
import { namedIn, teiName } from './element-kinds.ts'
import { pointers } from './find-notes.ts'
import { newId, type SideReader } from './side-reader.ts'

/** Reads the alignment of the two texts: `link` and `ptr` of a `linkGrp`, and `@corresp` in the translation. */
export function readPairs(translation: SideReader, original: SideReader): void {
  for (const off of sourceElements(translation.unit.tei))
    if (teiName(off) === 'standOff' || teiName(off) === 'text')
      for (const group of eachSourceElement(off))
        if (teiName(group) === 'linkGrp') readGroup(translation, original, group)
  if (!translation.unit.isOwn) readCorrespondence(translation, original)
  readEvidence(translation, original)
}

function readGroup(translation: SideReader, original: SideReader, group: SourceElement): void {
  const isTranslation = sourceAttribute(group, 'type') === 'translation'
  for (const link of sourceElements(group)) {
    if (teiName(link) !== 'link' && teiName(link) !== 'ptr') continue
    const targets = pointers(link).flatMap((id) => translation.file.ids.get(id) ?? [])
    const ranges = (side: SideReader) => targets.flatMap((target) => rangesOf(side, target))
    const pair = { original: ranges(original), translation: ranges(translation) }
    const sides = [pair.original, pair.translation].filter((side) => side.length > 0).length
    if (sides === 2 || (isTranslation && sides === 1)) addPair(translation, link, pair)
  }
}

function readCorrespondence(translation: SideReader, original: SideReader): void {
  for (const [element, span] of translation.found.places) {
    const targets = pointers(element, 'corresp').flatMap((id) => translation.file.ids.get(id) ?? [])
    const ranges = targets.flatMap((target) => rangesOf(original, target))
    if (ranges.length === 0 || /^(div\d?|body|text|note|anchor)$/.test(teiName(element))) continue
    const pair = { original: ranges, translation: spanRanges(translation, span) }
    if (!isKnown(translation, pair)) addPair(translation, element, pair)
  }
}

// A link may say the same once more.
function isKnown(reader: SideReader, pair: Pick<PairRecord, 'original' | 'translation'>): boolean {
  const said = JSON.stringify([pair.original, pair.translation])
  return Object.values(reader.records.pairs).some((record) => {
    const { original, translation } = record as PairRecord
    return JSON.stringify([original, translation]) === said
  })
}

function addPair(
  reader: SideReader,
  link: SourceElement,
  sides: Pick<PairRecord, 'original' | 'translation'>,
): void {
  const id = newId(reader, 'a', reader.records.pairs)
  const cert = sourceAttribute(link, 'cert')
  const confidence = cert === 'low' ? 0.4 : cert === 'medium' ? 0.75 : 1
  const confirmed = confidence === 1
  const decision = confirmed ? decisionOf(reader, link) : {}
  reader.records.pairs[id] = { id, ...sides, confidence, confirmed, ...decision }
  reader.found.pairs.set(id, link)
}

/** Who confirmed a pair, and on which day, where the link says so. */
function decisionOf(reader: SideReader, link: SourceElement): Partial<Decision> {
  const by = namedIn(sourceAttribute(link, 'resp'))
  if (by === undefined) return {}
  const change = pointers(link, 'change').map((id) => reader.file.ids.get(id))[0]
  return { by, at: (change && sourceAttribute(change, 'when')) ?? '' }
}

/** The machine text of an element that can be pointed to, one range for each of its blocks. */
export function rangesOf(reader: SideReader, element: SourceElement): MachineRange[] {
  const span = reader.found.places.get(element)
  return span ? spanRanges(reader, span) : []
}

/** The machine text of a span, one range for each of its blocks. */
function spanRanges(reader: SideReader, { from, to }: Span): MachineRange[] {
  const first = reader.blocks.findIndex(({ id }) => id === from.block)
  const last = reader.blocks.findIndex(({ id }) => id === to.block)
  return reader.blocks.slice(first, last + 1).map(({ id, text }) => ({
    block: id,
    from: id === from.block ? from.offset : 0,
    to: id === to.block ? to.offset : text.length,
  }))
}

// What a correction rests on (`corr/@source`) is a passage of the original.
function readEvidence(translation: SideReader, original: SideReader): void {
  for (const [id, parts] of translation.found.corrections) {
    const put = parts[0]?.put
    const target = put && pointers(put, 'source')[0]
    const element =
      target === undefined || target === null ? undefined : translation.file.ids.get(target)
    const [range, ...others] = element ? rangesOf(original, element) : []
    if (!range || others.length > 0) continue
    const record = translation.records.corrections[id] as object
    translation.records.corrections[id] = { ...record, evidence: range }
  }
}
