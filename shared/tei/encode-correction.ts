import type { CanonicalText, Side } from '../letter/canonical.ts'
import type { CorrectionRecord } from '../letter/records.ts'
import { authorOf, proposalOf } from '../translate/verdict.ts'
import { el, lines, type XmlDraftElement } from '../xml/write-xml.ts'
import { type LetterEncoding, respPointer, segmentPointer, sideKey } from './letter-encoding.ts'
import { sessionOf } from './sessions.ts'
import type { ChoiceGroup, Stretch } from './stretches.ts'
import { GUESSED } from './taxonomies.ts'

// A lemma with readings of witnesses is a matter of the file it came from; written afresh it is a correction.
const READINGS = {
  'sic-corr': ['sic', 'corr'],
  'orig-reg': ['orig', 'reg'],
  'abbr-expan': ['abbr', 'expan'],
  app: ['sic', 'corr'],
} as const

/** The id of the first choice of a correction; the further ones of the same correction point to it. */
export function choiceId(encoding: LetterEncoding, side: Side, correction: string): string {
  return encoding.ids.of(`${side} correction`, sideKey(side, correction))
}

/** What a correction points to in the taxonomies: its category and severity, and that the category is a guess where it is one. */
export function anaOf({
  category,
  severity,
  guessed,
}: Pick<CorrectionRecord, 'category' | 'severity' | 'guessed'>): string {
  return [`#err-${category}`, `#sev-${severity}`, ...(guessed ? [`#${GUESSED}`] : [])].join(' ')
}

/** The id of a session's `change`. */
export function changeId(encoding: LetterEncoding, n: number): string {
  return encoding.ids.of('change', `ch${n}`)
}

/** How the characters of one choice are written: `sic` the reading as it came, `corr` the reviewed one; either may be empty. */
export function correctionWrap(
  encoding: LetterEncoding,
  side: Side,
  text: CanonicalText,
  group: ChoiceGroup,
): Stretch['wrap'] {
  const first = choiceId(encoding, side, group.correction)
  const id =
    group.part === 0
      ? first
      : encoding.ids.of(
          `${side} correction ${group.correction}`,
          `${sideKey(side, group.correction)}.${group.part + 1}`,
        )
  const record = text.records.corrections[group.correction]
  const session = record && sessionOf(encoding.sessions, proposalOf(record))
  const sic = { resp: side === 'translation' && encoding.isTranslated ? '#mt' : undefined }
  const corr = {
    'xml:lang': side === 'translation' && encoding.isTranslated ? encoding.lang : undefined,
    resp: record && respPointer(authorOf(record)),
    cert: record?.cert,
    ana: record && anaOf(record),
    source: record?.evidence && segmentPointer(encoding, 'original', record.evidence),
    change: session && `#${changeId(encoding, session.n)}`,
  }
  const corresp = group.part === 0 ? undefined : `#${first}`
  const [as, to] = READINGS[record?.choice ?? 'sic-corr']
  return (struck, put) =>
    el('choice', { 'xml:id': id, corresp }, el(as, sic, struck), el(to, corr, put))
}

/** The reasons that editors gave for their corrections, as notes on the choices. */
export function correctionReasons(
  encoding: LetterEncoding,
  side: Side,
  text: CanonicalText,
  written: ReadonlySet<string>,
): XmlDraftElement[] {
  return Object.keys(text.records.corrections)
    .sort()
    .flatMap((id) => {
      const record = text.records.corrections[id]!
      const { reason } = record
      if (reason === undefined || reason === '' || !written.has(id)) return []
      const choice = choiceId(encoding, side, id)
      return [
        el(
          'note',
          {
            'xml:id': `${choice}-why`,
            type: 'reason',
            resp: respPointer(authorOf(record)),
            target: `#${choice}`,
          },
          reason,
        ),
      ]
    })
}

/** Lists annotations under a type; nothing where there are none. */
export function annotationList(
  type: string,
  annotations: readonly XmlDraftElement[],
): XmlDraftElement | undefined {
  return annotations.length === 0 ? undefined : lines('listAnnotation', { type }, annotations)
}
