import { type Segment, translationSegments } from '../../../shared/translate/segment-states.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import { useSettledEditor } from '../letter/use-letter.ts'

const known = new WeakMap<
  object,
  { readonly records: object; readonly segments: readonly Segment[] }
>()
const NONE: readonly Segment[] = []

/** The segments of an editor's text with their states; the same document with the same records gives the same list. */
export function segmentsOf(editor: LetterEditor): readonly Segment[] {
  const { doc, records } = editor.state()
  const before = known.get(doc)
  if (before?.records === records) return before.segments
  const segments = translationSegments(editor.canonical())
  known.set(doc, { records, segments })
  return segments
}

/** The segments of the translation, read again a moment after the last change. */
export function useSegments(): readonly Segment[] {
  const editor = useSettledEditor('translation')
  return editor ? segmentsOf(editor) : NONE
}
