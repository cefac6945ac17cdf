import type { Mark, Node } from 'prosemirror-model'
import { type EditorState, Plugin } from 'prosemirror-state'
import type { EditorView, MarkViewConstructor, NodeViewConstructor } from 'prosemirror-view'
import type { MachineText } from '../../../shared/letter/machine-text.ts'
import { notePlaces } from '../../../shared/letter/note-places.ts'
import type { Records, RecordTable } from '../../../shared/letter/records.ts'
import { idOf } from '../../../shared/letter/schema.ts'
import { verdictOf } from '../../../shared/translate/verdict.ts'
import { recordsOf } from './records.ts'

/** Words for what is drawn in the text. */
export type Translate = (key: string, values?: Record<string, string>) => string

const TABLE_OF = {
  deletion: 'corrections',
  insertion: 'corrections',
  mention: 'mentions',
  passage: 'passages',
  verbatim: 'verbatim',
  query: 'queries',
  printedCallout: 'callouts',
  callout: 'callouts',
} as const satisfies Readonly<Record<string, RecordTable>>
type Shown = keyof typeof TABLE_OF

const SHOWN_TABLES: readonly RecordTable[] = [
  'corrections',
  'mentions',
  'passages',
  'verbatim',
  'queries',
  'callouts',
]

/**
 * Draws marks and atoms with what their records say (`data-kind`, `data-category`, `data-state` …), and brings these
 * attributes up to date when records change, without a decoration and without redrawing the text.
 */
export function recordViewsPlugin(machine: MachineText, translate: Translate): Plugin {
  const labels = notePlaces(machine)
  const dress = (dom: HTMLElement, type: Shown, id: string, records: Records) => {
    const values = attributesOf(records, TABLE_OF[type], id, labels)
    for (const [name, value] of Object.entries(values))
      if (value === null) delete dom.dataset[name]
      else if (dom.dataset[name] !== value) dom.dataset[name] = value
    if (type === 'callout') dressCallout(dom, values['label'] ?? '?', translate)
  }
  const markView =
    (element: string, type: Exclude<Shown, 'callout'>): MarkViewConstructor =>
    (mark: Mark, view: EditorView) => {
      const dom = shell(element, type, idOf(mark))
      dress(dom, type, idOf(mark), recordsOf(view.state))
      return { dom, contentDOM: dom, ignoreMutation: isAttribute }
    }
  return new Plugin({
    props: {
      markViews: {
        deletion: markView('del', 'deletion'),
        insertion: markView('ins', 'insertion'),
        mention: markView('span', 'mention'),
        passage: markView('span', 'passage'),
        verbatim: markView('span', 'verbatim'),
        query: markView('span', 'query'),
        printedCallout: markView('span', 'printedCallout'),
      },
      nodeViews: { callout: calloutView(dress), note: noteView(labels) },
    },
    view: () => ({
      update: (view, before) => {
        refresh(view, before, dress)
        refreshNotes(view, before, dress, labels)
      },
    }),
  })
}

type Dress = (dom: HTMLElement, type: Shown, id: string, records: Records) => void

function isAttribute(mutation: { readonly type: string }): boolean {
  return mutation.type === 'attributes'
}

function shell(element: string, type: Shown, id: string): HTMLElement {
  const dom = document.createElement(element)
  dom.className = type.toLowerCase()
  dom.setAttribute(`data-${type.toLowerCase()}`, id)
  return dom
}

function calloutView(dress: Dress): NodeViewConstructor {
  return (node: Node, view: EditorView) => {
    const dom = shell('span', 'callout', idOf(node))
    dom.contentEditable = 'false'
    dom.draggable = true
    dress(dom, 'callout', idOf(node), recordsOf(view.state))
    return { dom, ignoreMutation: () => true, update: (next) => next.eq(node) }
  }
}

function noteView(labels: ReadonlyMap<string, string>): NodeViewConstructor {
  return (node: Node, view: EditorView) => {
    const dom = document.createElement('div')
    dom.className = 'note'
    dom.dataset['note'] = idOf(node)
    dressNote(dom, idOf(node), recordsOf(view.state), labels)
    return { dom, contentDOM: dom, ignoreMutation: isAttribute }
  }
}

