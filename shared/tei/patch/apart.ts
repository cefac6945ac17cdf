import { insertLine } from '../../xml/source/edit-lines.ts'
import { sourceElements } from '../../xml/source/source-tree.ts'
import {
  attributeNow,
  childrenOf,
  type EditElement,
  newElement,
} from '../../xml/source/xml-edits.ts'
import { liveElement, type SidePatch } from './side-patch.ts'

/**
 * Puts an element into a group (`spanGrp`, `listAnnotation`, `linkGrp`) of a type in the letter's standOff; group and standOff
 * are made where there is none, the standOff before the text.
 */
export function addApart(
  patch: SidePatch,
  group: string,
  type: string,
  element: EditElement,
): void {
  insertLine(patch.edits, groupApart(patch, group, type), element)
}

function groupApart(patch: SidePatch, name: string, type: string): EditElement {
  const offs = standOffs(patch)
  for (const off of offs)
    for (const child of childrenOf(patch.edits, off))
      if (child.type === 'element' && isGroup(child, name, type)) return child
  const off = offs.find((one) => attributeNow(one, 'type') !== 'registers') ?? newStandOff(patch)
  const group = newElement(name, { type }, [], true)
  insertLine(patch.edits, off, group)
  return group
}

function isGroup(element: EditElement, name: string, type: string): boolean {
  return (element.source?.local ?? element.name) === name && attributeNow(element, 'type') === type
}

// Also those that this patch has made.
function standOffs(patch: SidePatch): EditElement[] {
  const tei = liveElement(patch.edits, patch.unit.tei)
  return childrenOf(patch.edits, tei).filter(
    (child): child is EditElement =>
      child.type === 'element' && (child.source?.local ?? child.name) === 'standOff',
  )
}

function newStandOff(patch: SidePatch): EditElement {
  const { edits, unit } = patch
  const tei = liveElement(edits, unit.tei)
  const off = newElement('standOff', { type: 'apparatus' }, [], true)
  const text = sourceElements(unit.tei, 'text')[0]
  const elements = childrenOf(edits, tei).filter((child) => child.type === 'element')
  const index = elements.findIndex((child) => child.type === 'element' && child.source === text)
  insertLine(edits, tei, off, index === -1 ? undefined : index)
  return off
}
