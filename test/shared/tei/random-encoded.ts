import fc from 'fast-check'
import type { CanonicalLetter, CanonicalText } from '../../../shared/letter/canonical.ts'
import type { Block, BlockKind } from '../../../shared/letter/machine-text.ts'
import type { MachineRange } from '../../../shared/letter/place.ts'
import { CATEGORIES, MENTION_KINDS, SEVERITIES } from '../../../shared/letter/records.ts'
import { EDITOR } from '../../support/letter-fixture.ts'
import { canonicalTexts } from '../../support/random-letter.ts'

const KINDS: readonly BlockKind[] = [
  'heading',
  'archive',
  'opener',
  'paragraph',
  'closer',
  'postscript',
  'separator',
  'note',
]
const nastyIds = fc.constantFrom('k', 'a:b', '1', 'ß', 'x y', 'a_b')

/** Letters with every kind of record, original and pairs, blocks in any order and of any kind, and ids that are no XML names. */
export const randomLetters: fc.Arbitrary<CanonicalLetter> = fc
  .record({
    translation: canonicalTexts,
    original: fc.option(canonicalTexts),
    order: fc.option(fc.nat(5), { freq: 2 }),
    kinds: fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...KINDS)), { maxLength: 3 }),
    draws: fc.infiniteStream(fc.nat(1000)),
    rename: nastyIds,
    pairs: fc.nat(4),
  })
  .map(({ translation, original, order, kinds, draws, rename, pairs }) => {
    const draw = (below: number): number => draws.next().value! % Math.max(1, below)
    let text = rotate(translation, order ?? 0)
    text = withKinds(text, kinds)
    text = withLines(text, draw)
    text = varied(text, draw, original)
    text = renamed(text, rename)
    const lang = ['en-t-ru-t0-und', 'ru', ''][draws.next().value! % 3]!
    text = { ...text, machine: { ...text.machine, lang } }
    return {
      id: 'ep-1',
      translation: original ? withPairs(text, original, draw, pairs) : text,
      original: original && { ...original, machine: { ...original.machine, lang: 'ru' } },
    }
  })

// Notes between other blocks, and notes in several places.
function rotate(text: CanonicalText, by: number): CanonicalText {
  const { blocks } = text.machine
  return {
    ...text,
    machine: { ...text.machine, blocks: [...blocks.slice(by), ...blocks.slice(0, by)] },
  }
}

function withKinds(
  text: CanonicalText,
  kinds: readonly (readonly [number, BlockKind])[],
): CanonicalText {
  const records = kinds.flatMap(([index, kind]) => {
    const block = text.machine.blocks[index]
    return block ? [[block.id, { id: block.id, kind, ...EDITOR }] as const] : []
  })
  return { ...text, records: { ...text.records, kinds: Object.fromEntries(records) } }
}

type Draw = (below: number) => number

const LINES = [
  'Copy.',
  'Copy. Abba.',
  'Gagra. Abba.',
  'Hello, Abba!',
  '2.X.33',
  'Abba. 2.X.33',
  'Bye. Abba',
  'Greetings.',
]

// Lines that openers and closers can be made of, as long as those they replace, so that all records keep their places.
function withLines(text: CanonicalText, draw: Draw): CanonicalText {
  const blocks = text.machine.blocks.map((block) => {
    const isLine = block.kind === 'opener' || block.kind === 'closer'
    if (!isLine || draw(4) === 0) return block
    const { length } = block.text
    const short = LINES.filter((line) => line.length <= length)
    return { ...block, text: (short[draw(short.length)] ?? block.text).padEnd(length) }
  })
  const party = [{ text: 'Abba' }]
  const header: CanonicalText['records']['header'] = {
    ...text.records.header,
    senders: { id: 'senders', value: party, confidence: 1 },
    recipients: { id: 'recipients', value: party, confidence: 1 },
    date: { id: 'date', value: { when: '1933-10-02', text: '', supplied: false }, confidence: 1 },
  }
  return { ...text, machine: { ...text.machine, blocks }, records: { ...text.records, header } }
}

function varied(text: CanonicalText, draw: Draw, original: CanonicalText | null): CanonicalText {
  const corrections = Object.values(text.records.corrections).map((record) => ({
    ...record,
    category: CATEGORIES[draw(CATEGORIES.length)]!,
    severity: SEVERITIES[draw(SEVERITIES.length)]!,
    ...(draw(3) === 0 ? { guessed: true } : {}),
    at: `2026-11-${10 + draw(15)}T10:00:00.000Z`,
    by: ['ed-am', 'ed-unknown', '7 of 9'][draw(3)]!,
    ...(draw(2) === 0 ? { reason: 'Because of “this” & that.' } : {}),
    ...(original && draw(2) === 0 ? { evidence: range(original, draw) } : {}),
  }))
  const mentions = Object.values(text.records.mentions).map((record) => ({
    ...record,
    kind: MENTION_KINDS[draw(MENTION_KINDS.length)]!,
    ...(draw(2) === 0 ? { entity: ['pers-1', 'place-1', 'org-1', 'doc-1', 'gone'][draw(5)]! } : {}),
    ...(draw(2) === 0 ? { when: ['1933-10-01', '1933', 'yesterday'][draw(3)]! } : {}),
  }))
  const byId = <T extends { id: string }>(list: readonly T[]): Record<string, T> =>
    Object.fromEntries(list.map((record) => [record.id, record]))
  const records = { ...text.records, corrections: byId(corrections), mentions: byId(mentions) }
  return { ...text, records }
}

function range(text: CanonicalText, draw: Draw): MachineRange {
  const block: Block = text.machine.blocks[draw(text.machine.blocks.length)]!
  const [a, b] = [draw(block.text.length + 1), draw(block.text.length + 1)]
  return { block: block.id, from: Math.min(a, b), to: Math.max(a, b) }
}

function withPairs(
  text: CanonicalText,
  original: CanonicalText,
  draw: Draw,
  count: number,
): CanonicalText {
  const pairs = Array.from({ length: count }, (_, n) => {
    const confirmed = draw(2) === 0
    return {
      id: `q${n}`,
      original: draw(4) === 0 ? [] : [range(original, draw), range(original, draw)].slice(draw(2)),
      translation: draw(4) === 0 ? [] : [range(text, draw)],
      confidence: draw(11) / 10,
      confirmed,
      ...(confirmed && draw(2) === 0 ? EDITOR : {}),
    }
  })
  const byId = Object.fromEntries(pairs.map((pair) => [pair.id, pair]))
  return { ...text, records: { ...text.records, pairs: byId } }
}

// One correction gets an id that cannot stand in XML.
function renamed(text: CanonicalText, id: string): CanonicalText {
  const old = Object.keys(text.anchors.corrections)[0]
  if (old === undefined) return text
  const { [old]: anchor, ...anchors } = text.anchors.corrections
  const { [old]: record, ...records } = text.records.corrections
  return {
    ...text,
    anchors: { ...text.anchors, corrections: { ...anchors, [id]: anchor! } },
    records: { ...text.records, corrections: { ...records, [id]: { ...record!, id } } },
  }
}
