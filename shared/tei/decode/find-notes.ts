import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
} from '../../xml/source/source-tree.ts'
import { teiName } from './element-kinds.ts'
import type { Sides } from './find-sides.ts'
import type { TeiFile, TeiUnit } from './tei-file.ts'

/** The notes of a letter, each with its side, in document order, those outside the text behind those in it. */
export interface FoundNote {
  readonly element: SourceElement
  readonly side: 'translation' | 'original'
  readonly isApart: boolean
}

/** Notes of a letter and what they point to. */
export interface FoundNotes {
  readonly notes: readonly FoundNote[]
  /** Notes that point to one place, by the id of that place. */
  readonly targets: ReadonlyMap<string, SourceElement>
}

// What a stand-off note of these says is no note of the text.
const REGISTERS: ReadonlySet<string> = new Set([
  'listPerson',
  'listPlace',
  'listOrg',
  'listBibl',
  'listEvent',
  'listObject',
  'listRelation',
  'listNym',
  'teiHeader',
  'graph',
  'annotation',
])

/** Finds the notes in the text and in the `standOff` of a letter; notes on corrections and in registers are none of them. */
export function findNotes(unit: TeiUnit, file: TeiFile, sides: Sides): FoundNotes {
  const notes: FoundNote[] = []
  const references: SourceElement[] = []
  for (const child of sourceElements(unit.tei))
    if (teiName(child) === 'text')
      walk(child, (element) => {
        const name = teiName(element)
        if (name === 'note') notes.push({ element, side: sideOf(element, sides), isApart: false })
        if ((name === 'ref' || name === 'ptr' || name === 'anchor') && isPointing(element))
          references.push(element)
      })
  const referring = referringSides(references, sides)
  for (const off of sourceElements(unit.tei, 'standOff'))
    walk(off, (element) => {
      if (teiName(element) !== 'note' || isReason(element)) return
      const id = sourceAttribute(element, 'xml:id')
      const side =
        (id === undefined ? undefined : referring.get(id)) ?? targetSide(element, file, sides)
      notes.push({ element, side, isApart: true })
    })
  const targets = new Map<string, SourceElement>()
  for (const { element } of notes) {
    const isPassage = sourceAttribute(element, 'targetEnd') !== undefined
    const called = isPassage ? [] : pointers(element)
    for (const pointer of [...called, ...pointers(element, 'corresp')])
      if (!targets.has(pointer)) targets.set(pointer, element)
  }
  return { notes, targets }
}

/** The ids of this file that an element's `target` (or another attribute) names. */
export function pointers(element: SourceElement, attribute = 'target'): string[] {
  const said = sourceAttribute(element, attribute)
  if (said === undefined) return []
  const words = said.split(/\s+/)
  return words.filter((word) => word.startsWith('#')).map((word) => word.slice(1))
}

function isPointing(element: SourceElement): boolean {
  return element.attributes.some(({ name }) => name === 'target' || name === 'corresp')
}

function isReason(element: SourceElement): boolean {
  return sourceAttribute(element, 'type') === 'reason'
}

function walk(element: SourceElement, visit: (element: SourceElement) => void): void {
  for (const child of element.children) {
    if (child.type !== 'element' || REGISTERS.has(teiName(child))) continue
    visit(child)
    walk(child, visit)
  }
}

function referringSides(
  references: readonly SourceElement[],
  sides: Sides,
): Map<string, FoundNote['side']> {
  const found = new Map<string, FoundNote['side']>()
  for (const element of references)
    for (const id of [...pointers(element), ...pointers(element, 'corresp')])
      if (!found.has(id)) found.set(id, sideOf(element, sides))
  return found
}

function targetSide(element: SourceElement, file: TeiFile, sides: Sides): FoundNote['side'] {
  for (const id of pointers(element)) {
    const target = file.ids.get(id)
    if (target) return sideOf(target, sides)
  }
  return 'translation'
}

function sideOf(element: SourceElement, sides: Sides): FoundNote['side'] {
  if (sides.original.length === 0) return 'translation'
  for (let at: SourceElement | null = element; at; at = at.parent)
    if (sides.original.includes(at)) return 'original'
  return 'translation'
}
