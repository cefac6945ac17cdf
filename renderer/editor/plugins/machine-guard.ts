import type { Node } from 'prosemirror-model'
import { Plugin, type Transaction } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'
import type { MachineText } from '../../../shared/letter/machine-text.ts'
import type { Records } from '../../../shared/letter/records.ts'
import { idOf } from '../../../shared/letter/schema.ts'
import { applyRecordStep, SetRecordStep } from '../../../shared/letter/set-record-step.ts'
import { recordsOf } from './records.ts'

/**
 * Refuses every transaction that would change the machine text, put marks of insertion and deletion on the same text, or
 * leave a shape or a mark without its record. Looks at the changed top nodes alone and, within a single block, at what changed
 * of its text.
 */
export function machineGuardPlugin(machine: MachineText): Plugin {
  const ids = new Set(machine.blocks.map((block) => block.id))
  return new Plugin({
    filterTransaction: (tr, state) => {
      if (!tr.docChanged || tr.doc === tr.before) return true
      return keepsMachineText(tr, recordsOf(state), ids)
    },
  })
}

function keepsMachineText(
  tr: Transaction,
  recordsBefore: Records,
  blocks: ReadonlySet<string>,
): boolean {
  const records = tr.steps.reduce(applyRecordStep, recordsBefore)
  const [before, after] = changedNodes(tr.before, tr.doc, !tr.steps.some(isAboutMore))
  const was = machineOf(before, blocks, recordsBefore)
  const is = machineOf(after, blocks, records)
  if (was.length !== is.length || was.some((text, i) => text !== is[i])) return false
  return after.every((node) => isSound(node, records, blocks))
}

// A record that goes, or that says what a block or a join is, is about text that did not change itself.
function isAboutMore(step: Step): boolean {
  return step instanceof SetRecordStep && (step.value === null || step.table === 'structure')
}

function changedNodes(
  before: Node,
  after: Node,
  inBlocks: boolean,
): readonly [readonly Node[], readonly Node[]] {
  const [a, b] = [before.children, after.children]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  const most = Math.min(a.length, b.length) - head
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const before1 = a.slice(head, a.length - tail)
  const after1 = b.slice(head, b.length - tail)
  const [only, other] = [before1[0], after1[0]]
  // Within one note again only the blocks that changed, within one block only its text that changed.
  if (before1.length === 1 && after1.length === 1 && only && other && only.sameMarkup(other))
    if (only.type.name === 'note' || (inBlocks && only.isTextblock))
      return changedNodes(only, other, inBlocks)
  return [before1, after1]
}

// The machine texts in some nodes, each after the note and block it belongs to; the first is what stands before them.
function machineOf(
  nodes: readonly Node[],
  blocks: ReadonlySet<string>,
  records: Records,
): readonly string[] {
  const texts: string[] = []
  let now = ''
  const begin = (note: string, block: string) => {
    texts.push(now)
    now = `${note} ${block} `
  }
  const joined = (node: Node) => {
    const record = records.structure[idOf(node)]
    return record?.kind === 'join' ? record.block : ''
  }
  const visit = (node: Node, note: string): void => {
    if (node.isText) now += machineTextOf(node)
    else if (node.type.name === 'join') begin(note, joined(node))
    else if (node.isTextblock && blocks.has(idOf(node))) begin(note, idOf(node))
    const inner = node.type.name === 'note' ? idOf(node) : note
    for (const child of node.children) visit(child, inner)
  }
  for (const node of nodes) visit(node, '')
  return [...texts, now]
}

function machineTextOf(node: Node): string {
  return node.marks.some((mark) => mark.type.name === 'insertion') ? '' : (node.text as string)
}

function isSound(node: Node, records: Records, blocks: ReadonlySet<string>): boolean {
  let sound = true
  const visit = (one: Node) => {
    if (one.isText) sound &&= isSoundText(one, records)
    else if (one.isTextblock)
      sound &&= blocks.has(idOf(one)) || records.structure[idOf(one)]?.kind === 'break'
    else if (one.type.name === 'join') sound &&= records.structure[idOf(one)]?.kind === 'join'
    else if (one.type.name === 'callout') sound &&= idOf(one) in records.callouts
    return sound
  }
  visit(node)
  node.descendants(visit)
  return sound
}

function isSoundText(node: Node, records: Records): boolean {
  let inserted = 0
  let struck = 0
  for (const mark of node.marks) {
    const name = mark.type.name
    if (name === 'insertion') inserted++
    if (name === 'deletion') struck++
    if (!hasRecord(records, name, idOf(mark))) return false
  }
  return inserted <= 1 && (inserted === 0 || struck === 0)
}

function hasRecord(records: Records, mark: string, id: string): boolean {
  if (mark === 'insertion' || mark === 'deletion') return id in records.corrections
  if (mark === 'mention') return id in records.mentions
  if (mark === 'passage') return id in records.passages
  if (mark === 'verbatim') return id in records.verbatim
  if (mark === 'query') return id in records.queries
  return id in records.callouts
}
