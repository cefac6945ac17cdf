import type {
  ArchiveReference,
  HeaderRecord,
  Party,
  Records,
} from '../../../shared/letter/records.ts'

/** One part of the line under the title: what it is, its words, and whether a person stands behind it. */
export interface MetaPart {
  readonly kind: 'archive' | 'sent' | 'received'
  readonly text: string
  readonly sure: boolean
}

/** Confidence below which what was read is shown as doubtful until somebody confirms it; the same bar as in the list of problems. */
export const SURE = 0.8

/** Whether a header field is as good as known: a person set it, or it was read with confidence. */
export function isSure(record: HeaderRecord | undefined): boolean {
  return !record || record.by !== undefined || record.confidence >= SURE
}

/** An archive reference in one line, as printed where it is printed: `TsGAN F. 901. Op. 4. D. 12. L. 33, Autograph`. */
export function archiveLine(reference: ArchiveReference): string {
  if (reference.text.trim() !== '') return reference.text.trim().replace(/\.$/, '')
  const { repository, fond, opis, delo, leaf, form } = reference
  const labelled = [
    ['F.', fond],
    ['Op.', opis],
    ['D.', delo],
    ['L.', leaf],
  ].flatMap(([label, value]) => (value ? [`${label} ${value}`] : []))
  const shelf = [repository, labelled.join('. ')].filter(Boolean).join(' ')
  return [shelf, form].filter(Boolean).join(', ')
}

/** An archive reference as a shelf mark for narrow lists: `TsGAN 901/4/12/33`. */
export function archiveShort(reference: ArchiveReference): string {
  const { repository, fond, opis, delo, leaf } = reference
  const numbers = [fond, opis, delo, leaf].filter(Boolean).join('/')
  return [repository, numbers].filter(Boolean).join(' ') || reference.text
}

/** The time of a W3C dateTime or date as people write it: `15:27` where the day is the letter's own, else with the day. */
export function timeWords(value: string, letterDay: string, locale: string): string {
  const [day = '', time = ''] = value.split('T')
  const clock = time.slice(0, 5)
  if (day === letterDay || !/^\d{4}-\d\d-\d\d$/.test(day)) return clock || value
  const date = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
  return clock ? `${date}, ${clock}` : date
}

/** The parts of the line under the title that the header gives: archive references, place, time and number of sending and receiving; `numberSign` is the word before a number (`No.`). */
export function metaParts(
  header: Records['header'],
  locale: string,
  numberSign: string,
): readonly MetaPart[] {
  const day = header.date?.value.when ?? ''
  const parts: MetaPart[] = []
  const archive = (header.archive?.value ?? []).map(archiveLine).filter(Boolean)
  if (archive.length > 0)
    parts.push({ kind: 'archive', text: archive.join('; '), sure: isSure(header.archive) })
  const sent = transit(
    header.sentPlace,
    header.transmitted,
    header.dispatchNumber,
    day,
    locale,
    numberSign,
  )
  if (sent.text !== '') parts.push({ kind: 'sent', ...sent })
  const came = transit(
    header.receivedPlace,
    header.received,
    header.incomingNumber,
    day,
    locale,
    numberSign,
  )
  if (came.text !== '') parts.push({ kind: 'received', ...came })
  return parts
}

function transit(
  place: HeaderRecord<'sentPlace' | 'receivedPlace'> | undefined,
  time: HeaderRecord<'transmitted' | 'received'> | undefined,
  number: HeaderRecord<'dispatchNumber' | 'incomingNumber'> | undefined,
  day: string,
  locale: string,
  numberSign: string,
): { text: string; sure: boolean } {
  const clock = time?.value ? timeWords(time.value, day, locale) : ''
  const where = [place?.value.text ?? '', clock].filter(Boolean).join(' ')
  const no = number?.value ? `${numberSign} ${number.value}` : ''
  const text = [where, no].filter(Boolean).join(', ')
  return { text, sure: isSure(place) && isSure(time) && isSure(number) }
}

/** Names of senders or recipients in one line. */
export function partyLine(parties: readonly Party[]): string {
  return parties.map((party) => party.text).join(', ')
}
