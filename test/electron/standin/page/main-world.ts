import { type Bridge, makeBridge } from './bridge.ts'

type Coded = Parameters<Bridge['decode']>[0]

/** Sets up the page's side of the context bridge, and reports new windows instead of opening them. */
export function startMainWorld(tag: string): void {
  const bridge = makeBridge('main', tag)
  reportNewWindows(bridge)
  bridge.hear<{ key: string; api: Coded }>('expose', ({ key, api }) => {
    if (key in window) {
      const e = 'Cannot bind an API on top of an existing property on the window object'
      return bridge.answer({ throws: { e } })
    }
    const value = freeze(bridge.decode(api))
    Object.defineProperty(window, key, { value, enumerable: true, configurable: false })
    bridge.answer({ returns: { v: undefined } })
  })
}

// A window made by Chromium would wait for the other debugger and stop its opener too.
function reportNewWindows({ tell }: Bridge): void {
  window.open = (url) => {
    tell('open', { url: new URL(String(url ?? 'about:blank'), document.baseURI).href })
    return null
  }
  window.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement)
    if (!link?.href || event.defaultPrevented) return
    if (link.target !== '_blank' && !event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    tell('open', { url: link.href })
  })
}

function freeze(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  for (const inner of Object.values(value)) freeze(inner)
  return Object.freeze(value)
}
