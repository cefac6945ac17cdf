import type { CanonicalLetter } from '../letter/canonical.ts'
import { el, lines, type XmlDraftElement } from '../xml/write-xml.ts'
import { publicationStatement } from './encode-header.ts'
import { TEI_NAMESPACE } from './encode-letter.ts'
import { encodeRegisters, entitiesOf } from './encode-registers.ts'
import { type ExportContext, isTranslation } from './letter-encoding.ts'
import { peopleOf, responsibility } from './responsibility.ts'
import { appInfo, classDecl, editorialDecl } from './taxonomies.ts'

/**
 * The whole collection as a teiCorpus: registers, taxonomies and people in charge once, then the letters, which must have
 * been encoded for a corpus.
 */
export function encodeCorpus(
  letters: readonly CanonicalLetter[],
  encoded: readonly XmlDraftElement[],
  context: ExportContext,
): XmlDraftElement {
  const { edition } = context
  const people = [...new Set(letters.flatMap((letter) => peopleOf(letter, context.trail)))].sort()
  const used = new Set(letters.flatMap(entitiesOf))
  const entities = context.entities.filter((entity) => used.has(entity.id))
  const lang = (letters[0]?.translation.machine.lang || 'en').split('-t-')[0]
  const isTranslated = letters.some(isTranslation)
  const header = lines(
    'teiHeader',
    {},
    lines(
      'fileDesc',
      {},
      lines(
        'titleStmt',
        {},
        el('title', { type: 'main' }, edition.title),
        responsibility(people, context.editors, isTranslated),
      ),
      publicationStatement(edition, context.date, '/'),
      lines('sourceDesc', {}, el('p', {}, 'See the source description of each letter.')),
    ),
    lines(
      'encodingDesc',
      {},
      editorialDecl(isTranslated),
      classDecl(isTranslated),
      appInfo(context),
    ),
  )
  return lines(
    'teiCorpus',
    { xmlns: TEI_NAMESPACE, 'xml:id': 'corpus', 'xml:lang': lang },
    header,
    encodeRegisters(entities, sourceLanguage(letters)),
    encoded,
  )
}

function sourceLanguage(letters: readonly CanonicalLetter[]): string | undefined {
  for (const letter of letters) {
    const { lang: tag } = letter.translation.machine
    const translated = letter.original?.machine.lang || /-t-([a-z]{2,3})\b/.exec(tag)?.[1]
    const lang = isTranslation(letter) ? translated : tag
    if (lang) return lang
  }
  return undefined
}
