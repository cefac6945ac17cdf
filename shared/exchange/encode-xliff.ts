import { plainName } from '../tei/xml-ids.ts'
import { proposalOf } from '../translate/verdict.ts'
import { el, lines, type XmlDraftElement } from '../xml/write-xml.ts'
import { categoryWords } from './category-words.ts'
import type { CorrectionRow } from './correction-rows.ts'
import type { ExchangeGroup, ExchangeUnit, MachineFault } from './exchange-units.ts'
import type { NameOfPerson } from './names-of-people.ts'
import { qualityIssue } from './quality-issue.ts'

/**
 * Pairs of two languages as XLIFF 2.1 (OASIS 2018): a file for each letter, a unit for each pair. The corrected segment is
 * the target, what the machine had made of it a candidate (module Translation Candidates), each correction a note and, at the machine's
 * words, a localization quality issue (module ITS).
 */
export function encodeXliff(
  { source, target, units }: ExchangeGroup,
  nameOf: NameOfPerson,
): XmlDraftElement {
  const letters = Map.groupBy(units, ({ letter }) => letter)
  return lines(
    'xliff',
    {
      xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
      'xmlns:mtc': 'urn:oasis:names:tc:xliff:matches:2.0',
      'xmlns:its': 'http://www.w3.org/2005/11/its',
      // Asked for wherever markup of ITS stands by itself (ITS 2.0, 5.1).
      'its:version': '2.0',
      version: '2.1',
      srcLang: source,
      trgLang: target,
    },
    [...letters].map(([letter, own]) =>
      lines('file', { id: plainName(letter), original: letter }, numbered(own, nameOf)),
    ),
  )
}

// Ids of pairs may be alike once they are names.
function numbered(units: readonly ExchangeUnit[], nameOf: NameOfPerson): XmlDraftElement[] {
  const taken = new Set<string>()
  return units.map((unit) => {
    const wanted = plainName(unit.pair)
    let id = wanted
    for (let n = 2; taken.has(id); n += 1) id = `${wanted}.${n}`
    taken.add(id)
    return unitOf(unit, id, nameOf)
  })
}

function unitOf(unit: ExchangeUnit, id: string, nameOf: NameOfPerson): XmlDraftElement {
  const notes = unit.corrections.map((row, index) =>
    el(
      'note',
      { id: `n${index + 1}`, category: 'correction', appliesTo: 'target' },
      sentence(row, nameOf),
    ),
  )
  return lines(
    'unit',
    { id, name: `${unit.letter}.${unit.pair}` },
    lines(
      'mtc:matches',
      {},
      lines(
        'mtc:match',
        { id: 'mt1', ref: '#m1', type: 'mt', origin: 'machine translation' },
        el('source', {}, unit.original),
        el('target', {}, withFaults(unit)),
      ),
    ),
    notes.length === 0 ? undefined : lines('notes', {}, notes),
    lines(
      'segment',
      { id: 's1', state: stateOf(unit) },
      // The candidate points to what it is a translation of (XLIFF 2.1, 5.1.5).
      el('source', {}, el('mrk', { id: 'm1', type: 'mtc:match' }, unit.original)),
      el('target', {}, unit.corrected),
    ),
  )
}

function withFaults({ machine, faults }: ExchangeUnit): (string | XmlDraftElement)[] {
  let here = 0
  const pieces = faults.flatMap((fault, index) => {
    const before = machine.slice(here, fault.from)
    here = fault.to
    return [before, marked(fault, machine, index + 1)]
  })
  return [...pieces, machine.slice(here)].filter((piece) => piece !== '')
}

function marked({ from, to, row }: MachineFault, machine: string, n: number): XmlDraftElement {
  const attributes = { id: `q${n}`, type: 'its:generic', ...qualityIssue(row.record) }
  return el('mrk', attributes, ...(from < to ? [machine.slice(from, to)] : []))
}

function stateOf({ corrections }: ExchangeUnit): string {
  if (corrections.length === 0) return 'translated'
  return corrections.every(({ verdict }) => verdict === 'accepted') ? 'final' : 'reviewed'
}

function sentence({ record, before, after, verdict }: CorrectionRow, nameOf: NameOfPerson): string {
  const { severity, reason } = record
  const { by, at } = proposalOf(record)
  const name = nameOf(by)
  const who = name ? `${name} (${by})` : by || '?'
  const why = reason ? ` Reason: ${reason}` : ''
  return `“${before}” → “${after}”: ${categoryWords(record)}, ${severity}, ${verdict}, by ${who}${at ? ` at ${at}` : ''}.${why}`
}
