// @vitest-environment happy-dom
import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import { expect, it } from 'vitest'
import { draftOf } from '../../../renderer/editor/draft.ts'
import type { LetterEditor } from '../../../renderer/editor/letter-editor.ts'
import { insertText } from '../../../renderer/editor/plugins/clipboard.ts'
import { correctedText } from '../../../renderer/editor/text/corrected-text.ts'
import { replay } from '../../../shared/letter/journal.ts'
import type { Insertion } from '../../../shared/letter/place.ts'
import { project } from '../../../shared/letter/project.ts'
import { read } from '../../../shared/letter/read.ts'
import { canTakeUp } from '../../../shared/translate/can-take-up.ts'
import { authorOf, type Judgement } from '../../../shared/translate/verdict.ts'
import { letter, pressKey, typeCharacter } from '../../support/letter-dsl.ts'
import { canonicalOf } from '../../support/letter-notation.ts'
import { checkHistories, checkRecords, drawn, histories } from '../../support/letter-promises.ts'

const TEXT = [
  'To Verkhov. The old barges{1} lay at the river ba ab.',
  'a b ab ba aab',
  'We ask for 3.2 million{2} more.',
  '^1 Sent on the same day, in code.',
  '^2 See also the note a b a.',
].join('\n')

interface Move {
  readonly kind: string
  readonly at: number
  readonly length: number
  readonly text: string
}

const moves = fc.array(
  fc.record({
    kind: fc.constantFrom(
      ...[
        'type',
        'type',
        'type',
        'typeOver',
        'Backspace',
        'Backspace',
        'Delete',
        'Enter',
        'Ctrl-Backspace',
      ],
      ...[
        'Ctrl-Delete',
        'stay',
        'paste',
        'tag',
        'untag',
        'link',
        'unlink',
        'passage',
        'revert',
        'undo',
        'redo',
      ],
      ...['start', 'end', 'setCorrection', 'accept', 'dispute', 'refuse', 'refuse', 'takeUp'],
      ...['takeUp', 'ask', 'unask', 'state', 'otherPerson', 'otherPerson'],
    ),
    at: fc.nat(400),
    length: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(12), fc.nat(90)),
    text: fc.constantFrom('a', 'b', ' ', 'ab', 'a b', ',', '3', 'The', '\n\n', 'x\ny', '😀'),
  }),
  { minLength: 1, maxLength: 30 },
)

function place(editor: LetterEditor, { at, length, kind }: Move): void {
  const { doc, tr } = editor.view.state
  const size = doc.content.size
  const anchor = TextSelection.near(doc.resolve(at % size)).from
  const head = TextSelection.near(doc.resolve(Math.min(anchor + length, size)), -1).from
  const $anchor = doc.resolve(anchor)
  const edge = kind === 'start' ? $anchor.start() : $anchor.end()
  const selection =
    kind === 'start' || kind === 'end'
      ? TextSelection.create(doc, edge)
      : TextSelection.create(doc, anchor, Math.max(anchor, head))
  editor.view.dispatch(tr.setSelection(selection))
}

function first(keys: object, at: number): string {
  const list = Object.keys(keys)
  return list[at % Math.max(1, list.length)] ?? 'none'
}

const acts: Readonly<Record<string, (editor: LetterEditor, move: Move) => void>> = {
  type: (editor, { text }) => {
    for (const character of text.replace(/\n/g, '')) typeAsPlainText(editor, character)
  },
  typeOver: (editor, { text }) => typeAsPlainText(editor, text.replace(/\n/g, ' ')),
  Backspace: (editor) => deleteAsPlainText(editor, 'Backspace'),
  Delete: (editor) => deleteAsPlainText(editor, 'Delete'),
  start: (editor) => pressKey(editor, 'Backspace'),
  end: (editor) => pressKey(editor, 'Delete'),
  paste: (editor, { text }) => {
    const { state, dispatch } = editor.view
    const draft = draftOf(state)
    const { newId } = ids
    const { machine } = editor.canonical()
    const context = {
      side: 'translation' as const,
      machine,
      author: () => who.author,
      now: () => '',
      newId,
    }
    if (!insertText(draft, context, text)) return
    dispatch.call(editor.view, draft.tr)
    expect(editor.view.state).not.toBe(state)
  },
  tag: (editor, { at }) => editor.tag(at % 2 ? 'person' : 'place', { entity: 'x' }),
  untag: (editor, { at }) => editor.removeMention(first(editor.state().records.mentions, at)),
  link: (editor, { at }) => editor.linkNoteHere(at % 2 ? 'n1' : 'n2'),
  unlink: (editor, { at }) =>
    editor.linkCallout(first(editor.state().records.callouts, at), at % 3 ? null : 'n1'),
  passage: (editor, { at }) => editor.setPassage(at % 2 ? 'n1' : 'n2'),
  revert: (editor, { at }) =>
    editor.revertCorrection(first(editor.state().records.corrections, at)),
  setCorrection: (editor, { at }) =>
    editor.setCorrection(first(editor.state().records.corrections, at), { category: 'style' }),
  undo: (editor) => editor.undo(),
  redo: (editor) => editor.redo(),
  accept: (editor, { at }) => decide(editor, at, 'accepted'),
  dispute: (editor, { at }) => decide(editor, at, 'disputed'),
  refuse: (editor, { at }) => decide(editor, at, 'refused'),
  takeUp: takeUp,
  ask: (editor) => editor.ask('Who?'),
  unask: (editor, { at }) => editor.removeQuery(first(editor.state().records.queries, at)),
  state: (editor, { at }) =>
    editor.stateSegment({ block: 't2', from: 0, to: 13 }, STATES[at % 3] ?? null),
  otherPerson: () => {
    who.author = who.author === 'ed-a' ? 'ed-b' : 'ed-a'
  },
}

