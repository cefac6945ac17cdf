import type { HeaderValues } from '../../letter/records.ts'
import {
  type SourceAttribute,
  type SourceElement,
  sourceAttribute,
} from '../../xml/source/source-tree.ts'
import { descendants, type HeaderParts, headerOf } from './header-parts.ts'
import { readableText } from './header-text.ts'
import type { TeiUnit } from './tei-file.ts'

/** What kind of document a letter is, how sure that is, and the pointer to a taxonomy of Epistula that says so. */
export interface DocTypePart {
  readonly value: HeaderValues['docType']
  readonly confidence: number
  readonly pointer:
    | { readonly element: SourceElement; readonly attribute: SourceAttribute }
    | undefined
}

const CIPHER = /cipher|cypher|chiffr|шифр/i

/** Reads the kind from textClass (a pointer to `doc-letter` or `doc-cipher`, else keywords) and from the way it was transmitted. */
export function docTypeOf(unit: TeiUnit, { transmission }: HeaderParts): DocTypePart {
  const header = headerOf(unit)
  const classes = header ? descendants(header, 'catRef') : []
  for (const element of classes) {
    const attribute = element.attributes.find(({ name }) => name === 'target')
    const kind = /#doc-(letter|cipher)$/.exec(attribute?.value ?? '')?.[1]
    if (attribute && kind)
      return { value: kind as DocTypePart['value'], confidence: 1, pointer: { element, attribute } }
  }
  const said = [
    ...classes.map((element) => sourceAttribute(element, 'target') ?? ''),
    ...(header ? descendants(header, 'textClass') : []).map(readableText),
    (transmission && sourceAttribute(transmission, 'subtype')) ?? '',
  ]
  const isCipher = said.some((words) => CIPHER.test(words))
  const isSaid = said.some((words) => words !== '')
  const confidence = isCipher ? 0.9 : isSaid ? 0.8 : 0.6
  return { value: isCipher ? 'cipher' : 'letter', confidence, pointer: undefined }
}
