import type { CanonicalLetter } from '../letter/canonical.ts'
import type { Records } from '../letter/records.ts'
import { authorOf } from '../translate/verdict.ts'
import { el, lines, type XmlDraftElement } from '../xml/write-xml.ts'
import { type Editor, SOURCE_EDITORS } from './edition-record.ts'
import { plainName } from './xml-ids.ts'

/** All who decided anything in a letter that is written: ids of editors, sorted, without the source edition. */
export function peopleOf(letter: CanonicalLetter, trail = false): string[] {
  const texts = letter.original ? [letter.translation, letter.original] : [letter.translation]
  const named = texts.flatMap(({ records }) => {
    const { queries: _private, ...written } = records
    const said = Object.values(written).flatMap(
      (table): readonly { by?: string; resp?: string }[] => Object.values(table),
    )
    return [
      ...said.flatMap(({ by, resp }) => [by, resp]),
      ...Object.values(records.corrections).map(authorOf),
      ...(trail ? peopleOfTrail(records) : []),
    ]
  })
  const people = new Set(named.filter((id) => id !== undefined))
  people.delete('source')
  return [...people].sort()
}

function peopleOfTrail({ corrections, refusals, queries }: Records): (string | undefined)[] {
  const refused = Object.values(refusals).map(({ correction }) => correction)
  const shared = Object.values(queries).filter((query) => query.shared)
  return [
    ...[...Object.values(corrections), ...refused].flatMap(({ by, history = [] }) => [
      by,
      ...history.map((decision) => decision.by),
    ]),
    ...shared.flatMap(({ by, replies, closed }) => [
      by,
      ...replies.map((reply) => reply.by),
      closed?.by,
    ]),
  ]
}

/**
 * The statements of responsibility: the machine where it translated, the printed edition, and each person; one who is not
 * in the list stands with the id.
 */
export function responsibility(
  people: readonly string[],
  editors: readonly Editor[],
  isTranslated: boolean,
): XmlDraftElement[] {
  const named = new Map(editors.map((editor) => [editor.id, editor.name]))
  const review = isTranslated
    ? 'review of the translation, annotation and encoding'
    : 'review of the text, annotation and encoding'
  return [
    ...(isTranslated ? [machine()] : []),
    lines(
      'respStmt',
      { 'xml:id': 'ed-source' },
      el('resp', {}, 'headings, dating and notes of the printed source edition'),
      el('name', { type: 'edition' }, SOURCE_EDITORS.name),
    ),
    ...people.map((id) =>
      lines(
        'respStmt',
        { 'xml:id': plainName(id) },
        el('resp', {}, review),
        el('persName', {}, named.get(id) || id),
      ),
    ),
  ]
}

function machine(): XmlDraftElement {
  return lines(
    'respStmt',
    { 'xml:id': 'mt' },
    el('resp', {}, 'machine translation'),
    el('name', { type: 'software' }, 'machine translation system'),
  )
}