function dressNote(
  dom: HTMLElement,
  id: string,
  records: Records,
  labels: ReadonlyMap<string, string>,
): void {
  const printed = records.notes[id]?.n
  dom.dataset['label'] = printed ?? labels.get(id) ?? ''
  // What does not begin with its number in the text has it beside.
  const isInText = Object.values(records.callouts).some(
    ({ note, role }) => note === id && role === 'number',
  )
  if (isInText) delete dom.dataset['unnumbered']
  else dom.dataset['unnumbered'] = ''
}

// A number that was lost and is given again shows at the note and at all its marks.
function refreshNotes(
  view: EditorView,
  before: EditorState,
  dress: Dress,
  labels: ReadonlyMap<string, string>,
): void {
  const [was, is] = [recordsOf(before), recordsOf(view.state)]
  if (was.notes === is.notes) return
  for (const id of changedIds(was, is, 'notes')) {
    const name = CSS.escape(id)
    for (const dom of view.dom.querySelectorAll<HTMLElement>(`[data-note="${name}"]`))
      dressNote(dom, id, is, labels)
    for (const callout of Object.values(is.callouts).filter(({ note }) => note === id))
      dressMarks(view, dress, callout.id)
  }
}

function dressMarks(view: EditorView, dress: Dress, callout: string): void {
  for (const type of ['printedCallout', 'callout'] as const)
    for (const dom of elementsOf(view, type, callout))
      dress(dom, type, callout, recordsOf(view.state))
}

function elementsOf(view: EditorView, type: Shown, id: string): Iterable<HTMLElement> {
  return view.dom.querySelectorAll(`[data-${type.toLowerCase()}="${CSS.escape(id)}"]`)
}

function dressCallout(dom: HTMLElement, label: string, translate: Translate): void {
  if (dom.textContent !== label) dom.textContent = label
  dom.setAttribute('role', 'img')
  dom.setAttribute('aria-label', translate('editor.callout', { n: label }))
}

type Attributes = Readonly<Record<string, string | null>>

function attributesOf(
  records: Records,
  table: (typeof TABLE_OF)[Shown],
  id: string,
  labels: ReadonlyMap<string, string>,
): Attributes {
  if (table === 'mentions') return mentionAttributes(records, id)
  if (table === 'corrections') return correctionAttributes(records, id)
  if (table === 'passages') return { for: records.passages[id]?.note ?? null }
  if (table === 'verbatim') return verbatimAttributes(records, id)
  if (table === 'queries') return { state: records.queries[id]?.closed ? 'closed' : 'open' }
  return calloutAttributes(records, id, labels)
}

function verbatimAttributes(records: Records, id: string): Attributes {
  const record = records.verbatim[id]
  const rend = record?.attributes['rend'] ?? record?.attributes['rendition'] ?? null
  return { name: record?.name ?? null, rend }
}

function mentionAttributes(records: Records, id: string): Attributes {
  const record = records.mentions[id]
  const means = record?.entity ?? record?.when ?? null
  return { kind: record?.kind ?? null, state: means === null ? 'open' : 'linked' }
}

function correctionAttributes(records: Records, id: string): Attributes {
  const record = records.corrections[id]
  const guessed = record?.guessed ? '' : null
  const verdict = record ? verdictOf(record) : null
  return {
    category: record?.category ?? null,
    severity: record?.severity ?? null,
    guessed,
    verdict,
  }
}

function calloutAttributes(
  records: Records,
  id: string,
  labels: ReadonlyMap<string, string>,
): Attributes {
  const record = records.callouts[id]
  const note = record?.note ?? null
  const role = record?.role ?? null
  if (note === null) return { role, state: 'open', label: '?' }
  const label = records.notes[note]?.n ?? labels.get(note) ?? '?'
  return { role, state: record?.by === undefined ? 'inferred' : 'linked', label }
}

function refresh(view: EditorView, before: EditorState, dress: Dress): void {
  const was = recordsOf(before)
  const is = recordsOf(view.state)
  if (was === is) return
  const changed = new Set(SHOWN_TABLES.filter((table) => was[table] !== is[table]))
  for (const [type, table] of Object.entries(TABLE_OF) as [Shown, RecordTable][]) {
    if (!changed.has(table)) continue
    for (const id of changedIds(was, is, table))
      for (const dom of elementsOf(view, type, id)) dress(dom, type, id, is)
  }
}

function changedIds(was: Records, is: Records, table: RecordTable): readonly string[] {
  const [a, b] = [was[table], is[table]] as Readonly<Record<string, unknown>>[]
  // What has a new record was drawn with it just now.
  return Object.keys(a ?? {}).filter((id) => id in (b ?? {}) && a?.[id] !== b?.[id])
}
