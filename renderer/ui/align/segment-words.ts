import { blockLayouts, type Layout, type Piece } from '../../../shared/letter/layout.ts'
import type { MachineRange } from '../../../shared/letter/place.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'

/** A run of a sentence as it is shown: the machine's words, struck ones, or what an editor put in; `from` is the machine offset (UTF-16) in its block. */
export interface Words {
  readonly kind: 'machine' | 'struck' | 'put-in'
  readonly text: string
  readonly from: number
}

/** The pieces of a text, by block. */
export type TextLayouts = ReturnType<typeof blockLayouts>

const known = new WeakMap<object, { readonly corrections: object; readonly layouts: TextLayouts }>()

/** The pieces of an editor's text, made once for each state of text and corrections. */
export function layoutsOf(editor: LetterEditor): TextLayouts {
  const { doc, records } = editor.state()
  const old = known.get(doc)
  if (old?.corrections === records.corrections) return old.layouts
  const layouts = blockLayouts(editor.canonical())
  known.set(doc, { corrections: records.corrections, layouts })
  return layouts
}

/** The words of a sentence with its corrections. Text put in between two sentences belongs to the one before. */
export function segmentWords(
  layout: Layout | undefined,
  range: MachineRange,
  view: 'corrected' | 'changes' | 'machine',
): readonly Words[] {
  return (layout?.pieces ?? []).flatMap((piece) => {
    if (piece.type !== 'text') return []
    const words = piece.insertion === null ? machineWords(piece, range) : putIn(piece, range)
    if (!words) return []
    if (view === 'machine') return words.kind === 'put-in' ? [] : [{ ...words, kind: 'machine' }]
    return view === 'corrected' && words.kind === 'struck' ? [] : [words]
  })
}

type TextPiece = Extract<Piece, { type: 'text' }>

function machineWords(piece: TextPiece, { from, to }: MachineRange): Words | null {
  const start = Math.max(from, piece.offset)
  const end = Math.min(to, piece.offset + piece.text.length)
  if (start >= end) return null
  const text = piece.text.slice(start - piece.offset, end - piece.offset)
  return { kind: piece.deletions.length > 0 ? 'struck' : 'machine', text, from: start }
}

function putIn({ text, offset, deletions }: TextPiece, { from, to }: MachineRange): Words | null {
  const isOurs = (offset > from && offset <= to) || (from === 0 && offset === 0)
  return isOurs && deletions.length === 0 ? { kind: 'put-in', text, from: offset } : null
}
