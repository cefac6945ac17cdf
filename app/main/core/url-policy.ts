import { PAGE_ORIGIN } from '../../golden.ts'

/** Whether an address lies in our own page: scheme and host exactly, no user, no port. */
export function isOwnPage(url: string): boolean {
  const read = parse(url)
  return read !== null && `${read.protocol}//${read.host}` === PAGE_ORIGIN && read.username === ''
}

/** Whether the page may load an address at all: its own files and what it made itself; nothing of any network. */
export function isAllowedRequest(url: string): boolean {
  const read = parse(url)
  return read !== null && (isOwnPage(url) || ['blob:', 'data:'].includes(read.protocol))
}

/**
 * The normal form of an address that may be handed to the system's browser or mail program, or null: http, https and
 * mailto only, without control characters or a user name that could pass for a host.
 */
export function readExternalUrl(url: string): string | null {
  // URL() silently drops tabs and newlines: what a person would be shown is not what was asked for.
  if (/[\p{Cc} \\]/u.test(url)) return null
  const read = parse(url)
  if (!read) return null
  if (read.protocol === 'mailto:') return read.pathname.includes('@') ? read.href : null
  const isWeb = read.protocol === 'https:' || read.protocol === 'http:'
  const isPlain = /^https?:\/\/[^/]/i.test(url) && read.username === '' && read.password === ''
  return isWeb && isPlain ? read.href : null
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null
}
