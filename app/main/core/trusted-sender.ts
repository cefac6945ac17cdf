import { PAGE_ORIGIN } from '../../golden.ts'
import { isOwnPage } from './url-policy.ts'

/** What is looked at in the frame that sent a message. */
export interface SenderFrame {
  readonly url: string
  readonly origin: string
  readonly parent: unknown
}

/** Whether a message comes from our own page in the window itself: not from a frame in it, not from a page that is gone. */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  if (!frame || frame.parent !== null) return false
  return frame.origin === PAGE_ORIGIN && isOwnPage(frame.url)
}
