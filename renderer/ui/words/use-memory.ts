import { useEffect } from 'react'
import { segmentAt } from '../../../shared/translate/memory/memory-lines.ts'
import type { Session } from '../../session/session.ts'
import { useSession } from '../session-context.tsx'
import { useMemoryOffer } from './memory-state.ts'

/** How long one must stay in a segment before the memory is asked, in milliseconds: it never works while one types. */
const PAUSE = 500

/** Asks the memory for the segment the cursor is in, a moment after it has come there. */
export function useMemory(): void {
  const session = useSession()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let asked = ''
    const ask = async () => {
      const segment = segmentHere(session)
      const key = segment
        ? `${segment.letter} ${JSON.stringify(segment.ranges)} ${segment.corrected}`
        : ''
      if (key === asked) return
      asked = key
      useMemoryOffer.setState({ offer: null })
      if (!segment) return
      const remembered = await session.spread.remember(segment)
      // What reads so already, taken over or typed, is no offer.
      const hits = remembered.filter(({ corrected }) => corrected !== segment.corrected)
      if (asked === key && hits.length > 0) useMemoryOffer.setState({ offer: { ...segment, hits } })
    }
    const stop = session.state.subscribe((now, before) => {
      if (now.open === before.open) return
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), PAUSE)
    })
    return () => {
      clearTimeout(timer)
      stop()
      useMemoryOffer.setState({ offer: null })
    }
  }, [session])
}

function segmentHere(session: Session) {
  const { open } = session.state.getState()
  const editor = session.editor('translation')
  if (!open || !editor || open.activeSide !== 'translation' || open.readOnly) return null
  const { machine: at, note } = editor.selection()
  if (!at || note !== null) return null
  const translation = editor.canonical()
  const original = session.editor('original')?.canonical() ?? null
  const segment = segmentAt({ id: open.id, translation, original }, at.block, at.offset)
  return segment && { letter: open.id, ...segment }
}
