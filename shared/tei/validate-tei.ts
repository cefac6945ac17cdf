import { parseXml } from '../xml/parse-xml.ts'
import { checkPointers, type FindInFiles } from './check-pointers.ts'
import type { Grammar } from './grammar.ts'
import { inPlaceOrder, type TeiProblem } from './tei-problem.ts'
import { validate } from './validate.ts'

/**
 * All that is wrong with a TEI file: not well-formed (then nothing else is looked at), not valid, or pointers and ids that
 * do not hold. `findInFiles` knows the ids of files that are checked together with it.
 */
export function validateTei(
  xml: string,
  grammar: Grammar,
  findInFiles?: FindInFiles,
): TeiProblem[] {
  const parsed = parseXml(xml)
  if (!parsed.ok) {
    const { line, column, message } = parsed
    return [{ line, column, message: `not well-formed XML: ${message}`, path: '' }]
  }
  return inPlaceOrder([
    ...validate(parsed.root, grammar),
    ...checkPointers(parsed.root, findInFiles),
  ])
}
