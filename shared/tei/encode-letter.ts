import type { CanonicalLetter } from '../letter/canonical.ts'
import type { PairRecord } from '../letter/records.ts'
import { el, lines, type XmlDraftElement } from '../xml/write-xml.ts'
import { pairCertainty } from './certainty.ts'
import { encodeSide } from './encode-body.ts'
import { annotationList, changeId, correctionReasons } from './encode-correction.ts'
import { encodeHeader, type Scope } from './encode-header.ts'
import { layoutSide, type SideLayout } from './encode-inline.ts'
import { encodeRegisters, entitiesOf } from './encode-registers.ts'
import {
  type EncodeProblem,
  type ExportContext,
  type LetterEncoding,
  letterEncoding,
  respPointer,
  segmentPointer,
} from './letter-encoding.ts'
import { sessionOf } from './sessions.ts'
import { encodeTrail } from './trail/encode-trail.ts'

/** The namespace of TEI P5. */
export const TEI_NAMESPACE = 'http://www.tei-c.org/ns/1.0'

/** A letter as TEI, with what could not be written as it stands in the data. */
export interface EncodedLetter {
  readonly root: XmlDraftElement
  readonly problems: readonly EncodeProblem[]
}

/**
 * Encodes a letter as a TEI element. Its machine view equals the machine text code unit for code unit, for any records.
 * Alone it carries its registers and declarations; in a corpus it points to those of the corpus.
 */
export function encodeLetter(
  letter: CanonicalLetter,
  context: ExportContext,
  scope: Scope,
): EncodedLetter {
  const encoding = letterEncoding(letter, context)
  const translation = layoutSide(encoding, 'translation', letter.translation)
  const original = letter.original && layoutSide(encoding, 'original', letter.original)
  const used = entitiesOf(letter).flatMap((id) => encoding.entities.get(id) ?? [])
  const registers = scope === 'alone' ? encodeRegisters(used, encoding.sourceLang) : undefined
  const { body, notes } = encodeText(encoding, translation, original)
  const layouts = original ? [translation, original] : [translation]
  const root = lines(
    'TEI',
    {
      xmlns: scope === 'alone' ? TEI_NAMESPACE : undefined,
      'xml:id': letter.id,
      'xml:lang': encoding.lang,
      type: 'letter',
    },
    encodeHeader(encoding, scope),
    registers,
    apparatus(encoding, layouts, notes),
    body,
  )
  return { root, problems: encoding.problems }
}

function divId(encoding: LetterEncoding, side: 'translation' | 'original'): string {
  const key = side === 'translation' && !encoding.isTranslated ? 'text' : side
  return encoding.ids.of('div', key)
}

function encodeText(
  encoding: LetterEncoding,
  translation: SideLayout,
  original: SideLayout | null,
): { body: XmlDraftElement; notes: readonly XmlDraftElement[] } {
  const { blocks, notes } = encodeSide(encoding, translation)
  const div = (
    side: 'translation' | 'original',
    type: string,
    lang: string,
    content: readonly XmlDraftElement[],
    corresp?: string,
  ): XmlDraftElement => {
    const attributes = { 'xml:id': divId(encoding, side), type, 'xml:lang': lang, corresp }
    return lines('div', attributes, content)
  }
  const originalDiv =
    original &&
    div(
      'original',
      'original',
      original.text.machine.lang || 'und',
      encodeSide(encoding, original).blocks,
    )
  const corresp = original ? `#${divId(encoding, 'original')}` : undefined
  const type = encoding.isTranslated ? 'translation' : 'letter'
  const translationDiv = div('translation', type, encoding.machineLang, blocks, corresp)
  return {
    body: lines('text', {}, lines('body', {}, originalDiv ?? undefined, translationDiv)),
    notes,
  }
}

function apparatus(
  encoding: LetterEncoding,
  layouts: readonly SideLayout[],
  notes: readonly XmlDraftElement[],
): XmlDraftElement | undefined {
  const reasons = layouts.flatMap(({ side, text, linear }) => {
    const runs = linear.blocks.flatMap((block) => block.runs)
    const written = new Set(runs.flatMap((run) => run.correction ?? []))
    return correctionReasons(encoding, side, text, written)
  })
  const mentions = layouts.flatMap((layout) => layout.mentionSpans)
  const segments = layouts.flatMap((layout) => layout.segmentSpans)
  const spans = (type: string, list: readonly XmlDraftElement[]): XmlDraftElement | undefined =>
    list.length === 0 ? undefined : lines('spanGrp', { type }, list)
  const content = [
    annotationList('footnotes', notes),
    annotationList('correction-reasons', reasons),
    ...(encoding.context.trail ? encodeTrail(encoding, layouts) : []),
    spans('mentions', mentions),
    spans('segments', segments),
    encoding.letter.original ? alignment(encoding) : undefined,
  ].filter((child) => child !== undefined)
  return content.length === 0 ? undefined : lines('standOff', { type: 'apparatus' }, content)
}

function alignment(encoding: LetterEncoding): XmlDraftElement | undefined {
  const { pairs } = encoding.letter.translation.records
  const links = Object.keys(pairs)
    .map((id) => ({ id, ...ends(encoding, pairs[id]!) }))
    .filter(({ original, translation }) => original.length + translation.length > 0)
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    .map(({ id, original, translation }) => link(encoding, pairs[id]!, original, translation))
  if (links.length === 0) return undefined
  const domains = `#${divId(encoding, 'original')} #${divId(encoding, 'translation')}`
  return lines('linkGrp', { type: 'translation', domains, targFunc: 'original translation' }, links)
}

interface Ends {
  readonly original: readonly string[]
  readonly translation: readonly string[]
  /** The place of its first segment, to write the pairs in reading order. */
  readonly rank: number
}

function ends(encoding: LetterEncoding, pair: PairRecord): Ends {
  const pointers = (side: 'original' | 'translation'): string[] =>
    pair[side].flatMap((range) => segmentPointer(encoding, side, range) ?? [])
  const [original, translation] = [pointers('original'), pointers('translation')]
  const order = [...encoding.segments.original.values(), ...encoding.segments.translation.values()]
  const first = original[0] ?? translation[0]
  const rank = order.findIndex(({ key }) => first === `#${encoding.ids.of('segment', key)}`)
  return { original, translation, rank }
}

// A sentence without counterpart is a pointer: a link needs two ends (TEI P5 17.1.2).
function link(
  encoding: LetterEncoding,
  pair: PairRecord,
  original: readonly string[],
  translation: readonly string[],
): XmlDraftElement {
  const { by, at = '' } = pair
  const decision = pair.confirmed && by !== undefined ? { by, at } : null
  const session = decision && sessionOf(encoding.sessions, decision)
  const said = {
    target: [...original, ...translation].join(' '),
    cert: pairCertainty(pair),
    resp: decision ? respPointer(decision.by) : undefined,
    change: session ? `#${changeId(encoding, session.n)}` : undefined,
  }
  if (translation.length === 0) return el('ptr', { type: 'untranslated', ...said })
  if (original.length === 0) return el('ptr', { type: 'added', ...said })
  return el('link', said)
}
