import type { Node } from 'prosemirror-model'
import type { MachineRange } from './place.ts'
import type { Records } from './records.ts'
import { idOf } from './schema.ts'

/** A run of machine text in a document: block, offset of its first code unit, document position of it, length in code units. */
interface Run {
  readonly block: string
  readonly offset: number
  readonly pos: number
  readonly length: number
}

const indexes = new WeakMap<Node, readonly Run[]>()

// One walk for each document, kept as long as the document lives.
function runsOf(doc: Node, records: Records): readonly Run[] {
  const known = indexes.get(doc)
  if (known) return known
  const runs: Run[] = []
  let block = ''
  let offset = 0
  doc.descendants((node, pos) => {
    if (node.isTextblock) {
      if (records.structure[idOf(node)]?.kind !== 'break') {
        block = idOf(node)
        offset = 0
        runs.push({ block, offset: 0, pos: pos + 1, length: 0 })
      }
    } else if (node.type.name === 'join') {
      const record = records.structure[idOf(node)]
      if (record?.kind === 'join') {
        block = record.block
        offset = 0
        runs.push({ block, offset: 0, pos: pos + 1, length: 0 })
      }
    } else if (node.isText && !isInserted(node)) {
      const length = (node.text as string).length
      runs.push({ block, offset, pos, length })
      offset += length
    }
    return true
  })
  indexes.set(doc, runs)
  return runs
}

function isInserted(node: Node): boolean {
  return node.marks.some((mark) => mark.type.name === 'insertion')
}

/** Where a machine offset stands in the document, right before that code unit (or after the last one); null for a block that is not there. */
export function machinePosition(
  doc: Node,
  records: Records,
  block: string,
  offset: number,
): number | null {
  let last: number | null = null
  for (const run of runsOf(doc, records)) {
    if (run.block !== block) continue
    if (offset < run.offset + run.length) return run.pos + Math.max(0, offset - run.offset)
    last = run.pos + run.length
  }
  return last
}

/** The document positions that a range of machine text takes, from its first code unit to behind its last; null for a block that is not there. */
export function machineSelection(
  doc: Node,
  records: Records,
  range: MachineRange,
): { from: number; to: number } | null {
  const from = machinePosition(doc, records, range.block, range.from)
  const last = machinePosition(doc, records, range.block, Math.max(range.from, range.to - 1))
  if (from === null || last === null) return null
  return { from, to: range.to > range.from ? last + 1 : from }
}

/** The block and machine offset at a document position (inserted text counts as the place where it stands). */
export function machineOffset(
  doc: Node,
  records: Records,
  pos: number,
): { readonly block: string; readonly offset: number } | null {
  let found: { block: string; offset: number } | null = null
  for (const run of runsOf(doc, records)) {
    if (run.pos > pos && found) break
    found = {
      block: run.block,
      offset: run.offset + Math.min(run.length, Math.max(0, pos - run.pos)),
    }
  }
  return found
}
