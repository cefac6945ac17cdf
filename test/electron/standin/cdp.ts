import { EventEmitter } from 'node:events'

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
  readonly sessionId?: string
}

interface Waiting {
  readonly method: string
  readonly resolve: (result: unknown) => void
  readonly reject: (cause: Error) => void
}

/** A connection to a browser over the DevTools protocol, with flat sessions. */
export interface Cdp {
  /** Sends a command; the caller names the shape of its result as the protocol gives it. */
  send<T = unknown>(method: string, params?: object, session?: string): Promise<T>
  /** Listens to an event of a session, or of the browser where the session is ''. */
  on<T>(session: string, method: string, listener: (params: T) => void): void
}

/** Connects to a browser's DevTools address. Rejects where it cannot be reached. */
export async function connectCdp(address: string): Promise<Cdp> {
  const socket = new WebSocket(address)
  const events = new EventEmitter().setMaxListeners(0)
  const waiting = new Map<number, Waiting>()
  let last = 0
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve()
    socket.onerror = (event) =>
      reject(
        new Error(`Cannot reach ${address}`, { cause: 'error' in event ? event.error : event }),
      )
  })
  socket.onmessage = (event) => hear(JSON.parse(String(event.data)) as Message, waiting, events)
  socket.onclose = () => {
    for (const { method, reject } of waiting.values()) {
      reject(new Error(`${method}: the browser has closed`))
    }
    waiting.clear()
  }
  const write = inTurns((text) => socket.send(text))
  return {
    send<T>(method: string, params: object = {}, session?: string) {
      const id = ++last
      return new Promise<T>((resolve, reject) => {
        waiting.set(id, { method, resolve: (result) => resolve(result as T), reject })
        write(JSON.stringify({ id, method, params, ...(session && { sessionId: session }) }))
      })
    },
    on(session, method, listener) {
      events.on(`${session}:${method}`, listener)
    },
  }
}

// What a test does in the app is run by Node's inspector in the middle of whatever runs there. Where that is a write to
// the socket, what is written within it is lost, or the stream is broken: so each is written in a turn of its own.
function inTurns(send: (text: string) => void): (text: string) => void {
  const texts: string[] = []
  return (text) => {
    texts.push(text)
    setImmediate(() => {
      for (const one of texts.splice(0)) send(one)
    })
  }
}

function hear(message: Message, waiting: Map<number, Waiting>, events: EventEmitter): void {
  if (message.id === undefined) {
    events.emit(`${message.sessionId ?? ''}:${message.method}`, message.params)
    return
  }
  const asked = waiting.get(message.id)
  waiting.delete(message.id)
  if (message.error) asked?.reject(new Error(`${asked.method}: ${message.error.message}`))
  else asked?.resolve(message.result)
}
