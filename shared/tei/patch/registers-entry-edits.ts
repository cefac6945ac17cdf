import type { AuthorityLink, Entity, EntityKind } from '../../entity/entity.ts'
import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
  type XmlSource,
} from '../../xml/source/source-tree.ts'
import { readableText } from '../decode/header-text.ts'
import { authorityKey } from '../decode/registers-authority.ts'
import { nameOf, type RegisterEntry } from '../decode/registers-entries.ts'
import {
  type InsertPlace,
  insertElement,
  type NewElement,
  removeElement,
} from './insert-element.ts'
import { escapeText, fillElement, type SourceEdit, setText } from './source-edits.ts'

const FORMS: Readonly<Record<EntityKind, { entry: string; name: string }>> = {
  person: { entry: 'person', name: 'persName' },
  place: { entry: 'place', name: 'placeName' },
  organisation: { entry: 'org', name: 'orgName' },
  document: { entry: 'bibl', name: 'title' },
}

/** An entry of a register for an entity, with the elements and the type of name of the entry it is to stand beside. */
export function newEntry(entity: Entity, like: RegisterEntry | undefined): NewElement {
  const form = FORMS[entity.kind]
  const name = like?.preferred?.local ?? form.name
  const type = like?.preferred ? sourceAttribute(like.preferred, 'type') : undefined
  const isTyped = entity.original !== undefined || entity.variants.length > 0
  const preferred = type ?? (isTyped ? 'preferred' : undefined)
  return {
    name: like?.element.local ?? form.entry,
    attributes: { 'xml:id': entity.id },
    children: [
      { name, attributes: { type: preferred }, text: entity.name },
      ...(entity.original
        ? [{ name, attributes: { type: 'original' }, text: entity.original }]
        : []),
      ...entity.variants.map((text) => ({ name, attributes: { type: 'variant' }, text })),
      ...entity.authority.map(newIdentifier),
      ...(entity.note ? [{ name: 'note', text: entity.note }] : []),
    ],
  }
}

/** Changes an entry where its entity says other things now: names, variants, authorities, the note; what it does not know of stays. */
export function entryEdits(xml: XmlSource, entry: RegisterEntry, now: Entity): SourceEdit[] {
  const { entity: then } = entry
  if (entry.element.expanded || then.kind !== now.kind) return []
  return [
    ...(then.name === now.name ? [] : nameEdits(xml, entry, now.name)),
    ...originalEdits(xml, entry, now.original),
    ...variantEdits(xml, entry, now.variants),
    ...authorityEdits(xml, entry, now.authority),
    ...noteEdits(xml, entry, now.note),
  ]
}

function nameEdits(xml: XmlSource, entry: RegisterEntry, name: string): SourceEdit[] {
  if (entry.preferred) return wordsOf(xml, entry.preferred, name)
  if (entry.element.children.some(({ type }) => type === 'text' || type === 'element')) {
    const [first] = sourceElements(entry.element)
    return [
      insertElement(xml, entry.element, first ? { before: first } : 'end', named(entry, name)),
    ]
  }
  return [insertElement(xml, entry.element, 'end', named(entry, name))]
}

// Where the name is made of parts that touch each other, its words are not those of the source: the whole content goes.
function wordsOf(xml: XmlSource, element: SourceElement, text: string): SourceEdit[] {
  if (readableText(element) === nameOf(element)) return setText(xml, element, text)
  if (element.closeFrom <= element.openTo)
    return [fillElement(xml.source, element, escapeText(text))]
  return [{ from: element.openTo, to: element.closeFrom, text: escapeText(text) }]
}

function originalEdits(
  xml: XmlSource,
  entry: RegisterEntry,
  original: string | undefined,
): SourceEdit[] {
  if (entry.entity.original === original) return []
  if (entry.original) {
    return original ? wordsOf(xml, entry.original, original) : [removeElement(xml, entry.original)]
  }
  return original ? [afterNames(xml, entry, named(entry, original, 'original'))] : []
}

function variantEdits(
  xml: XmlSource,
  entry: RegisterEntry,
  variants: readonly string[],
): SourceEdit[] {
  const gone = entry.variants.filter((element) => !variants.includes(nameOf(element)))
  const fresh = variants.filter((variant) => !entry.entity.variants.includes(variant))
  return [
    ...gone.map((element) => removeElement(xml, element)),
    ...fresh.map((variant) => afterNames(xml, entry, named(entry, variant, 'variant'))),
  ]
}

function authorityEdits(
  xml: XmlSource,
  entry: RegisterEntry,
  authority: readonly AuthorityLink[],
): SourceEdit[] {
  const keys = new Set(authority.map(authorityKey))
  const known = new Set(entry.entity.authority.map(authorityKey))
  const gone = entry.links.filter(
    ({ element, link }) => element.local === 'idno' && !keys.has(authorityKey(link)),
  )
  const fresh = authority.filter((link) => !known.has(authorityKey(link)))
  const place = identifierPlace(entry)
  return [
    ...gone.map(({ element }) => removeElement(xml, element)),
    ...fresh.map((link) => insertElement(xml, entry.element, place, newIdentifier(link))),
  ]
}

function noteEdits(xml: XmlSource, entry: RegisterEntry, note: string | undefined): SourceEdit[] {
  if (entry.entity.note === note) return []
  if (entry.note) return note ? setText(xml, entry.note, note) : [removeElement(xml, entry.note)]
  if (!note) return []
  const place = beforeNested(entry)
  return [insertElement(xml, entry.element, place, { name: 'note', text: note })]
}

function newIdentifier({ scheme, url }: AuthorityLink): NewElement {
  return { name: 'idno', attributes: { type: scheme === 'other' ? 'URI' : scheme }, text: url }
}

function named(entry: RegisterEntry, text: string, type?: string): NewElement {
  const name = entry.preferred?.local ?? FORMS[entry.entity.kind].name
  return { name, attributes: { type }, text }
}

function afterNames(xml: XmlSource, entry: RegisterEntry, element: NewElement): SourceEdit {
  const names = sourceElements(entry.element, element.name)
  const last = names.at(-1)
  const [first] = sourceElements(entry.element)
  const place: InsertPlace = last ? { after: last } : first ? { before: first } : 'end'
  return insertElement(xml, entry.element, place, element)
}

function identifierPlace(entry: RegisterEntry): InsertPlace {
  const last = sourceElements(entry.element, 'idno').at(-1)
  if (last) return { after: last }
  const note = sourceElements(entry.element, 'note')[0]
  return note ? { before: note } : beforeNested(entry)
}

// The content model of place and org puts nested entries last.
function beforeNested({ element }: RegisterEntry): InsertPlace {
  const nested = sourceElements(element).find(({ local }) =>
    /^(place|org|person|list(Place|Org|Person))$/.test(local),
  )
  return nested ? { before: nested } : 'end'
}
