import type { CanonicalLetter, CanonicalText, Side } from '../letter/canonical.ts'
import { blockLayouts } from '../letter/layout.ts'
import type { Counterpart, DateValue, LetterState, MentionKind, Party } from '../letter/records.ts'
import { stableJson } from './stable-json.ts'

/** How sure the date of a letter is. */
export type DateKind = 'when' | 'between' | 'notBefore' | 'notAfter' | 'range' | 'none'

/** The date of a letter for sorting and searching; ISO dates, empty where there is none. */
export interface DateFact {
  /** The one date to sort by: the date itself, else the start, else the end of what is possible. */
  readonly sort: string
  readonly kind: DateKind
  readonly earliest: string
  readonly latest: string
  readonly text: string
}

/** A tagged span: where it is, what it says (corrected text) and what it means. */
export interface MentionFact {
  readonly side: Side
  readonly id: string
  readonly kind: MentionKind
  readonly text: string
  readonly entity?: string
  readonly when?: string
}

/** A person or place of the header; `place` counts within its role from 0. */
export interface PartyFact {
  readonly role: 'sender' | 'recipient' | 'sent-place' | 'received-place'
  readonly place: number
  readonly text: string
  readonly entity?: string
}

/** What lists, registers and searches know of a letter; all of it can be made again from the letter. */
export interface LetterFacts {
  readonly title: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly archive: string
  readonly state: LetterState
  /** Whether another text claims, or wrongly claimed, to be the other language of this one; null where none does. */
  readonly counterpart: Counterpart['is'] | null
  readonly date: DateFact
  readonly parties: readonly PartyFact[]
  readonly mentions: readonly MentionFact[]
}

/** What of the facts an action changed; a part that is left out stayed as it was. */
export interface FactsChange {
  readonly title?: string
  readonly from?: readonly string[]
  readonly to?: readonly string[]
  readonly archive?: string
  readonly state?: LetterState
  readonly counterpart?: Counterpart['is'] | null
  readonly date?: DateFact
  readonly parties?: readonly PartyFact[]
  /** Mentions that are new or other than before, and those that are gone. */
  readonly mentions?: {
    readonly put: readonly MentionFact[]
    readonly remove: readonly Pick<MentionFact, 'side' | 'id'>[]
  }
}

/** The facts of a letter. Throws a RangeError where a record stands outside its block. */
export function letterFacts(letter: CanonicalLetter): LetterFacts {
  const { header } = letter.translation.records
  const senders = header.senders?.value ?? []
  const recipients = header.recipients?.value ?? []
  return {
    title: header.title?.value || letter.translation.machine.blocks[0]?.text || letter.id,
    from: senders.map((party) => party.text),
    to: recipients.map((party) => party.text),
    archive: (header.archive?.value ?? []).map((reference) => reference.text).join('; '),
    state: header.state?.value ?? 'machine',
    counterpart: counterpartFact(header.counterparts?.value ?? []),
    date: dateFact(header.date?.value),
    parties: [
      ...partyFacts('sender', senders),
      ...partyFacts('recipient', recipients),
      ...partyFacts('sent-place', header.sentPlace ? [header.sentPlace.value] : []),
      ...partyFacts('received-place', header.receivedPlace ? [header.receivedPlace.value] : []),
    ],
    mentions: [
      ...mentionFacts('translation', letter.translation),
      ...(letter.original ? mentionFacts('original', letter.original) : []),
    ],
  }
}

/** The date as facts; W3C dates compare as strings within one era. */
export function dateFact(date: DateValue | undefined): DateFact {
  const none = { sort: '', kind: 'none', earliest: '', latest: '', text: date?.text ?? '' } as const
  if (!date) return none
  if (date.when)
    return { ...none, sort: date.when, kind: 'when', earliest: date.when, latest: date.when }
  const { from = '', to = '', notBefore = '', notAfter = '' } = date
  if (from || to) return { ...none, sort: from || to, kind: 'range', earliest: from, latest: to }
  const sort = notBefore || notAfter
  if (!sort) return none
  const one = notBefore ? 'notBefore' : 'notAfter'
  const kind = notBefore && notAfter ? 'between' : one
  return { ...none, sort, kind, earliest: notBefore, latest: notAfter }
}

/** The difference between the facts of two states of a letter. */
export function changedFacts(before: LetterFacts, after: LetterFacts): FactsChange {
  const differs = (key: keyof LetterFacts) => stableJson(before[key]) !== stableJson(after[key])
  const keys = [
    'title',
    'from',
    'to',
    'archive',
    'state',
    'counterpart',
    'date',
    'parties',
  ] as const
  const change: FactsChange = Object.fromEntries(
    keys.filter(differs).map((key) => [key, after[key]]),
  )
  const key = ({ side, id }: Pick<MentionFact, 'side' | 'id'>) => `${side} ${id}`
  const old = new Map(before.mentions.map((fact) => [key(fact), stableJson(fact)]))
  const present = new Set(after.mentions.map(key))
  const put = after.mentions.filter((fact) => old.get(key(fact)) !== stableJson(fact))
  const remove = before.mentions
    .filter((fact) => !present.has(key(fact)))
    .map(({ side, id }) => ({ side, id }))
  return put.length + remove.length > 0 ? { ...change, mentions: { put, remove } } : change
}

function counterpartFact(counterparts: readonly Counterpart[]): LetterFacts['counterpart'] {
  const possible = counterparts.find(({ is }) => is === 'possible-original')
  return (possible ?? counterparts[0])?.is ?? null
}

function partyFacts(role: PartyFact['role'], parties: readonly Party[]): PartyFact[] {
  return parties.map(({ text, entity }, place) => ({
    role,
    place,
    text,
    ...(entity === undefined ? {} : { entity }),
  }))
}

/** The mentions of one side with the words they read. */
export function mentionFacts(side: Side, text: CanonicalText): MentionFact[] {
  const records = Object.values(text.records.mentions)
  if (records.length === 0) return []
  const words = mentionedWords(text)
  return records.map(({ id, kind, entity, when }) => ({
    side,
    id,
    kind,
    text: words.get(id) ?? '',
    ...(entity === undefined ? {} : { entity }),
    ...(when === undefined ? {} : { when }),
  }))
}

function mentionedWords(text: CanonicalText): Map<string, string> {
  const words = new Map<string, { said: string; block: string }>()
  const pieces = [...blockLayouts(text).values()].flatMap(({ block, pieces }) =>
    pieces.map((piece) => ({ block: block.id, piece })),
  )
  for (const { block, piece } of pieces) {
    if (piece.type !== 'text' || piece.deletions.length > 0) continue
    for (const id of piece.mentions) {
      const before = words.get(id)
      // A mention over a line end reads with a space there.
      const gap = before && before.block !== block ? ' ' : ''
      words.set(id, { said: (before?.said ?? '') + gap + piece.text, block })
    }
  }
  return new Map([...words].map(([id, { said }]) => [id, said]))
}
