import type { Mark, Node } from 'prosemirror-model'
import { idOf, letterSchema } from '../../../shared/letter/schema.ts'

/**
 * A run of a text block's content: machine text that stands, machine text struck out, text put in, or something of one
 * position that is no text. `from` and `to` are document positions, `corrections` the ids that strike or insert it.
 */
export interface Run {
  readonly kind: 'machine' | 'struck' | 'inserted' | 'atom'
  readonly from: number
  readonly to: number
  readonly text: string
  readonly corrections: readonly string[]
  readonly marks: readonly Mark[]
}

/** What lies between two atoms of a text block: the corrections of one stretch never reach into another. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly runs: readonly Run[]
}

/** The runs of a text block whose content begins at document position `start`. */
export function runsOf(block: Node, start: number): readonly Run[] {
  const runs: Run[] = []
  block.forEach((node, offset) => {
    runs.push(runOf(node, start + offset))
  })
  return runs
}

/** The run that a child of a text block is; `from` is the document position before it. */
export function runOf(node: Node, from: number): Run {
  const to = from + node.nodeSize
  const { marks } = node
  if (!node.isText) return { kind: 'atom', from, to, text: '', corrections: [], marks }
  return { ...kindOf(node), from, to, text: node.text as string, marks }
}

function kindOf(node: Node): Pick<Run, 'kind' | 'corrections'> {
  // Most text has no correction, and a long paragraph is walked at every key.
  if (!node.marks.some(isCorrection)) return MACHINE
  const inserted = idsOf(node, 'insertion')
  if (inserted.length > 0) return { kind: 'inserted', corrections: inserted }
  return { kind: 'struck', corrections: idsOf(node, 'deletion') }
}

const MACHINE = { kind: 'machine', corrections: [] } as const

function isCorrection({ type }: Mark): boolean {
  return type === letterSchema.marks.insertion || type === letterSchema.marks.deletion
}

function idsOf(node: Node, type: string): readonly string[] {
  return node.marks.filter((mark) => mark.type.name === type).map(idOf)
}

/** The stretches of a text block that the positions `from` to `to` reach into, in order; at a lone position exactly one. */
export function stretchesIn(block: Node, start: number, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = []
  let runs: Run[] = []
  let begin = start
  const end = (at: number) => {
    if (at >= from && begin <= to) stretches.push({ from: begin, to: at, runs })
    runs = []
  }
  for (const run of runsOf(block, start)) {
    if (run.kind === 'atom') {
      end(run.from)
      begin = run.to
    } else runs.push(run)
  }
  end(start + block.content.size)
  return stretches
}
