import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Desktop } from '../../shared/ipc.ts'
import { readDesktopArguments } from '../../shared/ipc-validators.ts'
import { type Answer, callChannel, type DesktopCall } from '../ipc/channels.ts'
import { isTrustedSender } from './core/trusted-sender.ts'

/** Answers messages on a channel, from our own page alone; `answer` gets the arguments as they came. */
export function answerChannel(
  channel: string,
  answer: (args: readonly unknown[]) => Promise<unknown>,
): void {
  ipcMain.handle(
    channel,
    async (event: IpcMainInvokeEvent, ...args: unknown[]): Promise<Answer<unknown>> => {
      if (!isTrustedSender(event.senderFrame)) return { ok: false, message: 'Refused.' }
      try {
        return { ok: true, value: await answer(args) }
      } catch (cause) {
        return { ok: false, message: cause instanceof Error ? cause.message : String(cause) }
      }
    },
  )
}

/** Answers one call of Desktop with arguments that are exactly what its interface says; others are refused by name. */
export function answerCall<K extends DesktopCall>(
  call: K,
  answer: (...args: Parameters<Desktop[K]>) => ReturnType<Desktop[K]>,
): void {
  answerChannel(callChannel(call), async (args) => {
    const read = readDesktopArguments(call, args)
    if (!read) throw new Error(`Wrong arguments for ${call}.`)
    return await answer(...(read as unknown as Parameters<Desktop[K]>))
  })
}
