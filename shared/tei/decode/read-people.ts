import {
  eachSourceElement,
  type SourceElement,
  sourceAttribute,
  sourceElements,
  sourceText,
} from '../../xml/source/source-tree.ts'
import { type Editor, UNNAMED_EDITOR } from '../edition-record.ts'
import { teiName } from './element-kinds.ts'
import type { TeiFile } from './tei-file.ts'

const MOST_INITIALS = 3

/**
 * The people that the statements of responsibility of a file name, in its order: in its headers by `@xml:id`, in annotations of the
 * trail by `@key`, which is how one is named whom the file itself does not know. Their initials are those of the name.
 */
export function readPeople({ units }: TeiFile): readonly Editor[] {
  const found = new Map<string, Editor>()
  for (const { tei } of units)
    for (const statement of eachSourceElement(tei).filter((one) => teiName(one) === 'respStmt'))
      for (const person of sourceElements(statement, 'persName')) {
        const id = idIn(statement, person)
        const name = sourceText(person).replace(/\s+/gu, ' ').trim()
        const isKnown = id === undefined || found.has(id) || id === UNNAMED_EDITOR.id
        if (!isKnown && name !== '' && name !== id)
          found.set(id, { id, name, initials: initialsOf(name) })
      }
  return [...found.values()]
}

function idIn(statement: SourceElement, person: SourceElement): string | undefined {
  const names = [
    [person, 'key'],
    [person, 'xml:id'],
    [statement, 'xml:id'],
  ] as const
  for (const [element, attribute] of names) {
    const value = sourceAttribute(element, attribute)
    if (value !== undefined && value !== '') return value
  }
  return undefined
}

function initialsOf(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  return words
    .slice(0, MOST_INITIALS)
    .map(([first]) => first?.toUpperCase() ?? '')
    .join('')
}
