import { EventEmitter } from 'node:events'

type Handler = (event: object, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()

/** Electron's `ipcMain`: one handler for each channel that is invoked, listeners for the others. */
export const standinIpcMain = Object.assign(new EventEmitter(), {
  handle(channel: string, handler: Handler) {
    if (handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    handlers.set(channel, handler)
  },
  removeHandler(channel: string) {
    handlers.delete(channel)
  },
})

/** Runs the handler of a channel. Rejects, as Electron does, where there is none. */
export async function invokeHandler(
  channel: string,
  event: object,
  args: readonly unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  return handler(event, ...args)
}
