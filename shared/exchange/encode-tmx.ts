import { proposalOf } from '../translate/verdict.ts'
import { el, lines, type XmlDraftElement } from '../xml/write-xml.ts'
import { categoryWords } from './category-words.ts'
import { basicTime, type ExchangeOptions } from './exchange-options.ts'
import type { ExchangeGroup, ExchangeUnit } from './exchange-units.ts'
import type { NameOfPerson } from './names-of-people.ts'

/**
 * Pairs as a translation memory, TMX 1.4b (LISA 2005): a unit for each pair, the original and the corrected segment; what the
 * machine had made of it is a property `x-machine` of the translation, and what each correction in force is of, an
 * `x-correction`; letter, pair and the name of who worked on it last are properties of the unit.
 */
export function encodeTmx(
  groups: readonly ExchangeGroup[],
  options: ExchangeOptions,
  nameOf: NameOfPerson,
): XmlDraftElement {
  const sources = new Set(groups.map(({ source }) => source))
  const [only] = sources
  return lines(
    'tmx',
    { version: '1.4' },
    el('header', {
      creationtool: 'Epistula',
      creationtoolversion: options.version || '0',
      segtype: 'sentence',
      'o-tmf': 'Epistula',
      adminlang: 'en',
      srclang: sources.size === 1 ? only : '*all*',
      datatype: 'plaintext',
      creationdate: basicTime(options.date),
    }),
    lines(
      'body',
      {},
      groups.flatMap((group) => group.units.map((unit) => unitOf(group, unit, nameOf))),
    ),
  )
}

function unitOf(
  { source, target }: ExchangeGroup,
  unit: ExchangeUnit,
  nameOf: NameOfPerson,
): XmlDraftElement {
  const last = lastWork(unit)
  const name = last && nameOf(last.by)
  const who = {
    changedate: last && basicTime(last.at),
    changeid: last?.by || undefined,
  }
  return lines(
    'tu',
    { tuid: `${unit.letter}.${unit.pair}`, srclang: source, ...who },
    el('prop', { type: 'x-letter' }, unit.letter),
    el('prop', { type: 'x-pair' }, unit.pair),
    el('prop', { type: 'x-confirmed' }, unit.confirmed ? 'yes' : 'no'),
    name && el('prop', { type: 'x-changed-by' }, name),
    lines('tuv', { 'xml:lang': source }, el('seg', {}, unit.original)),
    lines(
      'tuv',
      { 'xml:lang': target },
      el('prop', { type: 'x-machine' }, unit.machine),
      ...unit.corrections.map(({ record, verdict }) =>
        el(
          'prop',
          { type: 'x-correction' },
          `${categoryWords(record)}, ${record.severity}, ${verdict}`,
        ),
      ),
      el('seg', {}, unit.corrected),
    ),
  )
}

function lastWork({ corrections }: ExchangeUnit) {
  return corrections
    .map(({ record }) => proposalOf(record))
    .filter(({ at }) => basicTime(at) !== undefined)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1)
}
