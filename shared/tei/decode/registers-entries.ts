import type { AuthorityLink, Entity, EntityKind } from '../../entity/entity.ts'
import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
} from '../../xml/source/source-tree.ts'
import { readableText } from './header-text.ts'
import { authorityLink } from './registers-authority.ts'

/** An entry of a register in a file: the entity it describes and the elements that hold its parts. */
export interface RegisterEntry {
  readonly element: SourceElement
  readonly entity: Entity
  readonly preferred: SourceElement | undefined
  readonly original: SourceElement | undefined
  readonly variants: readonly SourceElement[]
  readonly links: readonly { readonly element: SourceElement; readonly link: AuthorityLink }[]
  readonly note: SourceElement | undefined
}

interface Form {
  readonly kind: EntityKind
  readonly names: readonly string[]
}

const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['person', { kind: 'person', names: ['persName', 'name'] }],
  ['personGrp', { kind: 'organisation', names: ['persName', 'orgName', 'name'] }],
  [
    'place',
    {
      kind: 'place',
      names: ['placeName', 'geogName', 'settlement', 'name', 'region', 'country'],
    },
  ],
  ['org', { kind: 'organisation', names: ['orgName', 'name'] }],
  ['bibl', { kind: 'document', names: ['title'] }],
  ['biblStruct', { kind: 'document', names: ['title'] }],
])

/** All entries of a file: persons, places, organisations and groups with an id wherever they stand, bibliographic ones with an id in a list. */
export function registerEntries(root: SourceElement): readonly RegisterEntry[] {
  const entries: RegisterEntry[] = []
  visit(root, entries)
  return entries
}

function visit(element: SourceElement, entries: RegisterEntry[]): void {
  for (const child of element.children) {
    if (child.type !== 'element') continue
    const entry = readEntry(child)
    if (entry) entries.push(entry)
    visit(child, entries)
  }
}

function readEntry(element: SourceElement): RegisterEntry | undefined {
  const form = FORMS.get(element.local)
  if (!form) return undefined
  const id = sourceAttribute(element, 'xml:id') ?? sourceAttribute(element, 'id')
  if (id === undefined || id === '') return undefined
  if (form.kind === 'document' && element.parent?.local !== 'listBibl') return undefined
  const names = namesOf(element, form.names)
  const original = names.find((name) => sourceAttribute(name, 'type') === 'original')
  const others = names.filter((name) => name !== original)
  const preferred = preferredOf(others)
  const variants = others.filter((name) => name !== preferred)
  const links = linksOf(element)
  const note = sourceElements(element).find(
    (child) => child.local === 'note' && readableText(child) !== '',
  )
  const words = preferred ? nameOf(preferred) : readableText(element).slice(0, 120)
  const entity: Entity = {
    id,
    kind: form.kind,
    name: words || id,
    ...(original && { original: nameOf(original) }),
    variants: [...new Set(variants.map(nameOf))],
    authority: links.map(({ link }) => link),
    ...(note && { note: readableText(note) }),
  }
  return { element, entity, preferred, original, variants, links, note }
}

/** The words of a name; parts that touch each other are set apart: surname, forename. */
export function nameOf(name: SourceElement): string {
  const parts = sourceElements(name)
  const [first, second] = parts
  const touches = first && second && first.to === second.from
  if (!touches) return readableText(name)
  const gap = first.local === 'surname' ? ', ' : ' '
  return parts
    .map(readableText)
    .filter((part) => part !== '')
    .reduce((all, part, n) => (n === 0 ? part : all + (n === 1 ? gap : ' ') + part), '')
}

// A title may stand deeper: biblStruct/monogr/title.
function namesOf(element: SourceElement, locals: readonly string[]): SourceElement[] {
  for (const local of locals) {
    const found = sourceElements(element, local).filter((name) => readableText(name) !== '')
    if (found.length > 0) return found
  }
  if (locals[0] !== 'title') return []
  return sourceElements(element)
    .flatMap((part) => sourceElements(part, 'title'))
    .slice(0, 1)
}

const PREFERRED = ['preferred', 'reg', 'regularised', 'main', 'standard', 'full']

function preferredOf(names: readonly SourceElement[]): SourceElement | undefined {
  for (const type of PREFERRED) {
    const found = names.find((name) => sourceAttribute(name, 'type') === type)
    if (found) return found
  }
  return names.find((name) => sourceAttribute(name, 'type') === undefined) ?? names[0]
}

function linksOf(element: SourceElement): RegisterEntry['links'] {
  const links = sourceElements(element, 'idno').flatMap((idno) => {
    const link = authorityLink(readableText(idno), sourceAttribute(idno, 'type'))
    return link ? [{ element: idno, link }] : []
  })
  const pointed = ['sameAs', 'ref', 'corresp']
    .flatMap((name) => (sourceAttribute(element, name) ?? '').split(/\s+/))
    .flatMap((pointer) => {
      const link = authorityLink(pointer)
      return link ? [{ element, link }] : []
    })
  return [...links, ...pointed]
}
