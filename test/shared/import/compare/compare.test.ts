import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignTexts } from '../../../../shared/import/compare/align-texts.ts'
import { carryWork } from '../../../../shared/import/compare/carry-work.ts'
import { compareWithLibrary } from '../../../../shared/import/compare/compare-with-library.ts'
import { diffRows } from '../../../../shared/import/compare/diff-rows.ts'
import { type CanonicalLetter, NO_ANCHORS } from '../../../../shared/letter/canonical.ts'
import type { Block } from '../../../../shared/letter/machine-text.ts'
import { project } from '../../../../shared/letter/project.ts'
import { read } from '../../../../shared/letter/read.ts'
import { recordWords } from '../../../../shared/letter/rearrange/record-words.ts'
import { NO_RECORDS } from '../../../../shared/letter/records.ts'
import { blocks, EDITOR, letter, translation } from '../../../support/letter-fixture.ts'
import { canonicalTexts } from '../../../support/random-letter.ts'

const words = fc.array(fc.constantFrom('a', 'b', 'the', 'ship', ' ', '\n', ', '), { maxLength: 24 })

/** A letter of these lines on which nobody has worked. */
function bare(id: string, ...lines: readonly string[]): CanonicalLetter {
  return letter(translation(...lines), undefined, id)
}

const textOf = (one: CanonicalLetter | null) =>
  one?.translation.machine.blocks.map((block) => block.text)

describe('aligning two texts', () => {
  it('covers both from end to end, and what it calls the same is the same', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(''), b.join('')]
        let [oldAt, newAt] = [0, 0]
        for (const { same, oldFrom, oldTo, newFrom, newTo } of alignTexts(before, after)) {
          expect([oldFrom, newFrom]).toEqual([oldAt, newAt])
          if (same) expect(after.slice(newFrom, newTo)).toBe(before.slice(oldFrom, oldTo))
          oldAt = oldTo
          newAt = newTo
        }
        expect([oldAt, newAt]).toEqual([before.length, after.length])
      }),
      { numRuns: 500 },
    )
  })

  it('shows lines with the words taken out and put in', () => {
    const [a, b] = [
      { lang: 'en', blocks: blocks('heading: Lind to Moser', 'paragraph: The ship left.') },
      {
        lang: 'en',
        blocks: blocks('heading: Lind to Moser', 'paragraph: The boat left.', 'closer: Lind'),
      },
    ]
    expect(diffRows(a, b)).toEqual([
      { kind: 'same', parts: [{ is: 'same', text: 'Lind to Moser' }] },
      {
        kind: 'changed',
        parts: [
          { is: 'same', text: 'The ' },
          { is: 'removed', text: 'ship' },
          { is: 'added', text: 'boat' },
          { is: 'same', text: ' left.' },
        ],
      },
      { kind: 'added', parts: [{ is: 'added', text: 'Lind' }] },
    ])
  })
})

describe('comparing a source with the library', () => {
  const heading = (text: string) => `heading: ${text}`
  const lines = (text: string) => [
    heading(text),
    `paragraph: ${text} ${text}s ${text}es ${text}en ${text}a of timber.`,
  ]

  it('knows what stayed, changed, moved, came and went', () => {
    const stored = ['Alm', 'Berg', 'Carl', 'Dorn'].map((name) => bare(`ep-${name}`, ...lines(name)))
    const incoming = [
      bare('ep-x', ...lines('Berg')),
      bare('ep-y', ...lines('Alm')),
      bare('ep-Carl', heading('Carl'), 'paragraph: Carl Carls Carles Carlen Carla of boats.'),
      bare('ep-new', heading('Nobody'), 'paragraph: quite other words altogether'),
    ]
    const seen = compareWithLibrary(incoming, stored).map((one) => [
      one.kind,
      one.stored?.id ?? null,
      one.incoming?.id ?? null,
    ])
    expect(seen).toEqual([
      ['unchanged', 'ep-Berg', 'ep-x'],
      ['moved', 'ep-Alm', 'ep-y'],
      ['changed', 'ep-Carl', 'ep-Carl'],
      ['new', null, 'ep-new'],
      ['gone', 'ep-Dorn', null],
    ])
  })

  it('has every letter of both in exactly one change', () => {
    const some = fc.uniqueArray(fc.constantFrom('Alm', 'Berg', 'Carl', 'Dorn', 'Eck'))
    fc.assert(
      fc.property(some, some, (a, b) => {
        const stored = a.map((name) => bare(`ep-${name}`, ...lines(name)))
        const incoming = b.map((name) => bare(`in-${name}`, ...lines(name)))
        const changes = compareWithLibrary(incoming, stored)
        const ids = changes.flatMap((one) => [one.stored?.id, one.incoming?.id])
        const all = [...stored, ...incoming].map(({ id }) => id)
        expect(ids.filter(Boolean).sort()).toEqual(all.sort())
        for (const one of changes)
          if (one.stored && one.incoming) expect(textOf(one.stored)).toEqual(textOf(one.incoming))
      }),
      { numRuns: 300 },
    )
  })
})

