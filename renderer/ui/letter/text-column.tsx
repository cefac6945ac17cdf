import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { Side } from '../../../shared/letter/canonical.ts'
import { SegmentGutter } from '../reading/segment-gutter.tsx'
import { useSession, useSessionState } from '../session-context.tsx'

/** One text of the letter in its own scrolling column; the session puts the editor in. The text that takes the focus is the active one. */
export function TextColumn(props: {
  readonly side: Side
  readonly head: ReactNode
  readonly note: ReactNode
  readonly isHidden: boolean
}) {
  const session = useSession()
  const id = useSessionState((state) => state.open?.id)
  const mode = useSessionState((state) => state.open?.mode)
  const view = useSessionState((state) => state.open?.view)
  const place = useRef<HTMLDivElement>(null)
  const { side } = props
  useLayoutEffect(() => {
    const element = place.current
    if (id === undefined || !element) return
    const onFocus = () => session.focusSide(side)
    element.addEventListener('focusin', onFocus)
    const takeOut = session.mount(side, element)
    return () => {
      element.removeEventListener('focusin', onFocus)
      takeOut()
    }
  }, [session, side, id])
  return (
    <section
      className="text-column"
      data-side={side}
      data-mode={mode}
      data-view={view}
      hidden={props.isHidden}
    >
      <div className="text-scroller" data-scroller={side}>
        <h2 className="column-head">
          <span>{props.head}</span>
          <span>{props.note}</span>
        </h2>
        <div className="text-place" ref={place} />
        {side === 'translation' && <SegmentGutter key={id} />}
      </div>
    </section>
  )
}
