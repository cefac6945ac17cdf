// @vitest-environment happy-dom
import fc from 'fast-check'
import { TextSelection } from 'prosemirror-state'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { wordsByCorrection } from '../../../renderer/editor/correction/words-by-correction.ts'
import type { LetterEditor } from '../../../renderer/editor/letter-editor.ts'
import { correctedText } from '../../../renderer/editor/text/corrected-text.ts'
import type { CanonicalText } from '../../../shared/letter/canonical.ts'
import { replay } from '../../../shared/letter/journal.ts'
import { project } from '../../../shared/letter/project.ts'
import { read } from '../../../shared/letter/read.ts'
import { authorOf, verdictOf } from '../../../shared/translate/verdict.ts'
import { beginComposition, endComposition, showComposed } from '../../support/compose.ts'
import { letter, pressKey, type TestLetter, typeCharacter } from '../../support/letter-dsl.ts'
import { canonicalOf, show } from '../../support/letter-notation.ts'
import { checkHistories, checkRecords, drawn, histories } from '../../support/letter-promises.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Shows texts one after the other in a composition that also takes up to `most` inserted characters before the cursor, then ends it. */
function compose(test: TestLetter, texts: readonly string[], most = 0): void {
  const { editor } = test
  // Long after what was done before: the history would join the two.
  vi.advanceTimersByTime(1000)
  beginComposition(editor)
  const to = editor.view.state.selection.head
  let shown = { from: to - Math.min(most, insertedBefore(test)), to }
  for (const text of texts) {
    shown = showComposed(editor, text, shown)
    // As long as somebody takes who looks for the right sign.
    vi.advanceTimersByTime(800)
  }
  endComposition(editor)
  vi.advanceTimersByTime(100)
}

/** A letter in which ed-a has corrected the words before the cursor, letter by letter, and ed-b has said something of it. */
function decided(source: string, keys: readonly string[], verdict: 'accepted' | 'disputed') {
  const who = { author: 'ed-a' }
  const test = letter(source, undefined, () => who.author)
  for (const key of keys)
    if (key.length === 1) test.type(key)
    else test.press(key)
  const [id = ''] = Object.keys(test.editor.state().records.corrections)
  who.author = 'ed-b'
  expect(test.editor.decide(id, verdict)).toBe(true)
  who.author = 'ed-c'
  return { test, id, records: () => test.editor.state().records }
}

