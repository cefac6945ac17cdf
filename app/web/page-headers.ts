import { CONTENT_SECURITY_POLICY } from '../golden.ts'
import { contentType } from './content-type.ts'

/** The headers that a file of the page is sent with in both editions: its type, the policy, and no cache that could go stale. */
export function pageHeaders(path: string): Record<string, string> {
  return {
    'content-type': contentType(path),
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-cache',
  }
}
