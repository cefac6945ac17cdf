import { readSource } from '../../xml/source/read-source.ts'
import type { Grammar } from '../grammar.ts'
import { inPlaceOrder, type TeiProblem } from '../tei-problem.ts'
import { validate } from '../validate.ts'
import { plainTree } from './plain-tree.ts'

/**
 * What a schema finds wrong in a file of others: not well-formed, or not valid. A document type declaration with internal
 * entities is no fault. Pointers are not looked at: other editions point to places outside.
 */
export function schemaProblems(xml: string, grammar: Grammar): TeiProblem[] {
  const read = readSource(xml)
  if (!read.ok) {
    const { line, column, message } = read
    return [{ line, column, message: `not well-formed XML: ${message}`, path: '' }]
  }
  return inPlaceOrder(validate(plainTree(read.source), grammar))
}
