import { lineEndOf, type ReadSource, readMarkup, readSource, refusedAsNull } from './read-source.ts'
import { readText } from './read-text.ts'
import { scopeOf } from './resolve-names.ts'
import { newDocument, type OpenElement, type Reader, type Unfinished } from './source-reader.ts'
import type { SourceAttribute, SourceElement, SourceNode, XmlSource } from './source-tree.ts'

/** A replacement in a source: `from`..`to` (UTF-16 offsets) become another text. */
interface Replaced {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Children of an element that are read again: those before `first` and from `behind` on stay; `start`..`end` is their place, `delta` how much longer it becomes. */
interface Run {
  readonly parent: SourceElement
  readonly first: number
  readonly behind: number
  readonly start: number
  readonly end: number
  readonly delta: number
}

/**
 * What `readSource` gives for `changed`, which is the source with these edits made, at the cost of the elements that they
 * fall into: the rest of the tree is taken over, its places moved. The given source is used up.
 */
export function rereadSource(
  source: XmlSource,
  edits: readonly Replaced[],
  changed: string,
): ReadSource {
  if (edits.length === 0) return { ok: true, source }
  const { root } = source
  const isInside = edits.every(({ from, to }) => from >= root.openTo && to <= root.closeFrom)
  const hasDoctype = source.source.lastIndexOf('<!DOCTYPE', root.from) !== -1
  if (!isInside || root.openTo === root.to || hasDoctype) return readSource(changed)
  const runs = runsOf(root, edits)
  const fresh = refusedAsNull(() => readRuns(runs, changed))
  if (fresh === null) return readSource(changed)
  const shifts = shiftsOf(runs)
  runs.toReversed().forEach((run, index) => {
    putChildren(run, fresh[fresh.length - 1 - index]!)
  })
  shiftElement(root, shifts, new Set(fresh.flat()))
  const epilog = source.epilog.map((node) => ({ ...node, ...shifted(node, shifts) }))
  const lineEnd = lineEndOf(changed)
  return { ok: true, source: { ...source, source: changed, lineEnd, epilog } }
}

// Smallest first where one lies in another: the outer one takes all that is in it.
function runsOf(root: SourceElement, edits: readonly Replaced[]): readonly Run[] {
  const runs: Run[] = []
  for (const edit of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    let run = runOf(root, edit)
    for (let last = runs.at(-1); last && last.end > run.start; last = runs.at(-1)) {
      runs.pop()
      run = joined(last, run)
    }
    const last = runs.at(-1)
    // An element without content is one place for all that is put into it.
    if (last && last.parent === run.parent && last.start === run.start) {
      runs.pop()
      run = joined(last, run)
    }
    runs.push(run)
  }
  return runs
}

function joined(one: Run, other: Run): Run {
  const delta = one.delta + other.delta
  if (one.parent === other.parent)
    return {
      parent: one.parent,
      first: Math.min(one.first, other.first),
      behind: Math.max(one.behind, other.behind),
      start: Math.min(one.start, other.start),
      end: Math.max(one.end, other.end),
      delta,
    }
  const isOuter = one.start <= other.start && one.end >= other.end
  return { ...(isOuter ? one : other), delta }
}

function runOf(root: SourceElement, { from, to, text }: Replaced): Run {
  let parent = root
  for (let inner = innerOf(parent, from, to); inner; inner = innerOf(parent, from, to))
    parent = inner
  const { children } = parent
  let first = firstBehind(children, from)
  let behind = first
  while (behind < children.length && children[behind]!.from <= to) behind += 1
  // Text on both sides of a border would be one.
  while (first > 0 && children[first - 1]!.type === 'text') first -= 1
  while (behind < children.length && children[behind]!.type === 'text') behind += 1
  const start = first === 0 ? parent.openTo : children[first - 1]!.to
  const end = behind === children.length ? parent.closeFrom : children[behind]!.from
  return { parent, first, behind, start, end, delta: text.length - (to - from) }
}

// The child within whose tags the whole place lies.
function innerOf(element: SourceElement, from: number, to: number): SourceElement | undefined {
  const { children } = element
  for (let at = firstBehind(children, from); at < children.length; at++) {
    const child = children[at]!
    if (child.from > from) return undefined
    const isWithin = child.type === 'element' && child.openTo <= from && to <= child.closeFrom
    if (isWithin && child.openTo !== child.to) return child
  }
  return undefined
}

// The first child that ends at a place or behind it.
function firstBehind(children: readonly SourceNode[], place: number): number {
  let low = 0
  let high = children.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (children[middle]!.to < place) low = middle + 1
    else high = middle
  }
  return low
}

