import type { CanonicalLetter } from '../letter/canonical.ts'
import { authorOf, decisionOf, proposalOf } from '../translate/verdict.ts'
import { type CorrectionRow, correctionRows } from './correction-rows.ts'
import { csvText } from './csv-text.ts'
import type { NameOfPerson } from './names-of-people.ts'

type Value = (row: CorrectionRow, nameOf: NameOfPerson) => string

const COLUMNS: readonly (readonly [name: string, value: Value])[] = [
  ['letter', ({ letter }) => letter],
  ['text', ({ side }) => side],
  ['correction', ({ record }) => record.id],
  ['block', ({ block }) => block],
  ['from', ({ from }) => `${from}`],
  ['to', ({ to }) => `${to}`],
  ['before', ({ before }) => before],
  ['after', ({ after }) => after],
  ['category', ({ record }) => record.category],
  ['category guessed', ({ record }) => (record.guessed ? 'yes' : 'no')],
  ['severity', ({ record }) => record.severity],
  ['certainty', ({ record }) => record.cert],
  ['reason', ({ record }) => record.reason ?? ''],
  ['evidence', ({ evidence }) => evidence],
  ['check', ({ record }) => record.check ?? ''],
  ['by', ({ record }) => authorOf(record)],
  ['by (name)', ({ record }, nameOf) => nameOf(authorOf(record)) ?? ''],
  ['at', ({ record }) => proposalOf(record).at],
  ['verdict', ({ verdict }) => verdict],
  ['decided by', ({ record }) => decisionOf(record)?.by ?? ''],
  ['decided by (name)', ({ record }, nameOf) => nameOf(decisionOf(record)?.by ?? '') ?? ''],
  ['decided at', ({ record }) => decisionOf(record)?.at ?? ''],
  ['why', ({ record }) => decisionOf(record)?.why ?? ''],
  ['propagated from', ({ record }) => originOf(record.propagatedFrom)],
]

/**
 * The corrections of letters as CSV (RFC 4180): a row of names, then a row for each correction, refused ones too. People stand with
 * their ids and, in columns of their own, with their names, which are empty where nobody has said them; `category guessed` says
 * that nobody has confirmed the category.
 */
export function correctionsCsv(letters: readonly CanonicalLetter[], nameOf: NameOfPerson): string {
  const rows = letters.flatMap(correctionRows)
  return csvText([
    COLUMNS.map(([name]) => name),
    ...rows.map((row) => COLUMNS.map(([, value]) => value(row, nameOf))),
  ])
}

function originOf(from: { readonly letter: string; readonly correction: string } | undefined) {
  return from ? `${from.letter} ${from.correction}` : ''
}
