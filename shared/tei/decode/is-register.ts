import { type SourceElement, sourceElements, sourcePath } from '../../xml/source/source-tree.ts'
import { teiName } from './element-kinds.ts'
import type { SourceRegisters } from './read-registers.ts'
import type { LetterSource } from './source-map.ts'

const isWithin = (element: SourceElement, outer: SourceElement): boolean => {
  for (let at: SourceElement | null = element; at; at = at.parent) if (at === outer) return true
  return false
}

/**
 * Whether a TEI element holds a register and no letter: it has entries, nothing is said of a letter that was sent, and no line of text
 * stands in it. The headings of lists of entries within its text are the register's.
 */
export function isRegister({ unit, letter }: LetterSource, registers: SourceRegisters): boolean {
  const entries = [...registers.entries.values()].map(({ element }) => element)
  const own = entries.filter((element) => isWithin(element, unit.tei))
  if (own.length === 0 || letter.original !== null) return false
  if (sourcePath(unit.tei, 'teiHeader', 'profileDesc', 'correspDesc')) return false
  const texts = sourceElements(unit.tei).filter((child) => teiName(child) === 'text')
  const isPrinted = own.some((element) => texts.some((text) => isWithin(element, text)))
  return letter.translation.machine.blocks.every(
    ({ kind, text }) => text.trim() === '' || (isPrinted && kind === 'heading'),
  )
}
