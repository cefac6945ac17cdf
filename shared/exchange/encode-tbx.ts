import type { Entity } from '../entity/entity.ts'
import { plainName } from '../tei/xml-ids.ts'
import type { Term } from '../translate/translation-set.ts'
import { el, lines, type XmlDraftElement } from '../xml/write-xml.ts'
import type { ExchangeOptions } from './exchange-options.ts'

/** The languages of terms: BCP 47 tags of original and translation. */
export interface TermLanguages {
  readonly original: string
  readonly translation: string
}

/**
 * The glossary and the names of the registers as a termbase, TBX-Basic (ISO 30042:2019, style DCA): a concept for each term
 * with its rendering preferred, others admitted, wrong ones deprecated; a concept for each register entry with its forms.
 */
export function encodeTbx(
  terms: readonly Term[],
  entities: readonly Entity[],
  languages: TermLanguages,
  options: ExchangeOptions,
): XmlDraftElement {
  const ids = new Set<string>()
  const idOf = (wish: string): string => {
    const name = plainName(wish)
    let id = name
    for (let n = 2; ids.has(id); n += 1) id = `${name}.${n}`
    ids.add(id)
    return id
  }
  const concepts = [
    ...terms.flatMap((term) => termConcept(term, languages, idOf)),
    ...entities.flatMap((entity) => nameConcept(entity, languages, idOf)),
  ]
  return lines(
    'tbx',
    {
      xmlns: 'urn:iso:std:iso:30042:ed-2',
      type: 'TBX-Basic',
      style: 'dca',
      'xml:lang': languages.translation,
    },
    header(options),
    lines('text', {}, lines('body', {}, concepts)),
  )
}

function header({ title, date, version }: ExchangeOptions): XmlDraftElement {
  const made = `Made with Epistula ${version} on ${date.slice(0, 10)}.`
  return lines(
    'tbxHeader',
    {},
    lines(
      'fileDesc',
      {},
      lines('titleStmt', {}, el('title', {}, title)),
      lines('sourceDesc', {}, el('p', {}, made)),
    ),
  )
}

type Status = 'preferred' | 'admitted' | 'deprecated'
interface Form {
  readonly lang: string
  readonly words: string
  readonly status: Status
  readonly isName: boolean
}

function termConcept(
  term: Term,
  { original, translation }: TermLanguages,
  idOf: (wish: string) => string,
): XmlDraftElement[] {
  const form = (lang: string, status: Status) => (words: string) => ({
    lang,
    words,
    status,
    isName: false,
  })
  const forms = [
    form(original, 'preferred')(term.original),
    form(translation, 'preferred')(term.rendering),
    ...term.allowed.map(form(translation, 'admitted')),
    ...term.forbidden.map(form(translation, 'deprecated')),
  ]
  return concept(idOf(term.id), forms, term.note)
}

const CYRILLIC = /\p{Script=Cyrillic}/u

function nameConcept(
  entity: Entity,
  { original, translation }: TermLanguages,
  idOf: (wish: string) => string,
): XmlDraftElement[] {
  const form = (words: string, status: Status, lang?: string): Form => ({
    lang: lang ?? (CYRILLIC.test(words) ? original : translation),
    words,
    status,
    isName: true,
  })
  const forms = [
    ...(entity.original ? [form(entity.original, 'preferred', original)] : []),
    form(entity.name, 'preferred'),
    ...entity.variants.map((variant) => form(variant, 'admitted')),
  ]
  return concept(idOf(entity.id), forms, entity.note ?? '')
}

// A language stands once, its forms below it; the same words are said once.
function concept(id: string, forms: readonly Form[], note: string): XmlDraftElement[] {
  const seen = new Set<string>()
  const said = forms.filter(({ lang, words }) => {
    const key = `${lang} ${words.trim()}`
    if (words.trim() === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
  if (said.length === 0) return []
  const sections = [...Map.groupBy(said, ({ lang }) => lang)].map(([lang, own]) =>
    lines('langSec', { 'xml:lang': lang }, own.map(termSection)),
  )
  const words = note.trim() === '' ? undefined : el('note', {}, note)
  return [lines('conceptEntry', { id }, words, sections)]
}

function termSection({ words, status, isName }: Form): XmlDraftElement {
  return lines(
    'termSec',
    {},
    el('term', {}, words.trim()),
    el('termNote', { type: 'administrativeStatus' }, `${status}Term-admn-sts`),
    isName ? el('termNote', { type: 'partOfSpeech' }, 'noun') : undefined,
  )
}
