import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CanonicalLetter, CanonicalText } from '../../../../shared/letter/canonical.ts'
import { machineString } from '../../../../shared/letter/machine-text.ts'
import { project } from '../../../../shared/letter/project.ts'
import { read } from '../../../../shared/letter/read.ts'
import { joinLetters } from '../../../../shared/letter/rearrange/join-letters.ts'
import type { Rearranged } from '../../../../shared/letter/rearrange/letter-plan.ts'
import { moveLines } from '../../../../shared/letter/rearrange/move-lines.ts'
import { findOriginalCut, splitLetter } from '../../../../shared/letter/rearrange/split-letter.ts'
import { EDITOR, letter, translation } from '../../../support/letter-fixture.ts'
import { canonicalTexts } from '../../../support/random-letter.ts'

const letters: fc.Arbitrary<CanonicalLetter> = fc
  .record({ text: canonicalTexts, original: fc.option(canonicalTexts), pairs: fc.nat(3) })
  .filter(({ text }) => text.machine.blocks.length > 1)
  .map(({ text, original, pairs }) => ({
    id: 'ep-a',
    translation: original ? withPairs(text, original, pairs) : text,
    original,
  }))

function withPairs(text: CanonicalText, original: CanonicalText, count: number): CanonicalText {
  const ranges = ({ machine }: CanonicalText) =>
    machine.blocks.map(({ id, text: line }) => ({ block: id, from: 0, to: line.length }))
  const pairs = Array.from({ length: count }, (_, i) => ({
    id: `q${i}`,
    translation: ranges(text).slice(i, i + 2),
    original: ranges(original).slice(i, i + 1),
    confidence: 0.5,
    confirmed: false,
  }))
  const keyed = Object.fromEntries(pairs.map((pair) => [pair.id, pair]))
  return { ...text, records: { ...text.records, pairs: keyed } }
}

const lines = ({ translation: text, original }: CanonicalLetter) =>
  [text, original].flatMap((side) => side?.machine.blocks.map((block) => block.text) ?? [])

function split(whole: CanonicalLetter, at: number, notes: 'follow' | 'stay'): Rearranged | null {
  const { blocks } = whole.translation.machine
  const block = blocks[1 + (at % (blocks.length - 1))]
  if (!block) throw new RangeError('no second line')
  const plan = {
    at: block.id,
    original: 'first',
    notes,
    ids: ['ep-1', 'ep-2'],
    header: {},
  } as const
  try {
    return splitLetter(whole, plan)
  } catch (error) {
    if (notes === 'follow' && String(error).includes('would have no line')) return null
    throw error
  }
}

/** Every text can be shown and read back as it is: its records stand in it. */
function expectSound(made: readonly CanonicalLetter[]): void {
  for (const { translation: text, original } of made)
    for (const side of [text, original])
      if (side) expect(read(project(side), side.machine, side.records)).toEqual(side)
}

const namesOf = ({ records }: CanonicalText) =>
  Object.entries(records).flatMap(([table, all]) =>
    table === 'kinds' ? [] : Object.keys(all).map((id) => `${table} ${id}`),
  )

function expectAllKept(before: readonly CanonicalLetter[], { letters: made, losses }: Rearranged) {
  for (const { translation: text, original } of before)
    for (const [side, one] of [text, original].entries()) {
      if (!one) continue
      const after = new Set(
        made.flatMap((now) => namesOf((side ? now.original : now.translation) ?? text)),
      )
      const listed = losses.map(({ table, id }) => `${table} ${id}`)
      for (const name of namesOf(one)) expect([...after, ...listed]).toContain(name)
    }
}

/** A text without the records named. */
function without(text: CanonicalText, names: ReadonlySet<string>): unknown {
  const drop = (part: object) =>
    Object.fromEntries(
      Object.entries(part).map(([table, all]) => [
        table,
        Object.fromEntries(Object.entries(all as object).filter(([id]) => !names.has(id))),
      ]),
    )
  return { machine: text.machine, anchors: drop(text.anchors), records: drop(text.records) }
}

