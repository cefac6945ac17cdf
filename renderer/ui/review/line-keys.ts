import type { LineKind } from '../../../shared/import/reading.ts'
import type { SpanKind } from '../../../shared/import/review/review-draft.ts'

/** The keys that say what a line is, in the order of the digits; 0 leaves it to recognition. */
export const LINE_KINDS: readonly LineKind[] = [
  'heading',
  'archive',
  'opener',
  'paragraph',
  'closer',
  'postscript',
  'separator',
  'note',
]

/** The keys that say what chosen characters are. */
export const SPAN_KEYS: readonly { readonly key: string; readonly kind: SpanKind }[] = [
  { key: 'f', kind: 'sender' },
  { key: 't', kind: 'recipient' },
  { key: 'd', kind: 'date' },
  { key: 'h', kind: 'time' },
  { key: 'a', kind: 'archive' },
  { key: 'n', kind: 'dispatch-number' },
  { key: 'i', kind: 'incoming-number' },
  { key: 'c', kind: 'secrecy' },
  { key: 'l', kind: 'address' },
  { key: 's', kind: 'signature' },
  { key: 'r', kind: 'document-reference' },
]

/** What a person may say of a span by the menu: the kinds with keys and the rest. */
export const SPAN_KINDS: readonly SpanKind[] = [
  ...SPAN_KEYS.map(({ kind }) => kind),
  'copy',
  'salutation',
  'point',
  'valediction',
  'postscript',
  'ibid',
  'callout',
]