describe('a composition', () => {
  it.each(['accepted', 'disputed'] as const)(
    'leaves a correction %s where it changes no word of it',
    (verdict) => {
      const { test, id, records } = decided('To Verkhof| now.', ['Backspace', 'v'], verdict)
      const before = test.editor.canonical()
      compose(test, ['k', 'ka', ''])
      test.shows('To ~~Verkhof~~++Verkhov++| now.')
      expect(test.editor.canonical()).toEqual(before)
      test.at('t1', 11)
      compose(test, ['k', 'か'])
      expect(records().corrections[id]).toEqual(before.records.corrections[id])
    },
  )

  it('leaves what it was begun in, also where the word goes on in the text of the machine', () => {
    const { test } = decided('The ~barges lay'.replace('~', '|'), ['x', ' '], 'accepted')
    const before = test.editor.canonical()
    test.with((editor) => {
      const { tr } = editor.view.state
      editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, 10)))
    })
    compose(test, ['k', ''])
    expect(test.editor.canonical()).toEqual(before)
  })

  it('proposes a decided correction anew whose words it changes, and says what they were', () => {
    const { test, id, records } = decided('To Verkhof| now.', ['Backspace', 'v'], 'accepted')
    compose(test, ['k', 'か'])
    test.shows('To ~~Verkhof~~++Verkhovか++| now.')
    expect(records().corrections[id]?.history).toMatchObject([
      { verdict: 'accepted', by: 'ed-b', after: 'Verkhov' },
      { verdict: 'proposed', by: 'ed-c' },
    ])
  })

  it('says of another’s correction what it put in before, not what was composed', () => {
    const who = { author: 'ed-a' }
    const test = letter('To Verkhof| now.', undefined, () => who.author)
      .press('Backspace')
      .type('v')
    const [id = ''] = Object.keys(test.editor.state().records.corrections)
    who.author = 'ed-b'
    compose(test, ['k', 'か'])
    expect(test.editor.state().records.corrections[id]?.history).toMatchObject([
      { verdict: 'proposed', by: 'ed-a', after: 'Verkhov' },
      { verdict: 'proposed', by: 'ed-b' },
    ])
  })

  it.each(['accepted', 'disputed'] as const)(
    'keeps an insertion that was %s when it takes all of it away',
    (verdict) => {
      const { test, id, records } = decided('The | lay.', ['x', 'y'], verdict)
      compose(test, ['k', ''], 2)
      test.shows('The | lay.')
      expect(records().corrections).toEqual({})
      expect(records().refusals[id]).toMatchObject({
        correction: {
          history: [
            { verdict, after: 'xy' },
            { verdict: 'refused', by: 'ed-c', after: 'xy' },
          ],
        },
        inserted: [{ block: 't1', offset: 4, text: 'xy' }],
      })
      test.undo()
      expect(records().refusals).toEqual({})
      expect(records().corrections[id]?.history).toHaveLength(1)
    },
  )

  it('beside a tagged word carries the tag on as typing does, and leaves a sign out of it', () => {
    const tagged = () =>
      letter('To Verkhov| now.').with((editor) => editor.tag('person', { entity: 'x' }))
    for (const text of ['a', ',']) {
      const [typed, composed] = [tagged().type(text), tagged()]
      compose(composed, ['k', text])
      expect(show(composed.editor, '[')).toBe(show(typed.editor, '['))
    }
  })

  it.each([
    ['The <barges> lay.', 'The ~~barges~~++かの++| lay.'],
    ['The b<arg>es lay.', 'The ~~barges~~++bかの|es++ lay.'],
    ['<The barges> lay.', '~~The barges~~++かの++| lay.'],
    ['The ba|rges lay.', 'The ~~barges~~++baかの|rges++ lay.'],
  ])('at %s is one step to take back and to do again', (source, composed) => {
    const test = letter(source)
    const before = test.editor.canonical()
    compose(test, ['k', 'か', 'かn', 'かの'])
    test.shows(composed)
    checkOneUndo(test.editor, before)
  })

  it('over a selection that gives the same words leaves nothing', () => {
    const { test } = decided('To Verkhof| now.', ['Backspace', 'v'], 'accepted')
    const before = test.editor.canonical()
    test.with(({ view }) => {
      const { doc, selection, tr } = view.state
      view.dispatch(tr.setSelection(TextSelection.create(doc, 1, selection.head)))
    })
    compose(test, ['T', 'To', 'To Verkhov'])
    test.shows('To ~~Verkhof~~++Verkhov++| now.')
    expect(test.editor.canonical()).toEqual(before)
  })
})

const TEXT = [
  'To Verkhov. The old barges{1} lay at the river.',
  'a b ab ba',
  '^1 Sent on the day.',
].join('\n')

const edits = fc.array(
  fc.record({
    at: fc.nat(70),
    length: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat(12)),
    text: fc.constantFrom('a', 'b ', ' ', 'ab', ',', ''),
    said: fc.constantFrom('accepted', 'disputed', 'refused', null),
  }),
  { minLength: 1, maxLength: 6 },
)
const compositions = fc.array(
  fc.record({
    author: fc.constantFrom('ed-a', 'ed-b', 'ed-c'),
    near: fc.nat(20),
    shift: fc.integer({ min: -3, max: 3 }),
    length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(12)),
    texts: fc.array(fc.constantFrom('', 'k', 'か', 'a b', 'ab'), { minLength: 1, maxLength: 3 }),
    over: fc.nat(3),
  }),
  { minLength: 1, maxLength: 3 },
)
type Made<T> = T extends fc.Arbitrary<readonly (infer One)[]> ? One : never

interface Who {
  author: string
}

function select({ editor }: TestLetter, at: number, length: number): void {
  const { doc, tr } = editor.view.state
  const size = doc.content.size
  const within = (pos: number) => Math.min(Math.max(0, pos), size)
  const anchor = TextSelection.near(doc.resolve(within(at))).from
  const head = TextSelection.near(doc.resolve(within(anchor + length)), -1).from
  editor.view.dispatch(tr.setSelection(TextSelection.create(doc, anchor, Math.max(anchor, head))))
}

