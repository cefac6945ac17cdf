import { type DraftContent, el, type XmlDraftElement } from '../xml/write-xml.ts'
import type { LinearBlock, LinearRun, LinearText } from './linear-text.ts'
import { type Point, STRETCH_RANK, type Stretch } from './stretches.ts'

interface Nested {
  readonly stretch: Stretch
  readonly inside: Nested[]
}

/** What is rendered: the text, and its mark-up and points; stretches must not cross. */
export interface InlineContent {
  readonly linear: LinearText
  readonly stretches: readonly Stretch[]
  readonly points: readonly Point[]
}

/**
 * The content of a written paragraph from `from` to `to`: every character of it, in order and unchanged; the border of
 * two joined blocks is a `milestone` of unit `block`.
 */
export function renderInline(content: InlineContent, from: number, to: number): DraftContent {
  const blocks = content.linear.blocks.filter((block) => block.from <= to && from <= block.to)
  const inside = content.stretches.filter((s) => from <= s.from && s.to <= to)
  return renderRange(nest(inside), content.points, from, to, leavesOf(content.linear, blocks))
}

type Leaf = (from: number, to: number) => DraftContent

function nest(stretches: readonly Stretch[]): Nested[] {
  const inOrder = stretches.toSorted(
    (a, b) => a.from - b.from || b.to - a.to || STRETCH_RANK[a.kind] - STRETCH_RANK[b.kind],
  )
  const top: Nested[] = []
  const open: Nested[] = []
  for (const stretch of inOrder) {
    while (open.length > 0 && open.at(-1)!.stretch.to <= stretch.from) open.pop()
    const node: Nested = { stretch, inside: [] }
    const parent = open.at(-1)
    if (parent && parent.stretch.to < stretch.to) {
      throw new Error(
        `Crossing mark-up: ${parent.stretch.kind} and ${stretch.kind} at ${stretch.from}`,
      )
    }
    ;(parent?.inside ?? top).push(node)
    open.push(node)
  }
  return top
}

function leavesOf(
  linear: LinearText,
  blocks: readonly LinearBlock[],
): { all: Leaf; only: (origin: LinearRun['origin']) => Leaf } {
  const runs = blocks.flatMap((block) => block.runs)
  const separators = blocks.map((block) => block.to)
  const all: Leaf = (from, to) => {
    const children: DraftContent = []
    let at = from
    for (const separator of separators) {
      if (separator < from || separator >= to) continue
      children.push(
        textOrNothing(linear.text.slice(at, separator)),
        el('milestone', { unit: 'block' }),
      )
      at = separator + 1
    }
    return [...children, textOrNothing(linear.text.slice(at, to))]
  }
  const only =
    (origin: LinearRun['origin']): Leaf =>
    (from, to) =>
      runs
        .filter((run) => run.origin === origin && run.from < to && from < run.to)
        .map((run) => linear.text.slice(Math.max(from, run.from), Math.min(to, run.to)))
  return { all, only }
}

function textOrNothing(text: string): string | undefined {
  return text === '' ? undefined : text
}

function renderRange(
  nodes: readonly Nested[],
  points: readonly Point[],
  from: number,
  to: number,
  leaves: ReturnType<typeof leavesOf>,
  leaf: Leaf = leaves.all,
): DraftContent {
  const children: DraftContent = []
  let at = from
  let next = 0
  // Points are taken in their order; those inside an element are left to it.
  const pointsTo = (end: number): void => {
    for (; next < points.length && points[next]!.position <= end; next += 1) {
      const point = points[next]!
      children.push(...leaf(at, point.position), point.draft)
      at = point.position
    }
    children.push(...leaf(at, end))
    at = end
  }
  for (const node of nodes) {
    pointsTo(node.stretch.from)
    const first = next
    while (next < points.length && points[next]!.position < node.stretch.to) next += 1
    children.push(renderNode(node, points.slice(first, next), leaves, leaf))
    at = node.stretch.to
  }
  pointsTo(to)
  return children
}

function renderNode(
  node: Nested,
  points: readonly Point[],
  leaves: ReturnType<typeof leavesOf>,
  leaf: Leaf,
): XmlDraftElement {
  const { stretch, inside } = node
  const { from, to } = stretch
  if (stretch.kind !== 'choice') {
    return stretch.wrap(renderRange(inside, points, from, to, leaves, leaf), [])
  }
  const struck = leaves.only('deleted')
  const put = leaves.only('inserted')
  const isStruck = (at: number): boolean => struck(at, at + 1).length > 0
  const reading = (wanted: boolean, text: Leaf): DraftContent =>
    renderRange(
      inside.filter((child) => isStruck(child.stretch.from) === wanted),
      points.filter((point) => isStruck(point.position) === wanted),
      from,
      to,
      leaves,
      text,
    )
  return stretch.wrap(reading(true, struck), reading(false, put))
}
