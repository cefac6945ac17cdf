import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import type { BlockKind } from './machine-text.ts'

/** The node types that hold one printed line or a part of one; `note` blocks are paragraphs inside a note. */
export type BlockType = Exclude<BlockKind, 'note'>

const BLOCK_TYPES: readonly BlockType[] = [
  'paragraph',
  'heading',
  'archive',
  'opener',
  'closer',
  'postscript',
  'separator',
]

function block(kind: BlockType): NodeSpec {
  return {
    group: 'block',
    content: 'inline*',
    attrs: { id: { default: '' } },
    defining: true,
    toDOM: (node) => ['p', { 'data-kind': kind, 'data-id': String(node.attrs.id) }, 0],
    parseDOM: [
      {
        tag: `p[data-kind=${kind}]`,
        preserveWhitespace: 'full',
        getAttrs: (dom) => ({ id: dom.getAttribute('data-id') }),
      },
    ],
  }
}

function atom(name: string, text: string): NodeSpec {
  return {
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    attrs: { id: { default: '' } },
    toDOM: (node) => ['span', { class: name, [`data-${name}`]: String(node.attrs.id) }, text],
    parseDOM: [
      {
        tag: `span[data-${name}]`,
        getAttrs: (dom) => ({ id: dom.getAttribute(`data-${name}`) }),
      },
    ],
  }
}

function mark(element: string, name: string): MarkSpec {
  return {
    attrs: { id: {} },
    excludes: '',
    inclusive: false,
    toDOM: (m) => [element, { class: name, [`data-${name}`]: String(m.attrs.id) }, 0],
    parseDOM: [
      {
        tag: `${element}[data-${name}]`,
        getAttrs: (dom) => ({ id: dom.getAttribute(`data-${name}`) }),
      },
    ],
  }
}

const blocks = Object.fromEntries(BLOCK_TYPES.map((kind) => [kind, block(kind)])) as Record<
  BlockType,
  NodeSpec
>

/**
 * The schema of both sides of a letter. Nodes and marks carry only an id; what the ids mean is in the records.
 * `verbatim` marks markup of others, `query` what a question is about, `callout` is a callout set by an editor, `join` the border of two printed lines that an editor joined.
 */
export const letterSchema = new Schema({
  topNode: 'letter',
  nodes: {
    letter: { content: '(block | note)+' },
    ...blocks,
    note: {
      content: 'block+',
      attrs: { id: { default: '' } },
      isolating: true,
      defining: true,
      toDOM: (node) => ['div', { class: 'note', 'data-note': String(node.attrs.id) }, 0],
      parseDOM: [
        {
          tag: 'div[data-note]',
          getAttrs: (dom) => ({ id: dom.getAttribute('data-note') }),
        },
      ],
    },
    text: { group: 'inline' },
    callout: atom('callout', '\u2020'),
    join: atom('join', ' '),
  },
  marks: {
    passage: mark('span', 'passage'),
    verbatim: mark('span', 'verbatim'),
    query: mark('span', 'query'),
    mention: mark('span', 'mention'),
    deletion: mark('del', 'deletion'),
    insertion: mark('ins', 'insertion'),
    printedCallout: mark('span', 'printedcallout'),
  },
})

const SPAN_TABLES = {
  mention: 'mentions',
  passage: 'passages',
  verbatim: 'verbatim',
  query: 'queries',
} as const

/** The tables whose records span a stretch of text. */
export type SpanTable = (typeof SPAN_TABLES)[keyof typeof SPAN_TABLES]

/** The table of the records that a mark spans a stretch of text for; null for marks of other kinds. */
export function spanTable(mark: { readonly type: { readonly name: string } }): SpanTable | null {
  const { name } = mark.type
  return name in SPAN_TABLES ? SPAN_TABLES[name as keyof typeof SPAN_TABLES] : null
}

/** The id that a node or mark of the letter schema carries. */
export function idOf(item: { readonly attrs: Readonly<Record<string, unknown>> }): string {
  return String(item.attrs.id)
}
