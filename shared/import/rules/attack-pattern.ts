import type { PatternNode } from './parse-pattern.ts'

type Repeat = Extract<PatternNode, { type: 'repeat' }>

/** More repetitions than these are as good as any number of them. */
const MANY = 60
const TRIED = 'aA1 .,-–жЖ!/(№#'
const REFUSED = '\u0001'

const partsOf = (node: PatternNode): readonly PatternNode[] => {
  if (node.type === 'sequence') return node.items
  if (node.type === 'choice') return node.options
  return node.type === 'repeat' || node.type === 'look' ? [node.item] : []
}

function listRepeats(node: PatternNode): Repeat[] {
  const own = node.type === 'repeat' && node.max > 1 ? [node] : []
  return [...own, ...partsOf(node).flatMap(listRepeats)]
}

const isEndless = ({ max }: Repeat): boolean => max > MANY

/** The first endless repetition that stands inside another one: the usual cause of a search without end. */
export function findNestedRepeat(node: PatternNode): Repeat | null {
  for (const outer of listRepeats(node).filter(isEndless)) {
    const inner = listRepeats(outer.item).find(isEndless)
    if (inner !== undefined) return inner
  }
  return null
}

/** A character that the source of a class or an escape matches. */
function sampleChar(source: string): string {
  if ([...source].length === 1 && source !== '.') return source
  const pattern = new RegExp(`^(?:${source})$`, 'u')
  return [...TRIED, ...source].find((char) => pattern.test(char)) ?? 'a'
}

/** A text that the node may match, one repetition of it pumped up; nothing behind the pumped part where `cut` says so. */
function sample(node: PatternNode, pumped: Repeat, times: number, cut: { done: boolean }): string {
  if (cut.done || node.type === 'empty' || node.type === 'look') return ''
  if (node.type === 'chars') return sampleChar(node.source)
  if (node.type === 'choice') {
    const option = node.options.find((one) => listRepeats(one).includes(pumped)) ?? node.options[0]
    return option === undefined ? '' : sample(option, pumped, times, cut)
  }
  if (node.type === 'sequence')
    return node.items.map((item) => sample(item, pumped, times, cut)).join('')
  if (node === pumped) {
    const text = sample(node.item, pumped, 1, { done: false }).repeat(times)
    cut.done = true
    return text
  }
  const inside = listRepeats(node.item).includes(pumped)
  return sample(node.item, pumped, times, cut).repeat(inside ? 1 : Math.max(1, node.min))
}

/** Lines that make a backtracking search work hardest: each repetition of the pattern drawn out, then something it refuses. */
export function drawAttacks(node: PatternNode, times: number): string[] {
  const drawn = listRepeats(node)
    .filter(({ max }) => max > 3)
    .map((repeat) => sample(node, repeat, times, { done: false }) + REFUSED)
  const plain = ['a', 'Aa ', '1', ' ', 'A. ', '1/'].map((part) => part.repeat(times) + REFUSED)
  return [...new Set([...drawn, ...plain])]
}
