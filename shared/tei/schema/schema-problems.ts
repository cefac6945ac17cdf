import { readSource } from '../../xml/source/read-source.ts'
import type { XmlElement } from '../../xml/xml-element.ts'
import { checkPointers, type FindInFiles } from '../check-pointers.ts'
import type { Grammar } from '../grammar.ts'
import { inPlaceOrder, type TeiProblem } from '../tei-problem.ts'
import { validate } from '../validate.ts'
import { plainTree } from './plain-tree.ts'

/**
 * What a schema finds wrong in a file of others: not well-formed, or not valid. A document type declaration with internal
 * entities is no fault. Pointers are not looked at: other editions point to places outside.
 */
export function schemaProblems(xml: string, grammar: Grammar): TeiProblem[] {
  return problemsOf(xml, (root) => validate(root, grammar))
}

/** The same with the pointers and ids of the file, where it is meant to stand alone or with those that `findInFiles` knows. */
export function schemaAndPointerProblems(
  xml: string,
  grammar: Grammar,
  findInFiles: FindInFiles,
): TeiProblem[] {
  return problemsOf(xml, (root) => [
    ...validate(root, grammar),
    ...checkPointers(root, findInFiles),
  ])
}

function problemsOf(xml: string, find: (root: XmlElement) => TeiProblem[]): TeiProblem[] {
  const read = readSource(xml)
  if (read.ok) return inPlaceOrder(find(plainTree(read.source)))
  const { line, column, message } = read
  return [{ line, column, message: `not well-formed XML: ${message}`, path: '' }]
}
