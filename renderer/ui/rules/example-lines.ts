import type { Rule } from '../../../shared/import/rules/rule.ts'

/** The examples of a rule, one to a line, with what is to be found in it between two bars; none where nothing was marked. */
export function writeExamples({ examples }: Pick<Rule, 'examples'>): string {
  return examples
    .map(({ text, found }) => (found === '' ? text : text.replace(found, () => `|${found}|`)))
    .join('\n')
}

/**
 * Reads examples as they are written. A line without two bars is kept as an example in which nothing is marked. One that the rule has
 * already keeps what else was said of it.
 */
export function readExamples(
  typed: string,
  { examples }: Pick<Rule, 'examples'>,
): Rule['examples'] {
  return typed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [before = '', found = '', ...after] = line.split('|')
      const isMarked = found !== '' && after.length > 0
      const text = isMarked ? before + found + after.join('|') : line
      const example = { text, found: isMarked ? found : '' }
      const known = examples.find((one) => one.text === text && one.found === example.found)
      return known ?? example
    })
}
