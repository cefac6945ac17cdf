import { findNames } from '../../translate/find-names.ts'
import { countPoints, findValues } from '../../translate/find-values.ts'
import { partySkeletons } from '../../translate/name-skeleton.ts'
import type { PairText } from './pair-text.ts'
import { type TextScript, textScript } from './text-script.ts'

/** What of a text survives translation, ready to be compared. Dates are ISO, empty where unknown; `length` counts letters and digits of the text without heading, archive lines and notes. */
export interface Fingerprint {
  readonly id: string
  readonly script: TextScript
  readonly earliest: string
  readonly latest: string
  readonly senders: readonly string[]
  readonly recipients: readonly string[]
  readonly printed: Pick<PairText, 'senders' | 'recipients' | 'archive'>
  readonly archive: readonly string[]
  readonly values: ReadonlyMap<string, number>
  /** Skeleton → word, of capitals inside sentences; `capitals` of all. */
  readonly names: ReadonlyMap<string, string>
  readonly capitals: ReadonlyMap<string, string>
  readonly length: number
  readonly paragraphs: number
  readonly points: number
}

const BODY = new Set(['opener', 'paragraph', 'closer', 'postscript'])

/** The lines of the text itself: what stands under the signature and is no postscript is the editors' word on the source. */
export function bodyLines({ lines }: Pick<PairText, 'lines'>): PairText['lines'] {
  const body = lines.filter(({ kind, text }) => BODY.has(kind) && /[\p{L}\d]/u.test(text))
  const foot = body.findLastIndex(({ kind }) => kind === 'closer')
  return body.filter(({ kind }, at) => foot < 0 || at <= foot || kind !== 'paragraph')
}

/** The fingerprint of a text. */
export function fingerprintOf(text: PairText): Fingerprint {
  const body = bodyLines(text)
  const texts = body.map((line) => line.text)
  const whole = texts.join('\n')
  const date = spanOf(text.date)
  const { sure, capitals } = findNames(texts)
  const { senders, recipients, archive } = text
  return {
    id: text.id,
    script: textScript(whole === '' ? text.heading : whole),
    earliest: date.earliest,
    latest: date.latest,
    senders: partySkeletons(senders),
    recipients: partySkeletons(recipients),
    printed: { senders, recipients, archive },
    archive: archive.map(archiveKey).filter((key) => key !== ''),
    values: findValues(texts),
    names: sure,
    capitals,
    length: (whole.match(/[\p{L}\d]/gu) ?? []).length,
    paragraphs: body.filter(({ kind }) => kind === 'paragraph' || kind === 'postscript').length,
    points: countPoints(texts),
  }
}

function spanOf(date: PairText['date']): { readonly earliest: string; readonly latest: string } {
  const { when, from, to, notBefore, notAfter } = date ?? {}
  return { earliest: when ?? from ?? notBefore ?? '', latest: when ?? to ?? notAfter ?? '' }
}

/** Fond, opis and delo in one spelling; empty where one is missing. Leaves differ between editions of one document and are left out. */
function archiveKey({ fond, opis, delo }: PairText['archive'][number]): string {
  const parts = [fond, opis, delo].map((part) => part.replace(/[^\p{L}\d]/gu, '').toLowerCase())
  return parts.every((part) => /\d/.test(part)) ? parts.join('/') : ''
}
