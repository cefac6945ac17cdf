import { useEffect } from 'react'
import type { Side } from '../../../shared/letter/canonical.ts'
import { machineSelection } from '../../../shared/letter/positions.ts'
import type { PairRecord } from '../../../shared/letter/records.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import type { Session } from '../../session/session.ts'
import { useSession } from '../session-context.tsx'
import { pairAt } from './pair-at.ts'

/**
 * Lights the aligned pair at the cursor in both texts, and brings it into view in the other one, at the height it has where the
 * cursor is. The text that has the cursor is never scrolled.
 */
export function usePairs(): void {
  const session = useSession()
  useEffect(() => {
    let shown: Shown = null
    let frame = 0
    const update = () => {
      frame = 0
      shown = showPair(session, shown)
    }
    const stop = session.state.subscribe((now, before) => {
      if (now.open?.id !== before.open?.id) shown = null
      const hasMoved =
        now.open?.tick !== before.open?.tick || now.open?.activeSide !== before.open?.activeSide
      if (hasMoved && frame === 0) frame = requestAnimationFrame(update)
    })
    return () => {
      cancelAnimationFrame(frame)
      stop()
    }
  }, [session])
}

/** The pair now lit, and the text that has the cursor; null where none is yet. */
type Shown = { readonly pair: PairRecord | null; readonly side: Side } | null

// A pair that was changed is another record: it is lit anew.
function showPair(session: Session, shown: Shown): Shown {
  const { open } = session.state.getState()
  const translation = session.editor('translation')
  const original = session.editor('original')
  if (!open || !translation || !original) return shown
  const active = open.activeSide === 'original' ? original : translation
  const other = active === original ? translation : original
  const at = active.selection().machine
  const pair = at && pairAt(translation.state().records.pairs, active.side, at)
  if (shown?.pair === pair && (pair === null || shown.side === active.side)) return shown
  translation.highlight(pair?.translation ?? [])
  original.highlight(pair?.original ?? [])
  if (pair) followPair(active, other, pair[other.side][0], pair[active.side][0])
  return { pair, side: active.side }
}

type Range = Parameters<LetterEditor['select']>[0] | undefined

function followPair(active: LetterEditor, other: LetterEditor, there: Range, here: Range): void {
  const scroller = other.view.dom.closest<HTMLElement>('.text-scroller')
  const goal = topOf(other, there)
  if (!scroller || goal === null || scroller.clientHeight === 0) return
  const box = scroller.getBoundingClientRect()
  const isVisible = goal.top >= box.top + 24 && goal.bottom <= box.bottom - 24
  if (isVisible) return
  const wanted = topOf(active, here)?.top ?? box.top + box.height / 3
  const level = Math.min(Math.max(wanted, box.top + 40), box.bottom - box.height / 3)
  scroller.scrollBy({ top: goal.top - level, behavior: scrollBehavior() })
}

function topOf(editor: LetterEditor, range: Range): { top: number; bottom: number } | null {
  if (!range) return null
  const { doc, records } = editor.state()
  const found = machineSelection(doc, records, range)
  return found && editor.view.coordsAtPos(found.from)
}

function scrollBehavior(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'
}
