import type { Mark, Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { letterSchema } from '../../../shared/letter/schema.ts'
import type { DocRange } from '../text/spans.ts'

const { deletion, insertion } = letterSchema.marks

/**
 * Puts a question whose words are gone on those that stand in their place, else on the nearest word: of its own line before those of
 * others, machine words that are read before inserted and struck ones. Gives false, with nothing done, where no text is left at all.
 */
export function keepQuery(tr: Transaction, mark: Mark): boolean {
  const was = placeOfGone(tr, mark)
  const range = was && wordsFor(tr.doc, was)
  if (range) tr.addMark(range.from, range.to, mark)
  return range !== null
}

// Where the last state of the document that had the mark on text had it, as a range of what has taken its place.
function placeOfGone({ docs, mapping }: Transaction, mark: Mark): DocRange | null {
  for (let n = docs.length - 1; n >= 0; n--) {
    const range = textRange(docs[n] as Node, mark)
    if (!range) continue
    const since = mapping.slice(n)
    return { from: since.map(range.from, -1), to: since.map(range.to, 1) }
  }
  return null
}

function textRange(doc: Node, mark: Mark): DocRange | null {
  let range: DocRange | null = null
  doc.descendants((node, pos) => {
    if (node.isText && mark.isInSet(node.marks))
      range = { from: range?.from ?? pos, to: pos + node.nodeSize }
  })
  return range
}

interface Token extends DocRange {
  /** The smaller the numbers the better: another line, no word, inserted or struck, how far away. */
  readonly cost: readonly number[]
}

function wordsFor(doc: Node, place: DocRange): DocRange | null {
  const home = doc.resolve(place.from)
  const tokens = tokensOf(doc).map((token): Token => {
    const isHome = home.start() <= token.from && token.to <= home.end()
    const distance = Math.max(0, token.from - place.to, place.from - token.to)
    return { ...token, cost: [isHome ? 0 : 1, ...token.cost, distance] }
  })
  const [best] = tokens.sort(byCost)
  if (!best) return null
  // Where several words stand in the place of the gone ones it is on all of them.
  const within = tokens.filter(
    ({ from, to, cost }) =>
      place.from <= from && to <= place.to && cost.every((value, n) => value === best.cost[n]),
  )
  return {
    from: Math.min(best.from, ...within.map(({ from }) => from)),
    to: Math.max(best.to, ...within.map(({ to }) => to)),
  }
}

function byCost(a: Token, b: Token): number {
  const n = a.cost.findIndex((value, at) => value !== b.cost[at])
  return n === -1 ? a.from - b.from : (a.cost[n] ?? 0) - (b.cost[n] ?? 0)
}

// The words of each stretch of machine text that is read, of inserted and of struck text; of one without words all of it.
function tokensOf(doc: Node): Token[] {
  const stretches: { from: number; text: string; kind: number }[] = []
  doc.descendants((node, from) => {
    if (!node.isText) return
    const text = node.text ?? ''
    const kind = kindOf(node)
    const last = stretches.at(-1)
    if (last && last.kind === kind && last.from + last.text.length === from) last.text += text
    else stretches.push({ from, text, kind })
  })
  return stretches.flatMap(({ from, text, kind }) => {
    const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)]
    if (words.length === 0)
      return [{ from, to: from + text.length, cost: [text.trim() === '' ? 2 : 1, kind] }]
    return words.map(({ index, 0: word }) => ({
      from: from + index,
      to: from + index + word.length,
      cost: [0, kind],
    }))
  })
}

function kindOf({ marks }: Node): number {
  if (marks.some(({ type }) => type === deletion)) return 2
  return marks.some(({ type }) => type === insertion) ? 1 : 0
}
