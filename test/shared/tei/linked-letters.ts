import fc from 'fast-check'
import {
  type Anchors,
  type CanonicalLetter,
  type CanonicalText,
  NO_ANCHORS,
  type Side,
} from '../../../shared/letter/canonical.ts'
import type { Block } from '../../../shared/letter/machine-text.ts'
import type { MachineRange, Place } from '../../../shared/letter/place.ts'
import { project } from '../../../shared/letter/project.ts'
import { read } from '../../../shared/letter/read.ts'
import { NO_RECORDS, type PairRecord, type Records } from '../../../shared/letter/records.ts'
import { EDITOR } from '../../support/letter-fixture.ts'

/** A whole number below a bound, at random. */
type Draw = (below: number) => number

interface Made {
  readonly text: CanonicalText
  /** The sentences of its body, in order. */
  readonly sentences: readonly MachineRange[]
}

const WORDS = 'Owls pounds of the barge 😀 “grain” & <sic> Затонск café 17 it’s a'.split(' ')
const PUT = ['poods', 'a new word', '«слово»', 'x & <y>']

/**
 * Letters with an original, whose notes, callouts, passages and pairs stand as those that people make do: a callout has the place
 * of its own, passages and corrections go from word to word, no sentence is in two pairs.
 */
export const linkedLetters: fc.Arbitrary<CanonicalLetter> = fc
  .infiniteStream(fc.nat(10_000))
  .map((stream): CanonicalLetter => {
    const draw: Draw = (below) => stream.next().value! % below
    const translation = textOf(draw, 'translation')
    const original = textOf(draw, 'original')
    const pairs = Object.fromEntries(
      pairsOf(draw, translation.sentences, original.sentences).map((pair) => [pair.id, pair]),
    )
    const records = { ...translation.text.records, pairs }
    return {
      id: 'ep-1',
      translation: { ...translation.text, records },
      original: original.text,
    }
  })

function textOf(draw: Draw, side: Side): Made {
  const blocks: Block[] = []
  const sentences: MachineRange[] = []
  const add = (kind: Block['kind'], count: number, note?: string, start = '') => {
    const id = `b${blocks.length + 1}`
    let text = start
    for (let n = 0; n < count; n++) {
      const from = text.length
      text += `${Array.from({ length: 1 + draw(5) }, () => WORDS[draw(WORDS.length)]!).join(' ')}.`
      if (note === undefined && kind !== 'heading')
        sentences.push({ block: id, from, to: text.length })
      if (n < count - 1) text += ' '
    }
    blocks.push(note === undefined ? { id, kind, text } : { id, kind, text, note })
  }
  if (draw(2) === 0) add('heading', 1)
  for (let n = 1 + draw(3); n > 0; n--) add('paragraph', 1 + draw(3))
  const notes = Array.from({ length: draw(4) }, (_, n) => `n${n + 1}`)
  for (const [n, note] of notes.entries()) {
    add('note', 1 + draw(2), note, draw(4) === 0 ? '' : `${n + 1} `)
    if (draw(3) === 0) add('note', 1, note)
  }
  const lang = side === 'original' ? 'ru' : 'en-t-ru-t0-und'
  return { text: linked(draw, { lang, blocks }, notes), sentences }
}

type Tables<T> = { -readonly [K in keyof T]: Record<string, unknown> }

/** A side under construction, and the notes that callouts and passages can be of. */
interface Ground {
  readonly draw: Draw
  readonly notes: readonly string[]
  readonly anchors: Tables<Anchors>
  readonly records: Tables<Records>
}

interface Word extends MachineRange {
  readonly key: string
}

