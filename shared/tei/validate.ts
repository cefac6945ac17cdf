import type { XmlElement } from '../xml/xml-element.ts'
import { elementPath } from './element-path.ts'
import type { Grammar } from './grammar.ts'
import { salve } from './salve.ts'
import { describeError, type FoundError } from './schema-message.ts'
import type { TeiProblem } from './tei-problem.ts'

type Walker = ReturnType<Grammar['newWalker']>
type Resolver = InstanceType<typeof salve.DefaultNameResolver>

interface Run {
  readonly walker: Walker
  readonly resolver: Resolver
  readonly chain: XmlElement[]
  readonly problems: TeiProblem[]
  /** Elements whose content, and elements whose attributes, have had their first error. */
  readonly faulty: { readonly content: Set<XmlElement>; readonly tag: Set<XmlElement> }
  /** How many elements were entered so far, and at which of them to say what would be allowed. */
  entered: number
  readonly explain: ReadonlySet<number>
  readonly misplaced: Set<number>
}

/** Validates a parsed document against a grammar: the first error of each element's content and of each tag, in document order. */
export function validate(root: XmlElement, grammar: Grammar): TeiProblem[] {
  const first = walk(root, grammar, new Set())
  // What would be allowed at a place is dear to ask: only documents with misplaced elements are walked again for it.
  return first.misplaced.size === 0 ? first.problems : walk(root, grammar, first.misplaced).problems
}

function walk(root: XmlElement, grammar: Grammar, explain: ReadonlySet<number>): Run {
  const resolver = new salve.DefaultNameResolver()
  const run: Run = {
    walker: grammar.newWalker(resolver, false),
    resolver,
    chain: [],
    problems: [],
    faulty: { content: new Set(), tag: new Set() },
    entered: 0,
    explain,
    misplaced: new Set(),
  }
  visit(run, root)
  report(run, run.walker.end(), root, 'content', root.end)
  return run
}

function visit(run: Run, element: XmlElement): void {
  run.resolver.enterContext()
  for (const [prefix, ns] of Object.entries(element.declares)) run.resolver.definePrefix(prefix, ns)
  startTag(run, element)
  let text = ''
  const flush = (): void => {
    if (text !== '') report(run, run.walker.fireEvent('text', [text]), element, 'content')
    text = ''
  }
  for (const child of element.children) {
    if (child.type === 'text') text += child.text
    if (child.type !== 'element') continue
    flush()
    visit(run, child)
  }
  flush()
  const ended = run.walker.fireEvent('endTag', [element.ns, element.name])
  report(run, ended, element, 'content')
  run.chain.pop()
  run.resolver.leaveContext()
}

function startTag(run: Run, element: XmlElement): void {
  const { walker, chain } = run
  const parent = chain.at(-1)
  run.entered += 1
  const expected = run.explain.has(run.entered) ? expectedNames(walker) : []
  const entered = walker.fireEvent('enterStartTag', [element.ns, element.name])
  chain.push(element)
  if (entered !== false) {
    run.misplaced.add(run.entered)
    const whose = parent ?? element
    if (!run.faulty.content.has(whose)) {
      run.faulty.content.add(whose)
      add(run, { kind: 'misplaced', element, parent, expected }, element)
    }
  }
  for (const attribute of element.attributes) {
    const name = walker.fireEvent('attributeName', [attribute.ns, attribute.local])
    const value = walker.fireEvent('attributeValue', [attribute.value])
    const errors = name === false ? value : name
    if (errors !== false) report(run, errors, element, 'tag', attribute, attribute)
  }
  report(run, walker.fireEvent('leaveStartTag', []), element, 'tag')
}

function expectedNames(walker: Walker): string[] {
  const names = new Set<string>()
  for (const event of walker.possible()) {
    if (event.name !== 'enterStartTag') continue
    const pattern = event.params[1]
    const simple = typeof pattern === 'object' ? pattern.toArray() : null
    for (const { name } of simple ?? []) names.add(name)
  }
  return [...names].sort()
}

function report(
  run: Run,
  result: ReturnType<Walker['fireEvent']>,
  element: XmlElement,
  where: 'content' | 'tag',
  place: { readonly line: number; readonly column: number } = element,
  attribute?: XmlElement['attributes'][number],
): void {
  const error = result === false || result === undefined ? undefined : result[0]
  // A faulty attribute makes the validator object to the content too.
  if (!error || run.faulty[where].has(element) || run.faulty.tag.has(element)) return
  run.faulty[where].add(element)
  add(run, { kind: 'library', error, element, attribute }, place)
}

function add(
  run: Run,
  found: FoundError,
  place: { readonly line: number; readonly column: number },
): void {
  const { line, column } = place
  run.problems.push({ line, column, message: describeError(found), path: elementPath(run.chain) })
}
