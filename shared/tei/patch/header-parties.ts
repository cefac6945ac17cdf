import type { Party } from '../../letter/records.ts'
import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
  type XmlSource,
} from '../../xml/source/source-tree.ts'
import type { EntityPointer } from '../decode/read-registers.ts'
import { insertElement, type NewElement, removeElement } from './insert-element.ts'
import { type SourceEdit, setAttribute, setText } from './source-edits.ts'

/** How names of the file point to register entries, and which entries are organisations. */
export interface PartyPointers {
  pointerTo(entity: string): EntityPointer | undefined
  isOrganisation(entity: string): boolean
}

/** Changes the names of an act from what they were to what they are: each in its place, those taken out with their elements, new ones behind the last. */
export function partyEdits(
  xml: XmlSource,
  elements: readonly SourceElement[],
  then: readonly Party[],
  now: readonly Party[],
  pointers: PartyPointers,
): SourceEdit[] {
  const [start, kept] = sameEnds(then, now)
  const old = then.slice(start, then.length - kept)
  const fresh = now.slice(start, now.length - kept)
  const edits: SourceEdit[] = []
  old.forEach((party, i) => {
    const element = elements[start + i]
    const next = fresh[i]
    if (!element) return
    if (next) edits.push(...oneParty(xml, element, party, next, pointers))
    else edits.push(removeElement(xml, element))
  })
  const added = fresh.slice(old.length)
  const before = elements[start + old.length - 1]
  const after = elements[start + old.length]
  const anchor = before ?? after
  if (!anchor?.parent) return edits
  const parent = anchor.parent
  const place = before ? { after: before } : { before: anchor }
  for (const party of added)
    edits.push(insertElement(xml, parent, place, newParty(party, pointers, anchor)))
  return edits
}

/** Changes one name or place: its words, and the entry it points to. */
export function oneParty(
  xml: XmlSource,
  element: SourceElement,
  then: Party,
  now: Party,
  pointers: PartyPointers,
): SourceEdit[] {
  const name = innerName(element)
  const words = then.text === now.text ? [] : setText(xml, name, now.text)
  if (then.entity === now.entity) return words
  return [...words, ...pointerEdits(xml, holderOf(element, name), now.entity, pointers)]
}

/** A name that is new, as an element. */
export function newParty(party: Party, pointers: PartyPointers, like?: SourceElement): NewElement {
  const pointer = party.entity === undefined ? undefined : pointers.pointerTo(party.entity)
  const isOrganisation = party.entity !== undefined && pointers.isOrganisation(party.entity)
  const isPlain = like && !['persName', 'orgName', 'p', 'ab'].includes(like.local)
  const name = isPlain ? like.local : isOrganisation ? 'orgName' : 'persName'
  return { name, attributes: attributesOf(pointer), text: party.text }
}

/** The attribute that points to a register entry. */
export function attributesOf(pointer: EntityPointer | undefined): Record<string, string> {
  return pointer ? { [pointer.attribute]: pointer.value } : {}
}

function pointerEdits(
  xml: XmlSource,
  element: SourceElement,
  entity: string | undefined,
  pointers: PartyPointers,
): SourceEdit[] {
  const pointer = entity === undefined ? undefined : pointers.pointerTo(entity)
  return (['ref', 'key'] as const).flatMap((attribute) => {
    const value = pointer?.attribute === attribute ? pointer.value : undefined
    const has = sourceAttribute(element, attribute) !== undefined
    return has || value !== undefined ? setAttribute(xml, element, attribute, value) : []
  })
}

function innerName(element: SourceElement): SourceElement {
  if (!['author', 'addressee', 'sender', 'person'].includes(element.local)) return element
  return (
    sourceElements(element).find(({ local }) => /^(persName|orgName|name)$/.test(local)) ?? element
  )
}

function holderOf(element: SourceElement, name: SourceElement): SourceElement {
  const points = ({ attributes }: SourceElement) =>
    attributes.some((attribute) => attribute.name === 'ref' || attribute.name === 'key')
  return points(element) && !points(name) ? element : name
}

function sameEnds(then: readonly Party[], now: readonly Party[]): readonly [number, number] {
  const most = Math.min(then.length, now.length)
  const isSame = (one: Party | undefined, other: Party | undefined) =>
    one?.text === other?.text && one?.entity === other?.entity
  let start = 0
  while (start < most && isSame(then[start], now[start])) start++
  let kept = 0
  while (kept < most - start && isSame(then.at(-1 - kept), now.at(-1 - kept))) kept++
  return [start, kept]
}