// Corrections and callouts take words of their own.
function linked(draw: Draw, machine: CanonicalText['machine'], notes: readonly string[]) {
  const anchors = structuredClone(NO_ANCHORS) as Tables<Anchors>
  const records = structuredClone(NO_RECORDS) as Tables<Records>
  const ground: Ground = { draw, notes, anchors, records }
  for (const id of notes) {
    const n = draw(5) === 0 ? null : id.slice(1)
    records.notes[id] = { id, n, resp: draw(2) === 0 ? 'source' : EDITOR.by }
  }
  const words: Word[] = []
  for (const { id: block, text, note } of machine.blocks)
    for (const { 0: word, index: from } of text.matchAll(/[^\s.]+/gu)) {
      const here = { key: `${block}-${from}`, block, from, to: from + word.length }
      if (note !== undefined && from === 0 && /^\d /.test(text)) addNumber(ground, here, note)
      else words.push(here)
    }
  words.forEach((word, index) => {
    const end = words[Math.min(words.length - 1, index + draw(6))]!
    addSomething(ground, word, end)
  })
  const text = { machine, anchors, records } as unknown as CanonicalText
  return read(project(text), machine, text.records)
}

function addSomething(ground: Ground, word: Word, end: Word): void {
  const choice = ground.draw(12)
  if (choice < 3) addCorrection(ground, word)
  else if (choice === 3) {
    const { block, from, to } = word
    addCallout(ground, word.key, { printed: [{ block, from, to }] })
  } else if (choice === 4) {
    const at: Place = { block: word.block, offset: word.to }
    addCallout(ground, word.key, { point: { at, order: 0 } })
  } else if (choice === 5) addPassage(ground, word, end)
}

function addNumber({ anchors, records }: Ground, { key, block, from, to }: Word, note: string) {
  const id = `h-${key}`
  anchors.callouts[id] = { printed: [{ block, from, to }] }
  records.callouts[id] = { id, role: 'number', note, confidence: 1 }
}

function someNote({ draw, notes }: Ground): string | null {
  return notes.length === 0 ? null : (notes[draw(notes.length)] ?? null)
}

function addCallout(ground: Ground, key: string, anchor: object): void {
  const { draw, anchors, records } = ground
  const id = `c-${key}`
  const note = draw(6) === 0 ? null : someNote(ground)
  const confidence = note === null ? 0 : [0.3, 0.75, 1][draw(3)]!
  anchors.callouts[id] = anchor
  records.callouts[id] = { id, role: 'callout', note, confidence }
}

// Words are struck, put in, or replaced; within some of those put in there is a callout.
function addCorrection(ground: Ground, { key, block, from, to }: Word): void {
  const { draw, anchors, records } = ground
  const id = `k-${key}`
  const kind = draw(3)
  const text = kind === 0 ? '' : PUT[draw(PUT.length)]!
  anchors.corrections[id] = {
    deleted: kind === 1 ? [] : [{ block, from, to }],
    inserted: text === '' ? [] : [{ block, offset: to, order: 0, text }],
  }
  records.corrections[id] = { id, category: 'term', severity: 'minor', cert: 'high', ...EDITOR }
  if (text === '' || draw(4) > 0) return
  const into = { order: 0, inner: 1 + draw(text.length - 1) }
  addCallout(ground, key, { point: { at: { block, offset: to, into }, order: 0 } })
}

function addPassage(ground: Ground, from: Word, to: Word): void {
  const note = someNote(ground)
  if (note === null) return
  const id = `p-${from.key}`
  ground.anchors.passages[id] = {
    from: { block: from.block, offset: from.from },
    to: { block: to.block, offset: to.to },
  }
  ground.records.passages[id] = { id, note, ...EDITOR }
}

const SHAPES = [
  [1, 1],
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 0],
  [0, 1],
] as const

function pairsOf(
  draw: Draw,
  ours: readonly MachineRange[],
  theirs: readonly MachineRange[],
): PairRecord[] {
  const pairs: PairRecord[] = []
  for (let [a, b] = [0, 0]; a < ours.length || b < theirs.length; ) {
    const [wantA, wantB] = SHAPES[draw(SHAPES.length)]!
    const translation = ours.slice(a, a + wantA)
    const original = theirs.slice(b, b + wantB)
    a += translation.length
    b += original.length
    // A sentence may stand in no pair.
    if (translation.length + original.length === 0 || draw(8) === 0) continue
    const confirmed = draw(3) === 0
    pairs.push({
      ...{ id: `a${pairs.length + 1}`, original, translation, confirmed },
      confidence: confirmed ? 1 : [0.2, 0.75, 0.95][draw(3)]!,
      ...(confirmed && draw(2) === 0 ? EDITOR : {}),
    })
  }
  return pairs
}
