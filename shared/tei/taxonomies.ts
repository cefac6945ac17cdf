import { CATEGORIES, type Category, SEVERITIES } from '../letter/records.ts'
import { el, lines, type XmlDraftElement } from '../xml/write-xml.ts'
import type { ExportContext } from './letter-encoding.ts'

const CATEGORY_DESCRIPTIONS: Readonly<Record<Category, string>> = {
  mistranslation: 'Wrong sense of a word or phrase',
  abbreviation: 'Abbreviation or stock phrase misread',
  omission: 'Passage of the original left out',
  addition: 'Words without a counterpart',
  untranslated: 'Left in the source language',
  term: 'Wrong term',
  name: 'Name misrendered',
  number: 'Number, date or unit',
  grammar: 'Grammar, spelling, punctuation',
  style: 'Style or register',
  reference: 'Wrong speaker, addressee, reference or note mark',
  source: 'Fault in the source itself',
}

/** The category of the header that a correction points to besides its own where nobody has confirmed that one. */
export const GUESSED = 'cat-guessed'

function taxonomy(id: string, categories: readonly (readonly [string, string])[]): XmlDraftElement {
  return lines(
    'taxonomy',
    { 'xml:id': id },
    categories.map(([name, description]) =>
      el('category', { 'xml:id': name }, el('catDesc', {}, description)),
    ),
  )
}

/**
 * The taxonomies that letters point to: categories and severities of corrections, what nobody confirmed of them, kinds of
 * documents. Letters in the language they were written in hold no faults of a machine translation.
 */
export function classDecl(isTranslated: boolean): XmlDraftElement {
  return lines(
    'classDecl',
    {},
    taxonomy(
      isTranslated ? 'mt-errors' : 'errors',
      CATEGORIES.map((name) => [`err-${name}`, CATEGORY_DESCRIPTIONS[name]]),
    ),
    taxonomy(
      'severities',
      SEVERITIES.map((name) => [`sev-${name}`, name]),
    ),
    taxonomy('category-sources', [
      [GUESSED, 'Error category proposed by the program, which no person has confirmed'],
    ]),
    taxonomy('doc-types', [
      ['doc-letter', 'Letter'],
      ['doc-cipher', 'Cipher telegram'],
    ]),
  )
}

/** What made the file. TEI wants a version number here; anything but digits and dots is left out of it. */
export function appInfo(context: ExportContext): XmlDraftElement {
  const version = /^\d+(\.\d+){0,3}/.exec(context.version)?.[0] ?? '0'
  return lines(
    'appInfo',
    {},
    el(
      'application',
      { 'xml:id': 'app-epistula', ident: 'Epistula', version },
      el('label', {}, 'Epistula'),
    ),
  )
}

/** How corrections and register pointers are to be read. */
export function editorialDecl(isTranslated: boolean): XmlDraftElement {
  const readings = isTranslated ? 'Machine readings' : 'Readings of the page as it came'
  return lines(
    'editorialDecl',
    {},
    lines(
      'correction',
      { method: 'markup', status: 'medium' },
      el(
        'p',
        {},
        `${readings} are kept in sic, reviewed readings in corr; @ana names the error category and its severity, and cat-guessed where no person has confirmed the category, @cert the reviewer’s certainty, @source the passage of the original it rests on, @change the day of work.`,
      ),
    ),
    lines(
      'interpretation',
      {},
      el('p', {}, 'Entity references in @ref point to the registers in standOff.'),
    ),
  )
}
