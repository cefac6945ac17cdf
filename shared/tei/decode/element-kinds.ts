import type { BlockKind } from '../../letter/machine-text.ts'
import type { MentionKind } from '../../letter/records.ts'
import { type SourceElement, sourceAttribute } from '../../xml/source/source-tree.ts'

/** The namespace of TEI P5. */
const TEI = 'http://www.tei-c.org/ns/1.0'

/** The name of an element of TEI, '' for one of another namespace. Files without any namespace are read as if they were TEI. */
export function teiName(element: SourceElement): string {
  return element.ns === TEI || element.ns === '' ? element.local : ''
}

/** The first pointer of `@resp` without its `#`; undefined where there is none. */
export function namedIn(resp: string | undefined): string | undefined {
  return resp === undefined ? undefined : /^\s*#?(\S+)/.exec(resp)?.[1]
}

// Elements that are or hold printed lines wherever they stand; other elements are part of a line.
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'p ab lg l list item table row cell floatingText body front back group text head opener closer ' +
    'div div1 div2 div3 div4 div5 div6 div7 addrLine postscript trailer argument epigraph sp speaker titlePage ' +
    'docTitle titlePart docImprint listBibl castList castItem eLeaf figDesc'
  ).split(' '),
)

/** Whether an element is or holds printed lines wherever it stands. */
export function isBlockName(name: string): boolean {
  return BLOCKS.has(name)
}

// Lines where they stand among lines, part of a line within one.
const LOOSE_BLOCKS: ReadonlySet<string> = new Set(
  (
    'salute signed dateline address quote q said cit bibl biblStruct byline docAuthor docDate label fw stage ' +
    'figure formula ab stamp epigraph imprimatur docEdition'
  ).split(' '),
)

/** Whether an element is a line of its own where it stands among lines. */
export function isLooseBlockName(name: string): boolean {
  return LOOSE_BLOCKS.has(name)
}

const KINDS: ReadonlyMap<string, BlockKind> = new Map(
  Object.entries<BlockKind>({
    head: 'heading',
    titlePart: 'heading',
    docTitle: 'heading',
    opener: 'opener',
    closer: 'closer',
    signed: 'closer',
    trailer: 'closer',
    postscript: 'postscript',
    fw: 'separator',
  }),
)
const WITHIN: ReadonlySet<string> = new Set(['opener', 'closer', 'postscript'])
const NAMED: ReadonlySet<string> = new Set([
  'heading',
  'archive',
  'opener',
  'closer',
  'postscript',
  'separator',
])

/** What the lines of an element are, given what those around it are. */
export function blockKindOf(element: SourceElement, around: BlockKind): BlockKind {
  const name = teiName(element)
  if (WITHIN.has(around)) return around
  if (name === 'ab') {
    const type = sourceAttribute(element, 'type') ?? ''
    return NAMED.has(type) ? (type as BlockKind) : around
  }
  if (name === 'salute' || name === 'dateline') return around === 'paragraph' ? 'opener' : around
  return KINDS.get(name) ?? around
}

const MENTIONS: ReadonlyMap<string, MentionKind> = new Map(
  Object.entries<MentionKind>({
    persName: 'person',
    placeName: 'place',
    settlement: 'place',
    country: 'place',
    region: 'place',
    district: 'place',
    bloc: 'place',
    geogName: 'place',
    orgName: 'organisation',
    date: 'date',
    title: 'document',
    bibl: 'document',
  }),
)
const TYPES: ReadonlyMap<string, MentionKind> = new Map(
  Object.entries<MentionKind>({
    person: 'person',
    pers: 'person',
    persname: 'person',
    individual: 'person',
    place: 'place',
    placename: 'place',
    geo: 'place',
    settlement: 'place',
    city: 'place',
    org: 'organisation',
    organisation: 'organisation',
    organization: 'organisation',
    institution: 'organisation',
    corporation: 'organisation',
    orgname: 'organisation',
    document: 'document',
    letter: 'document',
    work: 'document',
    bibl: 'document',
    title: 'document',
    date: 'date',
  }),
)

/** The elements that the app writes for its own mentions. */
export const MENTION_ELEMENTS: Readonly<Record<MentionKind, string>> = {
  person: 'persName',
  place: 'placeName',
  organisation: 'orgName',
  date: 'date',
  document: 'rs',
}

/** What an element of a line tags; undefined where it is no mention. */
export function mentionKindOf(element: SourceElement): MentionKind | undefined {
  const name = teiName(element)
  if (name === 'rs' || name === 'name')
    return TYPES.get((sourceAttribute(element, 'type') ?? '').toLowerCase())
  if (name === 'ref')
    return sourceAttribute(element, 'target') === undefined ? undefined : 'document'
  return MENTIONS.get(name)
}
