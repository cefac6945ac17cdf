import type { PluginView, Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { redraw } from '../sync-selection.ts'
import { whenReleased } from '../when-released.ts'

/**
 * Looks, in the next frame after the text, its size or what is seen of it has changed, whether something is to be drawn otherwise:
 * `look` says how, or null. Never while an input method composes or words are being selected with the mouse.
 */
export function watchWindow(
  view: EditorView,
  look: () => ((tr: Transaction) => Transaction) | null,
): PluginView {
  const surroundings = view.dom.ownerDocument.defaultView
  const released = whenReleased(view)
  let frame = 0
  const now = () => {
    frame = 0
    if (view.isDestroyed || view.composing) return
    released(() => {
      const change = look()
      if (change) redraw(view, change)
    })
  }
  const soon = () => {
    if (frame === 0) frame = surroundings?.requestAnimationFrame?.(now) ?? 0
  }
  const sizes = surroundings && 'ResizeObserver' in surroundings ? new ResizeObserver(soon) : null
  sizes?.observe(view.dom)
  const scrolling = { capture: true, passive: true }
  surroundings?.addEventListener('scroll', soon, scrolling)
  surroundings?.addEventListener('resize', soon)
  return {
    update: (_view, before) => {
      if (before !== view.state) soon()
    },
    destroy: () => {
      if (frame !== 0) surroundings?.cancelAnimationFrame(frame)
      sizes?.disconnect()
      surroundings?.removeEventListener('scroll', soon, scrolling)
      surroundings?.removeEventListener('resize', soon)
    },
  }
}
