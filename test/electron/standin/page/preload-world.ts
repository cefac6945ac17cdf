import { makeBridge, readAnswer } from './bridge.ts'
import { packValue, unpackValue } from './wire.ts'

type Listener = (event: object, ...args: unknown[]) => void
interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (cause: Error) => void
}

/** A message from the stand-in's main process to a page. */
export type ToPage =
  | { readonly t: 'reply'; readonly id: number; readonly value?: unknown; readonly error?: string }
  | { readonly t: 'event'; readonly channel: string; readonly args: readonly unknown[] }

/** A message from a page to the stand-in's main process. */
export type ToMain =
  | {
      readonly t: 'invoke'
      readonly id: number
      readonly channel: string
      readonly args: unknown[]
    }
  | { readonly t: 'send'; readonly channel: string; readonly args: unknown[] }
  | { readonly t: 'open'; readonly url: string }

/** A preload script's code, wrapped as a CommonJS module. */
export type PreloadCode = (
  exports: object,
  require: (id: string) => unknown,
  module: object,
  process: object,
) => void

interface PreloadWorld {
  __electron_standin(text: string): void
  __electron_receive(text: string): void
}

const world = globalThis as unknown as PreloadWorld
const post = (message: ToMain) => world.__electron_standin(packValue(message))

/** Runs a preload script with what a sandboxed one finds: `electron` to require, and a small `process`. */
export function startPreloadWorld(tag: string, process: object, code: PreloadCode): void {
  const bridge = makeBridge('preload', tag)
  const ipcRenderer = makeIpcRenderer()
  bridge.hear<{ url: string }>('open', ({ url }) => post({ t: 'open', url }))
  const electron = {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld(key: string, api: unknown) {
        const answer = bridge.ask('expose', { key, api: bridge.encode(api) })
        readAnswer(answer, bridge.decode)
      },
    },
  }
  const require = (id: string) => {
    if (id === 'electron' || id === 'electron/renderer') return electron
    throw new Error(`module not found: ${id}`)
  }
  const module = { exports: {} }
  const shown = { type: 'renderer', sandboxed: true, contextIsolated: true, ...process }
  code(module.exports, require, module, Object.freeze(shown))
}

function makeIpcRenderer() {
  const listeners = new Map<string, Listener[]>()
  const waiting = new Map<number, Waiting>()
  let last = 0
  world.__electron_receive = (text) => receive(unpackValue(text) as ToPage, listeners, waiting)
  return {
    invoke(channel: string, ...args: unknown[]) {
      const id = ++last
      return new Promise((resolve, reject) => {
        // Packed first: what cannot be cloned throws before anything waits for an answer.
        post({ t: 'invoke', id, channel, args })
        waiting.set(id, { resolve, reject })
      })
    },
    send: (channel: string, ...args: unknown[]) => post({ t: 'send', channel, args }),
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    },
    removeListener(channel: string, listener: Listener) {
      const kept = (listeners.get(channel) ?? []).filter((other) => other !== listener)
      listeners.set(channel, kept)
    },
  }
}

function receive(
  message: ToPage,
  listeners: Map<string, Listener[]>,
  waiting: Map<number, Waiting>,
): void {
  if (message.t === 'event') {
    for (const listener of listeners.get(message.channel) ?? []) listener({}, ...message.args)
    return
  }
  const asked = waiting.get(message.id)
  waiting.delete(message.id)
  if (message.error === undefined) asked?.resolve(message.value)
  else asked?.reject(new Error(message.error))
}