// The new children of each run; null where what stands there now does not end where it ended.
function readRuns(
  runs: readonly Run[],
  changed: string,
): readonly (readonly SourceNode[])[] | null {
  const found: (readonly SourceNode[])[] = []
  let moved = 0
  for (const run of runs) {
    const to = run.end + moved + run.delta
    const nodes = readRun(run, changed, run.start + moved, to)
    if (nodes === null) return null
    found.push(nodes)
    moved += run.delta
  }
  return found
}

function readRun(
  { parent, first }: Run,
  changed: string,
  from: number,
  to: number,
): readonly SourceNode[] | null {
  const document = newDocument(changed)
  const reader: Reader = { document, text: changed, at: from, origin: null }
  let depth = 1
  for (let at = parent.parent; at; at = at.parent) depth += 1
  const scope = scopeOf(parent)
  const base: OpenElement = { element: parent, outer: null, depth, scope, first: -first }
  let current: OpenElement | null = base
  while (reader.at < to && current !== null) {
    if (changed.charCodeAt(reader.at) === 60) {
      if (current === base && changed.charCodeAt(reader.at + 1) === 47) return null
      current = readMarkup(reader, current)
    } else if (readText(reader, current) !== null) return null
  }
  return current === base && reader.at === to ? document.nodes.slice(0, document.count) : null
}

function putChildren({ parent, first, behind }: Run, nodes: readonly SourceNode[]): void {
  const { children } = parent
  const now = [...children.slice(0, first), ...nodes, ...children.slice(behind)]
  for (let index = first; index < now.length; index++)
    (now[index] as Unfinished<SourceNode>).index = index
  const open: Unfinished<SourceElement> = parent
  open.children = now
}

/** How far places behind each run move: `sums[n]` behind `n` of the `ends`. */
interface Shifts {
  readonly ends: readonly number[]
  readonly sums: readonly number[]
}

function shiftsOf(runs: readonly Run[]): Shifts {
  const sums = [0]
  for (const { delta } of runs) sums.push(sums.at(-1)! + delta)
  return { ends: runs.map(({ end }) => end), sums }
}

// How many runs end at a place or before it.
function runsBefore({ ends }: Shifts, place: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ends[middle]! <= place) low = middle + 1
    else high = middle
  }
  return low
}

function shifted(node: SourceNode, shifts: Shifts): { from: number; to: number } {
  const by = shifts.sums[runsBefore(shifts, node.from)]!
  return { from: node.from + by, to: node.to + by }
}

function shiftElement(
  element: SourceElement,
  shifts: Shifts,
  fresh: ReadonlySet<SourceNode>,
): void {
  const [before, behind] = [runsBefore(shifts, element.from), runsBefore(shifts, element.to)]
  const start = shifts.sums[before]!
  if (before === behind) {
    if (start !== 0) shiftAll(element, start)
    return
  }
  const end = shifts.sums[runsBefore(shifts, element.closeFrom)]!
  for (const child of element.children) {
    if (fresh.has(child)) continue
    if (child.type === 'element') shiftElement(child, shifts, fresh)
    else shiftNode(child, shifts.sums[runsBefore(shifts, child.from)]!)
  }
  shiftTags(element, start, end)
}

function shiftAll(element: SourceElement, by: number): void {
  for (const child of element.children)
    if (child.type === 'element') shiftAll(child, by)
    else shiftNode(child, by)
  shiftTags(element, by, by)
}

function shiftTags(element: Unfinished<SourceElement>, start: number, end: number): void {
  for (const attribute of element.attributes as readonly Unfinished<SourceAttribute>[]) {
    attribute.from += start
    attribute.valueFrom += start
    attribute.valueTo += start
    attribute.to += start
  }
  element.from += start
  element.openTo += start
  element.closeFrom += end
  element.to += end
}

function shiftNode(node: Unfinished<Exclude<SourceNode, SourceElement>>, by: number): void {
  node.from += by
  node.to += by
  if (node.type !== 'text' || node.starts === null) return
  for (let at = 0; at < node.starts.length; at++) node.starts[at]! += by
}