/** Corrects the letter as ed-a, each new correction being decided by ed-b as it says. */
function correctAndDecide(test: TestLetter, who: Who, edit: Made<typeof edits>): void {
  const { editor } = test
  const known = Object.keys(editor.state().records.corrections)
  select(test, edit.at, edit.length)
  who.author = 'ed-a'
  if (edit.text === '') pressKey(editor, 'Backspace')
  for (const sign of edit.text) typeCharacter(editor, sign)
  who.author = 'ed-b'
  const fresh = Object.keys(editor.state().records.corrections).filter((id) => !known.includes(id))
  for (const id of fresh) if (edit.said) editor.decide(id, edit.said)
}

/** Puts the cursor near a border of what corrections strike or put in, or selects from there. */
function selectNear(test: TestLetter, { near, shift, length }: Made<typeof compositions>): void {
  const borders: number[] = [0]
  test.editor.state().doc.descendants((node, pos) => {
    if (node.isText && node.marks.length > 0) borders.push(pos, pos + node.nodeSize)
  })
  select(test, (borders[near % borders.length] ?? 0) + shift, length)
}

/** How many characters right before the cursor are inserted text: an input method may take those along. */
function insertedBefore({ editor }: TestLetter): number {
  const { nodeBefore } = editor.view.state.selection.$head
  const isPut = nodeBefore?.marks.some(({ type }) => type.name === 'insertion')
  return isPut ? (nodeBefore?.text?.length ?? 0) : 0
}

/** How a letter was before a composition: all that may not be lost of it. */
function stateOf({ editor }: TestLetter) {
  const { doc, records } = editor.state()
  return {
    canonical: editor.canonical(),
    histories: histories(editor),
    words: wordsByCorrection(doc),
    reads: correctedText(doc, 0, doc.content.size),
    corrections: records.corrections,
  }
}

function checkComposed(test: TestLetter, before: ReturnType<typeof stateOf>, author: string): void {
  const { editor } = test
  checkHistories(editor, before.histories)
  checkRecords(editor)
  const after = stateOf(test)
  const { canonical } = after
  expect(canonical.machine).toBe(before.canonical.machine)
  expect(read(project(canonical), canonical.machine, canonical.records)).toEqual(canonical)
  expect(drawn(project(canonical))).toEqual(drawn(editor.state().doc))
  if (after.reads === before.reads) expect(canonical).toEqual(before.canonical)
  for (const [id, { history }] of Object.entries(before.corrections)) {
    const record = after.corrections[id]
    const [was, is] = [before.words.get(id), after.words.get(id)]
    if (!record) continue
    if (was?.struck === is?.struck && was?.inserted === is?.inserted)
      expect(record.history).toEqual(history)
    else expect([verdictOf(record), authorOf(record)]).toEqual(['proposed', author])
  }
}

/** What a composition did is one step to take back and to do again. */
function checkOneUndo(editor: LetterEditor, before: CanonicalText): void {
  const after = editor.canonical()
  expect(editor.undo()).toBe(true)
  expect(editor.canonical()).toEqual(before)
  expect(editor.redo()).toBe(true)
  expect(editor.canonical()).toEqual(after)
}

it('keeps every promise through any composition over, in and beside decided corrections', () => {
  fc.assert(
    fc.property(edits, compositions, (list, composed) => {
      const who: Who = { author: 'ed-a' }
      const source = canonicalOf(TEXT)
      const test = letter(TEXT, source, () => who.author)
      const { editor } = test
      for (const edit of list) correctAndDecide(test, who, edit)
      for (const one of composed) {
        who.author = one.author
        selectNear(test, one)
        const before = stateOf(test)
        const actions = test.actions.length
        compose(test, one.texts, one.over)
        checkComposed(test, before, who.author)
        if (test.actions.length > actions) checkOneUndo(editor, before.canonical)
      }
      const rows = test.actions.map(({ action }) => action.steps)
      const end = editor.canonical()
      expect(replay(source, JSON.parse(JSON.stringify(rows)) as typeof rows)).toEqual(end)
      while (editor.undo()) expect(editor.redoLabel()).not.toBeNull()
      expect(editor.canonical()).toEqual(source)
      while (editor.redo()) expect(editor.undoLabel()).not.toBeNull()
      expect(editor.canonical()).toEqual(end)
      editor.destroy()
    }),
    { numRuns: 100 },
  )
})
