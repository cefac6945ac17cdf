import { MENTION_KINDS, type MentionKind } from '../../../shared/letter/records.ts'

const KEYS: Readonly<Record<MentionKind, string>> = {
  person: 'p',
  place: 'l',
  organisation: 'o',
  date: 'd',
  document: 'w',
}

/** The key that tags as this kind: alone in Tag mode, with Alt in Write mode. */
export function tagKey(kind: MentionKind): string {
  return KEYS[kind]
}

/** The key that puts a note's callout here. */
export const NOTE_KEY = 'n'

/** The kinds in the order of the toolbar. */
export const TAG_KINDS = MENTION_KINDS
