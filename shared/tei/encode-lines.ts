import type { CanonicalText } from '../letter/canonical.ts'
import type { MachineRange } from '../letter/place.ts'
import type { Party } from '../letter/records.ts'
import { el, type XmlDraftElement } from '../xml/write-xml.ts'
import type { BlockForm } from './block-forms.ts'
import type { LetterEncoding } from './letter-encoding.ts'
import { type LineKnowledge, type LineShape, lineShapes, type ShapeName } from './line-shapes.ts'
import { type LinearRun, type LinearText, stretchesOf } from './linear-text.ts'
import { plainLatin } from './names-in-line.ts'
import { aroundChoices, type ChoiceGroup, type Stretch } from './stretches.ts'
import type { Paragraph } from './text-parts.ts'

interface LineTarget {
  readonly encoding: LetterEncoding
  readonly text: CanonicalText
  readonly linear: LinearText
  readonly runs: readonly LinearRun[]
  readonly groups: readonly ChoiceGroup[]
  readonly paragraphs: readonly Paragraph[]
  readonly forms: readonly BlockForm[]
  readonly stretches: Stretch[]
}

const WRAPS: Readonly<Record<ShapeName, Stretch['wrap']>> = {
  marking: (content) => el('seg', { type: 'marking' }, content),
  salute: (content) => el('salute', {}, content),
  address: (content) => el('address', {}, el('addrLine', {}, content)),
  signed: (content) => el('signed', {}, content),
  dateline: (content) => el('dateline', {}, content),
}

// What TEI allows within a segment; the others stand directly in an opener or closer.
const WITHIN_SEGMENT: ReadonlySet<ShapeName> = new Set<ShapeName>(['marking', 'address'])

/**
 * Adds what the lines of openers and closers are made of, read from their corrected text; called when all other mark-up
 * that encloses is known, for what would cross any of it stays plain.
 */
export function addLineShapes(target: LineTarget): void {
  const known = knowledge(target.encoding)
  target.paragraphs.forEach((paragraph, index) => {
    const form = target.forms[index]
    if ((form === 'opener' || form === 'closer') && paragraph.kind === form) {
      for (const shape of shapesOf(target, paragraph, form, known)) addShape(target, shape)
    }
  })
}

function knowledge({ letter, entities }: LetterEncoding): LineKnowledge {
  const { senders, recipients, date } = letter.translation.records.header
  const names = (parties: readonly Party[] | undefined): string[] =>
    (parties ?? []).flatMap(({ text, entity }) => {
      const entry = entities.get(entity ?? '')
      const forms = [text, entry?.name ?? '', entry?.original ?? '']
      return forms.flatMap((form) => form.match(/\p{Lu}[\p{L}-]{2,}/gu) ?? []).map(plainLatin)
    })
  return {
    senders: names(senders?.value),
    recipients: names(recipients?.value),
    day: date?.value.when,
  }
}

// The shapes of a line in positions of the linear text. Blocks that an editor joined are more than a line.
function shapesOf(
  { text, linear, runs, groups }: LineTarget,
  { id, from, to }: Paragraph,
  kind: 'opener' | 'closer',
  known: LineKnowledge,
): LineShape[] {
  const laid = linear.byId.get(id)
  if (laid?.to !== to) return []
  const shown = laid.runs.filter((run) => run.origin !== 'deleted')
  const at = shown.flatMap((run) =>
    Array.from({ length: run.to - run.from }, (_, n) => run.from + n),
  )
  const line = shown.map((run) => linear.text.slice(run.from, run.to)).join('')
  const shapes = lineShapes({ text: line, callouts: calloutsIn(text, linear, id, at) }, kind, known)
  const place = (part: { readonly from: number; readonly to: number }) =>
    aroundChoices({ from: at[part.from] ?? from, to: (at[part.to - 1] ?? to) + 1 }, groups, runs)
  return shapes.map(({ date, ...shape }) => ({
    ...shape,
    ...place(shape),
    ...(date && { date: { ...date, ...place(date) } }),
  }))
}

function calloutsIn(
  { anchors, records }: CanonicalText,
  linear: LinearText,
  block: string,
  at: readonly number[],
): { from: number; to: number }[] {
  const ranges: MachineRange[] = []
  for (const id in anchors.callouts) {
    const anchor = anchors.callouts[id]!
    if (!('printed' in anchor) || records.callouts[id]?.role !== 'callout') continue
    for (const range of anchor.printed) if (range.block === block) ranges.push(range)
  }
  return ranges
    .flatMap((range) => stretchesOf(linear, range))
    .map(({ from, to }) => {
      const first = at.findIndex((position) => position >= from)
      const next = at.findIndex((position) => position >= to)
      return { from: first, to: next === -1 ? at.length : next }
    })
    .filter(({ from, to }) => from !== -1 && from < to)
}

function addShape({ stretches }: LineTarget, { name, from, to, date }: LineShape): void {
  const fits = stretches.every((other) => {
    if (to <= other.from || other.to <= from) return true
    if (from <= other.from && other.to <= to) return true
    return (
      other.kind === 'segment' && WITHIN_SEGMENT.has(name) && other.from <= from && to <= other.to
    )
  })
  if (!fits) return
  stretches.push({ from, to, kind: 'shape', wrap: WRAPS[name] })
  if (date && isFree(stretches, date)) {
    const { when } = date
    const wrap = (content: Parameters<Stretch['wrap']>[0]): XmlDraftElement =>
      el('date', { when }, content)
    stretches.push({ from: date.from, to: date.to, kind: 'mention', wrap })
  }
}

// A day that a person has tagged, in whole or part, needs no second tag; nor may it cross a segment or a choice.
function isFree(
  stretches: readonly Stretch[],
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  return stretches.every((other) => {
    if (to <= other.from || other.to <= from) return true
    if (other.kind === 'mention') return false
    if (from <= other.from && other.to <= to) return true
    return other.kind !== 'choice' && other.from <= from && to <= other.to
  })
}
