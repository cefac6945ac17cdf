import { removeLine } from '../../xml/source/edit-lines.ts'
import type { SourceElement } from '../../xml/source/source-tree.ts'
import {
  childrenOf,
  type EditElement,
  type EditRaw,
  idOfElement,
  insertAt,
  newElement,
  removeNode,
  setAttribute,
} from '../../xml/source/xml-edits.ts'
import { isAtPlace } from './flow.ts'
import { insertPoint } from './place-markup.ts'
import { isSame } from './same.ts'
import {
  CannotPatch,
  isInDocument,
  isStillThere,
  liveElement,
  respOf,
  type SidePatch,
} from './side-patch.ts'

/** Brings paragraph breaks, joins and what an editor says a block is up to date. */
export function patchStructure(patch: SidePatch): void {
  const { then, now, source } = patch
  for (const [id, element] of source.structure) {
    const record = now.records.structure[id]
    if (record !== undefined && isKept(patch, id, element)) continue
    if (then.records.structure[id]?.kind === 'join') removeJoin(patch, element)
    else removeBreak(patch, element)
    if (record) addStructure(patch, id)
  }
  for (const id of Object.keys(now.records.structure))
    if (!source.structure.has(id)) addStructure(patch, id)
  patchKinds(patch)
}

function isKept(patch: SidePatch, id: string, element: SourceElement): boolean {
  const [then, now] = [patch.then.anchors.breaks[id]?.at, patch.now.anchors.breaks[id]?.at]
  if (element.expanded || !now) return isSame(then, now)
  if (!isStillThere(patch.edits, element)) return false
  if (isSame(then, now) && !patch.moved.has(now.block)) return true
  return isAtPlace(patch, liveElement(patch.edits, element), now)
}

function addStructure(patch: SidePatch, id: string): void {
  const record = patch.now.records.structure[id]!
  const point = patch.now.anchors.breaks[id]
  if (record.kind === 'join') addJoin(patch, record.block)
  else if (point) {
    const attributes = { unit: 'paragraph', type: 'break', resp: respOf(patch, record.by) }
    insertPoint(patch, point.at, newElement('milestone', attributes), point.order)
  }
}

function removeBreak(patch: SidePatch, element: SourceElement): void {
  const live = liveElement(patch.edits, element)
  if (!isInDocument(patch.edits, live)) return
  if (element.local === 'milestone') removeNode(live)
  else mergeParts(patch, element, live)
}

// The part of a paragraph behind the break goes into the part before it.
function mergeParts(patch: SidePatch, element: SourceElement, live: EditElement): void {
  const parts = [...patch.source.blocks.values()].find(({ elements }) => elements.includes(element))
  const lives = (parts?.elements ?? [])
    .map((part) => liveElement(patch.edits, part))
    .filter((part) => isInDocument(patch.edits, part))
  const before = lives[lives.indexOf(live) - 1]
  if (!before) throw new CannotPatch('a part of a paragraph has no part before it')
  const content = childrenOf(patch.edits, live)
  const target = childrenOf(patch.edits, before)
  live.children = []
  for (const node of content) insertAt(before, target.length, node)
  removeLine(patch.edits, live)
  const left = lives.filter((part) => part !== live)
  left.forEach((part, index) => {
    const only = left.length === 1
    setAttribute(
      part,
      'part',
      only ? undefined : index === 0 ? 'I' : index === left.length - 1 ? 'F' : 'M',
    )
    const next = left[index + 1]
    setAttribute(
      part,
      'next',
      next && `#${idOfElement(patch.edits, next, `${patch.unit.id}-part`)}`,
    )
    const prev = left[index - 1]
    setAttribute(
      part,
      'prev',
      prev && `#${idOfElement(patch.edits, prev, `${patch.unit.id}-part`)}`,
    )
  })
}

function wholeElement(patch: SidePatch, block: string | undefined, isLast: boolean): SourceElement {
  const source = block === undefined ? undefined : patch.source.blocks.get(block)
  const element = isLast ? source?.elements.at(-1) : source?.elements[0]
  if (!source || source.isLoose || !element)
    throw new CannotPatch(
      'the lines have no elements of their own in the file and cannot be joined there',
    )
  return element
}

function addJoin(patch: SidePatch, block: string): void {
  const { blocks } = patch.now.machine
  const index = blocks.findIndex(({ id }) => id === block)
  const first = wholeElement(patch, blocks[index - 1]?.id, true)
  const second = wholeElement(patch, block, false)
  const before = liveElement(patch.edits, first)
  const behind = liveElement(patch.edits, second)
  const wish = `${patch.unit.id}-${blocks[index - 1]?.id}`
  setAttribute(behind, 'prev', `#${idOfElement(patch.edits, before, wish)}`)
}

function removeJoin(patch: SidePatch, element: SourceElement): void {
  const live = liveElement(patch.edits, element)
  if (element.local === 'milestone') setAttribute(live, 'type', 'border')
  else setAttribute(live, 'prev', undefined)
}

function patchKinds(patch: SidePatch): void {
  const { then, now, source, edits } = patch
  const ids = new Set([...Object.keys(then.records.kinds), ...Object.keys(now.records.kinds)])
  for (const id of ids) {
    const kind = now.records.kinds[id]?.kind
    if (kind === then.records.kinds[id]?.kind) continue
    const known = source.kinds.get(id)
    if (known?.parent) {
      const children = childrenOf(edits, liveElement(edits, known.parent))
      const written = edits.source.source.slice(known.from, known.to)
      const old = children.find((child) => child.type === 'raw' && child.xml === written)
      if (old) removeNode(old)
    }
    if (kind === undefined) continue
    const said: EditRaw = {
      type: 'raw',
      xml: `<?epistula-block kind="${kind}"?>`,
      at: null,
      parent: null,
    }
    insertPoint(patch, { block: id, offset: 0 }, said)
  }
}
