import type { PluginView } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** Calls `draw` in the next frame after the text, its size or what is seen of it has changed, before that frame is painted. */
export function watchWindow(
  view: EditorView,
  draw: () => void,
): PluginView & { readonly destroy: () => void } {
  const surroundings = view.dom.ownerDocument.defaultView
  let frame = 0
  const now = () => {
    frame = 0
    if (!view.isDestroyed) draw()
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
