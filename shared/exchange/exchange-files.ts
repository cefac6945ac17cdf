import type { Entity } from '../entity/entity.ts'
import type { CanonicalLetter } from '../letter/canonical.ts'
import type { Editor } from '../tei/edition-record.ts'
import type { Term } from '../translate/translation-set.ts'
import { writeXml, type XmlDraftElement } from '../xml/write-xml.ts'
import { correctionsCsv } from './corrections-csv.ts'
import { encodeTbx, type TermLanguages } from './encode-tbx.ts'
import { encodeTmx } from './encode-tmx.ts'
import { encodeXliff } from './encode-xliff.ts'
import type { ExchangeForm } from './exchange-forms.ts'
import type { ExchangeOptions } from './exchange-options.ts'
import { exchangeGroups } from './exchange-units.ts'
import { namesOfPeople } from './names-of-people.ts'

/** What goes out: letters, the glossary, the registers, and who the people in the letters are. */
export interface ExchangeContent {
  readonly letters: readonly CanonicalLetter[]
  readonly terms: readonly Term[]
  readonly entities: readonly Entity[]
  readonly editors: readonly Editor[]
}

/** A file made, or why one cannot be. */
export interface ExchangeFile {
  readonly name: string
  readonly text: string
}

/** The files of a form, with what a person should know of them; or why there are none. */
export type ExchangeFiles =
  | {
      readonly ok: true
      readonly files: readonly ExchangeFile[]
      /** How many letters have no pairs, and so are not in them (TMX and XLIFF). */
      readonly without: number
    }
  | { readonly ok: false; readonly cause: 'nothing' | 'unwritable'; readonly message: string }

/** Writes letters in a form: one file, in XLIFF one for each pair of languages. */
export function exchangeFiles(
  form: ExchangeForm,
  content: ExchangeContent,
  options: ExchangeOptions,
): ExchangeFiles {
  const { letters, terms, entities, editors } = content
  const nameOf = namesOfPeople(editors)
  if (form === 'csv') {
    const text = correctionsCsv(letters, nameOf)
    return { ok: true, files: [{ name: 'corrections.csv', text }], without: 0 }
  }
  if (form === 'tbx') {
    const root = encodeTbx(terms, entities, termLanguagesOf(letters), options)
    const isEmpty = terms.length + entities.length === 0
    return isEmpty ? nothing('there is no term and no name') : xmlFiles([['terms.tbx', root]], 0)
  }
  const groups = exchangeGroups(letters)
  if (groups.length === 0) return nothing('no letter has pairs of sentences')
  const paired = new Set(groups.flatMap(({ units }) => units.map(({ letter }) => letter)))
  const without = letters.length - paired.size
  if (form === 'tmx')
    return xmlFiles([['letters.tmx', encodeTmx(groups, options, nameOf)]], without)
  const named = groups.map((group) => {
    const languages = groups.length === 1 ? '' : `.${group.source}-${group.target}`
    return [`letters${languages}.xlf`, encodeXliff(group, nameOf)] as const
  })
  return xmlFiles(named, without)
}

function nothing(message: string): ExchangeFiles {
  return { ok: false, cause: 'nothing', message }
}

/** The languages of the terms of letters: those of the first that has an original, else Russian and English. */
export function termLanguagesOf(letters: readonly CanonicalLetter[]): TermLanguages {
  const paired = letters.find(({ original }) => original !== null) ?? letters[0]
  const tag = paired?.translation.machine.lang ?? ''
  const original = paired?.original?.machine.lang || /-t-([a-z]{2,3})\b/.exec(tag)?.[1] || 'ru'
  return { original, translation: tag.split('-t-')[0] || 'en' }
}

function xmlFiles(
  roots: readonly (readonly [name: string, root: XmlDraftElement])[],
  without: number,
): ExchangeFiles {
  const files: ExchangeFile[] = []
  for (const [name, root] of roots) {
    const written = writeXml(root)
    if (!written.ok) {
      const message = `${name}: ${written.path}: ${written.message}`
      return { ok: false, cause: 'unwritable', message }
    }
    files.push({ name, text: written.xml })
  }
  return { ok: true, files, without }
}