const who = { author: 'ed-a' }
const STATES = ['corrected', 'checked', null] as const

/** A decision is done exactly where another person proposed what is decided, unless they say the same again. */
function decide(editor: LetterEditor, at: number, verdict: Judgement): void {
  const { corrections } = editor.state().records
  const id = first(corrections, at)
  const record = corrections[id]
  const last = record?.history?.at(-1)
  const isNews = last?.verdict !== verdict || last.by !== who.author
  const expected = record !== undefined && authorOf(record) !== who.author && isNews
  expect(editor.decide(id, verdict)).toBe(expected)
}

/** What is taken up again stands as it was refused, and nothing else has changed. */
function takeUp(editor: LetterEditor, { at }: Move): void {
  const before = editor.canonical()
  const id = first(before.records.refusals, at)
  const refusal = before.records.refusals[id]
  const done = editor.takeUpAgain(id)
  expect(done).toBe(refusal !== undefined && canTakeUp(before, refusal))
  const { anchors } = editor.canonical()
  if (!done || !refusal) {
    expect(anchors).toEqual(before.anchors)
    return
  }
  const { [id]: own, ...others } = anchors.corrections
  expect(own?.deleted).toEqual(refusal.deleted)
  const words = (put: readonly Insertion[] = []) => put.map(({ offset, text }) => [offset, text])
  expect(words(own?.inserted)).toEqual(words(refusal.inserted))
  const bare = (all: typeof others) =>
    Object.entries(all).map(([key, one]) => [key, one.deleted, words(one.inserted)])
  expect(bare(others).sort()).toEqual(bare(before.anchors.corrections).sort())
}

function hasJoin(doc: Node, from: number, to: number): boolean {
  let found = false
  doc.nodesBetween(from, to, (node) => {
    if (node.type.name === 'join') found = true
  })
  return found
}

/** Deleting a selection must take out of the corrected text what was selected, and no paragraph. */
function deleteAsPlainText(editor: LetterEditor, key: string): void {
  const { doc, selection } = editor.view.state
  const { from, to, empty } = selection
  const selected = correctedText(doc, from, to)
  const before = correctedText(doc, 0, from)
  const after = correctedText(doc, to, doc.content.size)
  pressKey(editor, key)
  if (empty || hasJoin(doc, from, to)) return
  const now = editor.view.state.doc
  const breaks = selected.replace(/[^\n]/g, '')
  expect(correctedText(now, 0, now.content.size)).toBe(before + breaks + after)
}

/** To the corrected text, typing must do what it does to plain text, and leave the cursor behind what was typed. */
function typeAsPlainText(editor: LetterEditor, typed: string): void {
  const text = typed.replace(/\s/g, ' ')
  const { doc, selection } = editor.view.state
  const before = correctedText(doc, 0, selection.from)
  const after = correctedText(doc, selection.to, doc.content.size)
  const isPlain = !hasJoin(doc, selection.from, selection.to)
  typeCharacter(editor, text)
  const breaks = correctedText(doc, selection.from, selection.to).replace(/[^\n]/g, '')
  if (!isPlain) return
  const { doc: now, selection: cursor } = editor.view.state
  expect(correctedText(now, 0, now.content.size)).toBe(before + text + breaks + after)
  expect(correctedText(now, 0, cursor.head)).toBe(before + text)
}

const ids = { count: 0, newId: (prefix: string) => `${prefix}-p${++ids.count}` }

function act(editor: LetterEditor, move: Move): void {
  if (move.kind !== 'stay' && move.kind !== 'undo' && move.kind !== 'redo') place(editor, move)
  const known = acts[move.kind]
  if (known) known(editor, move)
  else if (move.kind !== 'stay') pressKey(editor, move.kind)
  else typeAsPlainText(editor, move.text.trim() || 'a')
}

// A question that was asked goes only where somebody takes it off, or takes back that it was asked.
const FORGETS: ReadonlySet<string> = new Set(['unask', 'undo', 'redo'])

it('keeps every promise through any sequence of actions', () => {
  fc.assert(
    fc.property(moves, (list) => {
      ids.count = 0
      who.author = 'ed-a'
      const source = canonicalOf(TEXT)
      const test = letter(TEXT, source, () => who.author)
      const { editor } = test
      const start = editor.canonical()
      for (const move of list) {
        const said = histories(editor)
        const { queries } = editor.state().records
        act(editor, move)
        if (!FORGETS.has(move.kind))
          expect(Object.keys(editor.state().records.queries)).toEqual(
            expect.arrayContaining(Object.keys(queries)),
          )
        if (move.kind !== 'undo' && move.kind !== 'redo') checkHistories(editor, said)
        const canonical = editor.canonical()
        const again = read(project(canonical), canonical.machine, canonical.records)
        expect(again).toEqual(canonical)
        expect(drawn(project(canonical))).toEqual(drawn(editor.state().doc))
        checkRecords(editor)
      }
      const end = editor.canonical()
      const rows = test.actions.map(({ action }) => action.steps)
      const stored = JSON.parse(JSON.stringify(rows)) as typeof rows
      expect(replay(source, stored)).toEqual(end)
      while (editor.undo()) expect(editor.redoLabel()).not.toBeNull()
      expect(editor.canonical()).toEqual(start)
      while (editor.redo()) expect(editor.undoLabel()).not.toBeNull()
      if (!list.some(({ kind }) => kind === 'undo')) expect(editor.canonical()).toEqual(end)
      editor.destroy()
    }),
    { numRuns: 300 },
  )
})