describe('carrying work over to a new text', () => {
  const worked = () =>
    translation(
      'heading: Lind to Moser, May 1, 1931',
      'paragraph: The ship of the harbour office left on Monday 1 .',
      'paragraph: Nobody signs for timber.',
      'note(n1): 1 It came back.',
    )
      .mention('m1', { block: 'b2', offset: 16 }, { block: 'b2', offset: 30 })
      .mention('m2', { block: 'b3', offset: 0 }, { block: 'b3', offset: 6 })
      .correct('k1', { block: 'b2', from: 4, to: 8 }, 'boat')
      .correct('k2', { block: 'b3', from: 7, to: 12 }, 'will sign')
      .with('callouts', 'c1', { printed: [{ block: 'b2', from: 46, to: 47 }] }, 'callouts', {
        id: 'c1',
        role: 'callout',
        note: 'n1',
        confidence: 1,
        by: 'ed-am',
        at: '2026-11-20T09:00:00.000Z',
      })
      .with(null, 'n1', null, 'notes', { id: 'n1', n: '1', resp: 'ed-am' })
      .header({ title: 'Lind to Moser', transmitted: '1931-05-01T10:00:00' })
      .confirm('transmitted')

  it('puts records where their words are, over lines that were broken anew', () => {
    const incoming = translation(
      'heading: Lind to Moser, May 1, 1931',
      'paragraph: A word before all.',
      'paragraph: The ship of the harbour',
      'paragraph: office left on Monday 1 .',
      'paragraph: No clerk signed for timber.',
      'note(n7): 1 It came back.',
    )
      .with(null, 'n7', null, 'notes', { id: 'n7', n: '1', resp: 'source' })
      .header({ title: 'Lind to Moser', transmitted: '1931-05-02T10:00:00' })
    const { letter: made, notes } = carryWork(letter(worked()), letter(incoming, undefined, 'ep-9'))
    const { anchors, records, machine } = made.translation
    expect(made.id).toBe('ep-1')
    expect(machine).toEqual(incoming.text.machine)
    expect(anchors.mentions.m1).toEqual({
      from: { block: 'b3', offset: 16 },
      to: { block: 'b4', offset: 6 },
    })
    expect(anchors.corrections.k1?.deleted).toEqual([{ block: 'b3', from: 4, to: 8 }])
    expect(anchors.callouts.c1).toEqual({ printed: [{ block: 'b4', from: 22, to: 23 }] })
    expect(records.callouts.c1).toMatchObject({ note: 'n7', by: 'ed-am' })
    expect(records.notes).toEqual({ n7: { id: 'n7', n: '1', resp: 'ed-am' } })
    expect(records.header.transmitted?.value).toBe('1931-05-01T10:00:00')
    const said = notes.map(({ what, table, id, text, now }) => [what, table, id, text, now])
    expect(said).toEqual([
      ['left-out', 'corrections', 'k2', 'signs → will sign', ''],
      ['changed', 'mentions', 'm2', 'Nobody', 'No'],
      ['changed', 'header', 'transmitted', '1931-05-01T10:00:00', '1931-05-02T10:00:00'],
    ])
  })

  it('takes the evidence of refusals and what was dismissed in the original to where their words are in the original', () => {
    const { by, at } = EDITOR
    const evidence = { block: 'b1', from: 0, to: 5 }
    const history = [{ verdict: 'refused', by: 'ed-b', at, after: 'sign' }] as const
    const filed = { category: 'name', severity: 'minor', cert: 'high' } as const
    const dismissal = { id: 'number:b1:6:original', check: 'number', by, at } as const
    const old = translation('paragraph: The word is given.')
      .with(null, 'k1', null, 'refusals', {
        id: 'k1',
        correction: { ...filed, by, at, evidence, history },
        deleted: [{ block: 'b1', from: 4, to: 8 }],
        inserted: [{ block: 'b1', offset: 8, order: 0, text: 'sign' }],
      })
      .with(null, dismissal.id, null, 'dismissals', dismissal)
    const { letter: made, notes } = carryWork(
      letter(old, ['paragraph: Слово дано.']),
      letter(translation('paragraph: The word is given.'), [
        'heading: Письмо',
        'paragraph: Слово дано.',
      ]),
    )
    const { refusals, dismissals } = made.translation.records
    expect(refusals.k1?.correction.evidence).toEqual({ ...evidence, block: 'b2' })
    expect(Object.keys(dismissals)).toEqual(['number:b2:6:original'])
    expect(notes).toEqual([])
  })

  it('takes the phrase of a correction along where all its words are, and leaves it out where they are others', () => {
    const old = translation('paragraph: It lay in the bottom of it.').correct(
      'k1',
      { block: 'b1', from: 7, to: 9 },
      'at',
      { phrase: { block: 'b1', from: 7, to: 20 } },
    )
    const phraseIn = (...lines: readonly `${'heading' | 'paragraph'}: ${string}`[]) =>
      carryWork(letter(old), letter(translation(...lines))).letter.translation.records.corrections
        .k1
    const moved = phraseIn('heading: No', 'paragraph: It lay in the bottom of it.')
    expect(moved?.phrase).toEqual({ block: 'b2', from: 7, to: 20 })
    const changed = phraseIn('paragraph: It lay in the cellar of it.')
    expect(changed).toBeDefined()
    expect(changed?.phrase).toBeUndefined()
  })

  it('onto the same text changes nothing and says nothing', () => {
    fc.assert(
      fc.property(canonicalTexts, (text) => {
        const old: CanonicalLetter = { id: 'ep-1', translation: text, original: null }
        const { records, anchors } = text
        // The reading brings what was inferred; the rest is work.
        const read_ = {
          ...text,
          anchors: { ...NO_ANCHORS, callouts: anchors.callouts },
          records: { ...NO_RECORDS, notes: records.notes, callouts: records.callouts },
        }
        const breaks = new Set(Object.keys(anchors.breaks))
        const structure = Object.fromEntries(
          Object.entries(records.structure).filter(
            ([id, one]) => one.kind === 'join' || breaks.has(id),
          ),
        )
        const points = Object.entries(anchors.callouts).some(
          ([, one]) => 'point' in one && one.point.at.into,
        )
        fc.pre(!points)
        const made = carryWork(old, { ...old, translation: read_ })
        const without = { ...text, records: { ...records, structure } }
        expect(made.letter.translation).toEqual(without)
        expect(made.notes.filter(({ table }) => table !== 'structure')).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('onto any other text gives that text, sound, with every record kept or listed', () => {
    const edit = fc.record({ at: fc.nat(9), how: fc.constantFrom('drop', 'double', 'cut', 'join') })
    fc.assert(
      fc.property(canonicalTexts, fc.array(edit, { maxLength: 4 }), (text, edits) => {
        const lines = edits.reduce(
          apply,
          text.machine.blocks.map((block) => block),
        )
        const machine = {
          ...text.machine,
          blocks: lines.map((block, i) => ({ ...block, id: `x${i}` })),
        }
        const notes = Object.fromEntries(
          machine.blocks.flatMap(({ note }) =>
            note ? [[note, { id: note, n: '1', resp: 'source' }]] : [],
          ),
        )
        const incoming = { machine, anchors: NO_ANCHORS, records: { ...NO_RECORDS, notes } }
        const made = carryWork(
          { id: 'ep-1', translation: text, original: null },
          { id: 'ep-2', translation: incoming, original: null },
        )
        const now = made.letter.translation
        expect(now.machine).toEqual(machine)
        expect(read(project(now), now.machine, now.records)).toEqual(now)
        const listed = new Set(made.notes.map(({ table, id }) => `${table} ${id}`))
        for (const table of [
          'corrections',
          'mentions',
          'passages',
          'verbatim',
          'structure',
        ] as const)
          for (const id of Object.keys(text.records[table])) {
            const isKept = id in now.records[table]
            expect(isKept || listed.has(`${table} ${id}`)).toBe(true)
            if (isKept && table !== 'structure' && !listed.has(`${table} ${id}`))
              expect(recordWords(now, table, id)).toBe(recordWords(text, table, id))
          }
      }),
      { numRuns: 400 },
    )
  })
})

function apply(lines: readonly Block[], { at, how }: { at: number; how: string }): Block[] {
  const i = at % lines.length
  const line = lines[i]
  if (!line) return [...lines]
  const [before, after] = [lines.slice(0, i), lines.slice(i + 1)]
  const half = Math.floor(line.text.length / 2)
  if (how === 'drop') return lines.length > 1 ? [...before, ...after] : [...lines]
  if (how === 'double') return [...before, line, line, ...after]
  if (how === 'cut')
    return [
      ...before,
      { ...line, text: line.text.slice(0, half) },
      { ...line, text: line.text.slice(half) },
      ...after,
    ]
  const next = after[0]
  if (!next || next.note !== line.note) return [...lines]
  return [...before, { ...line, text: `${line.text} ${next.text}` }, ...after.slice(1)]
}

describe('a TEI file read anew', () => {
  it('names what it says itself as it does now, keeps what was added, and lets go of markup it has no more', () => {
    const span = (from: number, to: number) =>
      [
        { block: 'b1', offset: from },
        { block: 'b1', offset: to },
      ] as const
    const markup = (id: string) => ({ id, name: 'hi', attributes: { rend: 'bold' } })
    const at = (from: number, to: number) => {
      const [start, end] = span(from, to)
      return { from: start, to: end }
    }
    const old = translation('paragraph: The harbour office of Gavan')
      .mention('m1', ...span(4, 11), { entity: 'e1' })
      .mention('m9', ...span(22, 27), { entity: 'e2' })
      .with('verbatim', 'v1', at(4, 11), 'verbatim', markup('v1'))
      .with('verbatim', 'v2', at(12, 18), 'verbatim', markup('v2'))
    const origin = { name: 'a.xml', format: 'tei', sha256: 'f', from: 1, to: 1 } as const
    const incoming = translation('paragraph: The old harbour office of Gavan')
      .mention('m1', ...span(4, 7), { kind: 'date' })
      .mention('m2', ...span(8, 15), { entity: 'e1' })
      .with('verbatim', 'v5', at(8, 15), 'verbatim', markup('v5'))
      .header({ origin })
    const { letter: made, notes } = carryWork(letter(old), letter(incoming))
    const { mentions, verbatim } = made.translation.anchors
    expect(mentions).toEqual({ m1: at(4, 7), m2: at(8, 15), m9: at(26, 31) })
    expect(verbatim).toEqual({ v5: at(8, 15) })
    expect(notes.map(({ what, table, id }) => [what, table, id])).toEqual([
      ['left-out', 'verbatim', 'v2'],
    ])
  })

  const blame = { category: 'term', severity: 'minor', cert: 'high', ...EDITOR } as const
  const struck = (from: number, to: number) => [{ block: 'b1', from, to }]
  const asked = { id: 'q1', question: 'Which ship?', replies: [], shared: true, ...EDITOR }

  it('brings refusals and shared queries that are new in it', () => {
    const old = translation('paragraph: The ship left.')
      .with(null, 'k1', null, 'refusals', refused('k1', struck(4, 8)))
      .with('queries', 'q1', whole(4, 8), 'queries', asked)
    const reply = { ...EDITOR, text: 'The second one.' }
    const incoming = translation('paragraph: Then the ship left.')
      .with(null, 'k1', null, 'refusals', refused('k1', struck(14, 18)))
      .with(null, 'k2', null, 'refusals', refused('k2', struck(9, 13)))
      .with('queries', 'q1', whole(9, 13), 'queries', { ...asked, replies: [reply] })
      .with('queries', 'q2', whole(0, 4), 'queries', { ...asked, id: 'q2', question: 'When?' })
    const { anchors, records } = carryWork(letter(old), letter(incoming)).letter.translation
    const places = Object.values(records.refusals).map(({ id, deleted }) => [id, deleted])
    expect(places).toEqual([
      ['k1', struck(9, 13)],
      ['k1-2', struck(14, 18)],
    ])
    expect(records.queries.q1?.replies).toEqual([reply])
    expect(records.queries.q2?.question).toBe('When?')
    expect(anchors.queries).toEqual({ q1: whole(9, 13), q2: whole(0, 4) })
  })

  it('does not bring back what was refused here, and names what is new apart from it', () => {
    const old = translation('paragraph: The ship left.').with(
      null,
      'k1',
      null,
      'refusals',
      refused('k1', struck(4, 8)),
    )
    const again = translation('paragraph: Then the ship left.')
      .correct('k7', { block: 'b1', from: 9, to: 13 }, '')
      .correct('k1', { block: 'b1', from: 14, to: 18 }, 'sailed')
    const { records } = carryWork(letter(old), letter(again)).letter.translation
    expect(Object.keys(records.corrections)).toEqual(['k1-2'])
    expect(Object.keys(records.refusals)).toEqual(['k1'])
  })

  function refused(id: string, deleted: ReturnType<typeof struck>) {
    return { id, correction: blame, deleted, inserted: [] }
  }

  function whole(from: number, to: number) {
    return { from: { block: 'b1', offset: from }, to: { block: 'b1', offset: to } }
  }
})
