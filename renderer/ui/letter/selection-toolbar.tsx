import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { describeKeys } from '../../commands/keys.ts'
import type { Session } from '../../session/session.ts'
import { platform } from '../platform.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { openNotePicker, openTagPicker, writableEditor } from './letter-actions.ts'
import { type Spot, useLetterUi } from './letter-store.ts'
import { NOTE_KEY, TAG_KINDS, tagKey } from './tag-keys.ts'

const GAP = 8
const EDGE = 8

/** The small bar at what a person has selected by mouse or keys: what it can be tagged as. It never takes the focus and moves nothing. */
export function SelectionToolbar() {
  const { t } = useTranslation()
  const session = useSession()
  const mode = useSessionState((state) => state.open?.mode)
  const isPicking = useLetterUi((state) => state.picker !== null)
  const spot = useSelectionSpot(session)
  const bar = useRef<HTMLDivElement>(null)
  const [style, setStyle] = useState<CSSProperties>({ visibility: 'hidden' })
  useLayoutEffect(() => {
    const box = bar.current?.getBoundingClientRect()
    if (spot && box) setStyle(placeBar(spot, box))
  }, [spot])
  if (!spot || isPicking) return null
  // In Write mode all of these keys are pressed with Alt: said once, so that the bar stays small.
  const held = mode === 'tag' ? null : describeKeys('Alt-p', platform)[0]
  return (
    <div
      className="selection-bar"
      ref={bar}
      role="toolbar"
      aria-label={t('letterView.toolbar.label')}
      style={style}
      // The text keeps its selection and the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      {held && (
        <span className="bar-held">
          <kbd>{held}</kbd> +
        </span>
      )}
      {TAG_KINDS.map((kind) => (
        <button key={kind} type="button" tabIndex={-1} onClick={() => openTagPicker(kind)(session)}>
          {t(`letterView.kind.${kind}`)} <Cap letter={tagKey(kind)} />
        </button>
      ))}
      <button type="button" tabIndex={-1} onClick={() => openNotePicker()(session)}>
        {t('letterView.kind.note')} <Cap letter={NOTE_KEY} />
      </button>
    </div>
  )
}

function Cap({ letter }: { readonly letter: string }) {
  return <kbd>{letter.toUpperCase()}</kbd>
}

function placeBar(spot: Spot, box: DOMRect): CSSProperties {
  const above = spot.top - box.height - GAP
  const top = above > 48 ? above : spot.top + spot.height + GAP
  const middle = spot.left + spot.width / 2 - box.width / 2
  const left = Math.max(EDGE, Math.min(middle, window.innerWidth - box.width - EDGE))
  return { left, top, visibility: 'visible' }
}

// The place of the selection, while it was made by hand in a text that has the focus and no mouse button is held.
function useSelectionSpot(session: Session): Spot | null {
  const [spot, setSpot] = useState<Spot | null>(null)
  useEffect(() => {
    let isHeld = false
    let isByHand = false
    let frame = 0
    const update = () => {
      frame = 0
      const found = isHeld || !isByHand ? null : readSpot(session)
      setSpot((now) => (isSame(now, found) ? now : found))
    }
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(update)
    }
    const down = (event: PointerEvent) => {
      if (isIn(event, '.selection-bar')) return
      isHeld = true
      isByHand = isIn(event, '.ProseMirror')
      later()
    }
    const up = () => {
      isHeld = false
      later()
    }
    const key = (event: KeyboardEvent) => {
      if (MODIFIERS.has(event.key)) return
      isByHand = isIn(event, '.ProseMirror') && selects(event)
      later()
    }
    const stop = session.state.subscribe((now, before) => now.open !== before.open && later())
    const events = [
      ['pointerdown', down],
      ['pointerup', up],
      ['pointercancel', up],
      ['keydown', key],
      ['scroll', later],
      ['resize', later],
      ['focusin', later],
      ['focusout', later],
    ] as const
    for (const [name, run] of events) window.addEventListener(name, run as EventListener, true)
    return () => {
      cancelAnimationFrame(frame)
      stop()
      for (const [name, run] of events) window.removeEventListener(name, run as EventListener, true)
    }
  }, [session])
  return spot
}

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Alt', 'Control', 'Meta', 'AltGraph'])

// Shift with a key that moves, or select all.
function selects(event: KeyboardEvent): boolean {
  if (event.shiftKey) return /^(Arrow|Home|End|Page)/.test(event.key)
  return (event.ctrlKey || event.metaKey) && event.code === 'KeyA'
}

function isIn(event: Event, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null
}

function readSpot(session: Session): Spot | null {
  const editor = writableEditor(session)
  if (!editor?.view.hasFocus() || editor.view.state.selection.empty) return null
  const { rect, text } = editor.selection()
  if (!rect || text.trim() === '') return null
  const box = editor.view.dom.closest('.text-scroller')?.getBoundingClientRect()
  if (box && (rect.bottom < box.top || rect.top > box.bottom)) return null
  const { left, top, width, height } = rect
  return { left, top, width, height }
}

function isSame(a: Spot | null, b: Spot | null): boolean {
  if (!a || !b) return a === b
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height
}