describe('splitting a letter', () => {
  it('keeps every line once and every record, or lists it', () => {
    fc.assert(
      fc.property(letters, fc.nat(9), fc.constantFrom('follow', 'stay'), (whole, at, notes) => {
        const made = split(whole, at, notes)
        if (!made) return
        expect(made.letters.flatMap(lines).sort()).toEqual([...lines(whole)].sort())
        expectSound(made.letters)
        expectAllKept([whole], made)
      }),
      { numRuns: 500 },
    )
  })

  it('is taken back by joining, but for what was listed', () => {
    fc.assert(
      fc.property(letters, fc.nat(9), (whole, at) => {
        const made = split(whole, at, 'stay')
        if (!made) throw new Error('no split')
        const [joined] = joinLetters(made.letters, whole.id).letters
        if (!joined) throw new Error('no letter')
        expect(machineString(joined.translation.machine)).toBe(
          machineString(whole.translation.machine),
        )
        // What was cut is whole again; what had lost its note or place stays listed.
        const lost = new Set(
          made.losses
            .filter(({ what, table }) => what !== 'cut' || table === 'passages')
            .map(({ id }) => id),
        )
        const copies = new Set([...lost].flatMap((id) => [id, `${id}.2`]))
        expect(without(joined.translation, copies)).toEqual(without(whole.translation, copies))
        if (whole.original && joined.original)
          expect(without(joined.original, copies)).toEqual(without(whole.original, copies))
        expect(joined.original === null).toBe(whole.original === null)
      }),
      { numRuns: 500 },
    )
  })

  it('cuts a mention over the border in two and says so', () => {
    const text = translation(
      'heading: Lind to Moser',
      'paragraph: the harbour',
      'paragraph: office',
    )
      .mention('m1', { block: 'b2', offset: 4 }, { block: 'b3', offset: 6 })
      .correct('k1', { block: 'b3', from: 0, to: 6 }, 'master')
    const made = splitLetter(letter(text), {
      at: 'b3',
      original: 'first',
      notes: 'follow',
      ids: ['ep-1', 'ep-2'],
      header: {},
    })
    const [first, second] = made.letters
    expect(first?.translation.anchors.mentions).toEqual({
      m1: { from: { block: 'b2', offset: 4 }, to: { block: 'b2', offset: 11 } },
    })
    expect(second?.translation.anchors.mentions).toEqual({
      'm1.2': { from: { block: 'b3', offset: 0 }, to: { block: 'b3', offset: 6 } },
    })
    expect(second?.translation.anchors.corrections).toEqual(text.text.anchors.corrections)
    expect(made.losses).toEqual([
      {
        what: 'cut',
        letter: 'ep-1',
        side: 'translation',
        table: 'mentions',
        id: 'm1',
        text: 'harbour office',
      },
    ])
  })

  it('lets notes go where they are called, and the original where its pairs are', () => {
    const text = translation(
      'heading: Lind to Moser',
      'paragraph: Ships 1 leave.',
      'heading: Moser to Lind',
      'paragraph: None 2 did.',
      'note(n1): 1 Three.',
      'note(n2): 2 So he says.',
    )
    const callout = (id: string, note: string, block: string) =>
      [
        id,
        { printed: [{ block, from: 5, to: 7 }] },
        { id, role: 'callout', note, confidence: 1 },
      ] as const
    const [c1, a1, r1] = callout('c1', 'n1', 'b2')
    const [c2, a2, r2] = callout('c2', 'n2', 'b4')
    const pair = (id: string, here: string, there: string) => ({
      id,
      translation: [{ block: here, from: 0, to: 4 }],
      original: [{ block: there, from: 0, to: 4 }],
      confidence: 1,
      confirmed: true,
    })
    const whole = letter(
      text
        .with('callouts', c1, a1, 'callouts', r1)
        .with('callouts', c2, a2, 'callouts', r2)
        .with(null, '', null, 'notes', { id: 'n1', n: '1', resp: 'source' } as never),
      ['paragraph: Корабли ушли.', 'paragraph: Нет.'],
    )
    const notes = {
      n1: { id: 'n1', n: '1', resp: 'source' },
      n2: { id: 'n2', n: '2', resp: 'source' },
    }
    const pairs = { p1: pair('p1', 'b2', 'b1'), p2: pair('p2', 'b4', 'b2') }
    const records = { ...whole.translation.records, notes, pairs }
    const paired = { ...whole, translation: { ...whole.translation, records } }
    const at = findOriginalCut(paired, 'b3')
    expect(at).toBe('b2')
    const made = splitLetter(paired, {
      at: 'b3',
      original: { at: at ?? '' },
      notes: 'follow',
      ids: ['ep-1', 'ep-2'],
      header: {},
    })
    expect(made.losses).toEqual([])
    expect(made.letters.map(lines)).toEqual([
      ['Lind to Moser', 'Ships 1 leave.', '1 Three.', 'Корабли ушли.'],
      ['Moser to Lind', 'None 2 did.', '2 So he says.', 'Нет.'],
    ])
    expect(made.letters.map((one) => Object.keys(one.translation.records.pairs))).toEqual([
      ['p1'],
      ['p2'],
    ])
    expect(made.letters[1]?.translation.records.callouts.c2?.note).toBe('n2')
  })
})

