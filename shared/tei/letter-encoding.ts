import type { Entity } from '../entity/entity.ts'
import type { CanonicalLetter, Side } from '../letter/canonical.ts'
import type { MachineRange } from '../letter/place.ts'
import type { Decision } from '../letter/records.ts'
import { certaintyOf } from './certainty.ts'
import type { EditionRecord, Editor } from './edition-record.ts'
import { rangeName, type Segments, segmentsOf } from './segments.ts'
import { collectSessions, type Session } from './sessions.ts'
import { createXmlIds, plainName, type XmlIds } from './xml-ids.ts'

/** What an export needs beside the letters: registers, edition record, editors, the date it is made (ISO 8601) and the program's version. */
export interface ExportContext {
  readonly entities: readonly Entity[]
  readonly edition: EditionRecord
  readonly editors: readonly Editor[]
  readonly date: string
  readonly version: string
  /** Whether the trail is written: proposals and refusals with their history, and shared queries. */
  readonly trail?: boolean
}

/** Something that could not be written as it is in the data; the letter is valid without it. */
export interface EncodeProblem {
  readonly letter: string
  readonly message: string
}

/** All that the parts of the encoder share about one letter. */
export interface LetterEncoding {
  readonly letter: CanonicalLetter
  readonly context: ExportContext
  readonly ids: XmlIds
  readonly segments: Segments
  readonly sessions: readonly Session[]
  readonly entities: ReadonlyMap<string, Entity>
  /** BCP 47 tags: of the machine translation, and of what editors write, such as `en-t-ru-t0-und` and `en`. */
  readonly machineLang: string
  readonly lang: string
  readonly sourceLang: string | undefined
  /** Whether the text is a translation by machine, and not the letter in the language it was written in. */
  readonly isTranslated: boolean
  readonly problems: EncodeProblem[]
}

/**
 * Whether the text of a letter is a translation by machine: its language tag says so (RFC 6497, extension T), an original
 * stands beside it, or its language is not known. A letter imported in the language it was written in is none.
 */
export function isTranslation({ translation, original }: CanonicalLetter): boolean {
  const { lang } = translation.machine
  return original !== null || lang === '' || lang.includes('-t-')
}

/** Prepares the encoding of a letter. */
export function letterEncoding(letter: CanonicalLetter, context: ExportContext): LetterEncoding {
  const machineLang = letter.translation.machine.lang || 'und'
  const lang = machineLang.split('-t-')[0]!
  const isTranslated = isTranslation(letter)
  const sourceLang = isTranslated
    ? letter.original?.machine.lang || /-t-([a-z]{2,3})\b/.exec(machineLang)?.[1]
    : lang
  return {
    letter,
    context,
    ids: createXmlIds(letter.id),
    segments: segmentsOf(letter, context.trail),
    sessions: collectSessions(letter),
    entities: new Map(context.entities.map((entity) => [entity.id, entity])),
    machineLang,
    lang,
    sourceLang,
    isTranslated,
    problems: [],
  }
}

/** The pointer to a person in charge; `source` stands for the editors of the printed edition. */
export function respPointer(by: string): string {
  return by === 'source' ? '#ed-source' : `#${plainName(by)}`
}

/** The pointer to a register entry; undefined and noted as a problem where the registers do not hold it. */
export function entityPointer(
  encoding: LetterEncoding,
  id: string | undefined,
): string | undefined {
  if (id === undefined || id === '') return undefined
  if (encoding.entities.has(id)) return `#${id}`
  note(encoding, `the register entry ${id} is not in the registers`)
  return undefined
}

/** Notes a problem of the letter once. */
export function note(encoding: LetterEncoding, message: string): void {
  const { letter, problems } = encoding
  if (problems.some((problem) => problem.message === message)) return
  problems.push({ letter: letter.id, message })
}

/** `cert` and `resp` of something that was read or inferred and perhaps confirmed by a person. */
export function judgement(record: { readonly confidence: number } & Partial<Decision>): {
  cert: string
  resp: string | undefined
} {
  if (record.by === undefined) return { cert: certaintyOf(record.confidence), resp: undefined }
  return { cert: 'high', resp: respPointer(record.by) }
}

/** The prefix of the ids of a side: the original's things must not meet the translation's. */
export function sideKey(side: Side, key: string): string {
  return side === 'original' ? `o-${key}` : key
}

/** The pointer to the segment of a range, undefined where nothing of the kind is in the letter. */
export function segmentPointer(
  encoding: LetterEncoding,
  side: Side,
  range: MachineRange,
): string | undefined {
  const segment = encoding.segments[side].get(rangeName(range))
  return segment && `#${encoding.ids.of('segment', segment.key)}`
}