describe('joining letters', () => {
  it('keeps the lines in order and gives records of the same id two ids', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const both = [a, { ...b, id: 'ep-b' }]
        const made = joinLetters(both, 'ep-c')
        const [joined] = made.letters
        if (!joined) throw new Error('no letter')
        expect(machineString(joined.translation.machine)).toBe(
          both.map((one) => machineString(one.translation.machine)).join('\n'),
        )
        expectSound([joined])
        const count = (one: CanonicalLetter) => namesOf(one.translation).length
        const listed = made.losses.filter(({ side }) => side === 'translation').length
        expect(count(joined) + listed).toBeGreaterThanOrEqual(count(a) + count(b))
      }),
      { numRuns: 400 },
    )
  })

  it('gives a refusal another id than a correction, and takes its evidence, its phrase and what was dismissed in the original along', () => {
    const lines = ['paragraph: A word of it.'] as const
    const first = letter(
      translation(...lines).correct('k1', { block: 'b1', from: 2, to: 6 }, 'line'),
      ['paragraph: Слово.'],
    )
    const evidence = { block: 'b1', from: 0, to: 5 }
    const { by, at } = EDITOR
    const history = [{ verdict: 'refused', by: 'ed-b', at, after: 'sign' }] as const
    const filed = { category: 'name', severity: 'minor', cert: 'high' } as const
    const phrase = { block: 'b1', from: 0, to: 6 }
    const correction = { ...filed, by, at, evidence, phrase, history }
    const deleted = [{ block: 'b1', from: 2, to: 6 }]
    const inserted = [{ block: 'b1', offset: 6, order: 0, text: 'sign' }]
    const refusal = { id: 'k1', correction, deleted, inserted }
    const dismissal = (id: string) => ({ id, check: 'number', by, at }) as const
    const second = letter(
      translation(...lines)
        .with(null, 'k1', null, 'refusals', refusal)
        .with(null, 'number:b1:0:original', null, 'dismissals', dismissal('number:b1:0:original')),
      ['paragraph: Слово.'],
      'ep-2',
    )
    const [made] = joinLetters([first, second], 'ep-3').letters
    const { corrections, refusals, dismissals } = made!.translation.records
    expect(Object.keys(corrections)).toEqual(['k1'])
    const [kept] = Object.values(refusals)
    const block = made!.original!.machine.blocks[1]!.id
    expect(block).not.toBe('b1')
    expect(kept?.id).not.toBe('k1')
    expect(kept?.correction.evidence).toEqual({ ...evidence, block })
    expect(kept?.correction.phrase).toEqual({ ...phrase, block: kept?.deleted[0]?.block })
    expect(Object.keys(dismissals)).toEqual([`number:${block}:0:original`])
  })

  it('lists what the second header says otherwise', () => {
    const first = letter(translation('heading: a').header({ title: 'A', dispatchNumber: '4' }))
    const second = letter(
      translation('heading: b').header({ title: 'B', dispatchNumber: '5', incomingNumber: '9' }),
      undefined,
      'ep-2',
    )
    const made = joinLetters([first, second], 'ep-3')
    expect(made.losses.map(({ id, text }) => [id, text])).toEqual([['dispatchNumber', '5']])
    expect(made.letters[0]?.translation.records.header).toMatchObject({
      title: { value: 'A' },
      incomingNumber: { value: '9' },
    })
  })
})

describe('moving lines', () => {
  it('keeps every line and record of both letters', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(9), fc.boolean(), (a, b, count, atStart) => {
        const taker = { ...b, id: 'ep-b' }
        const { blocks } = a.translation.machine
        const moved = blocks.slice(0, 1 + (count % (blocks.length - 1))).map(({ id }) => id)
        const made = moveLines(a, taker, moved, atStart ? 'start' : 'end', ['ep-1', 'ep-2'])
        expect(made.letters.flatMap(lines).sort()).toEqual([...lines(a), ...lines(b)].sort())
        expectSound(made.letters)
      }),
      { numRuns: 400 },
    )
  })

  it('puts a line of the text before the notes of the letter before', () => {
    const giver = letter(translation('paragraph: the end', 'heading: Moser to Lind'))
    const taker = letter(
      translation('heading: Lind to Moser', 'separator: ***', 'note(n1): 1 A note'),
      undefined,
      'ep-2',
    )
    const made = moveLines(giver, taker, ['b1'], 'end', ['ep-3', 'ep-4'])
    expect(made.letters.map(lines)).toEqual([
      ['Moser to Lind'],
      ['Lind to Moser', 'the end', '***', '1 A note'],
    ])
    expect(() => moveLines(giver, taker, ['b1', 'b2'], 'end', ['a', 'b'])).toThrow(RangeError)
  })
})
