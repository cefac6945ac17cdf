import type { SourceElement, SourceNode, SourceText, XmlSource } from './source-tree.ts'

/** An element as it will be: one of the source, perhaps changed, or a new one (`source` null). `children` is null while they are as in the source. */
export interface EditElement {
  readonly type: 'element'
  readonly source: SourceElement | null
  /** As it will be written; of a new element the local name, its prefix is that of its surroundings. */
  name: string
  parent: EditElement | null
  /** Changed and added attributes by name; null removes one. */
  readonly attributes: Map<string, string | null>
  children: EditNode[] | null
  /** Whether each child of a new element stands in a line of its own. */
  readonly isLines: boolean
}

/** A piece of text of the source from `from` to `to` (UTF-16 offsets of its decoded text), or new text (`source` null). */
export interface EditText {
  readonly type: 'text'
  readonly source: SourceText | null
  readonly text: string
  from: number
  to: number
  parent: EditElement | null
}

/** Something written as it stands: a comment, an instruction, what comes out of an entity, white space. */
export interface EditRaw {
  readonly type: 'raw'
  readonly xml: string
  /** Where it stands in the source; null for what is new. */
  readonly at: number | null
  parent: EditElement | null
}

/** A node of a document that is being changed. */
export type EditNode = EditElement | EditText | EditRaw

/** A document that is being changed: a layer over the source. What nobody touches is printed as it came, code unit for code unit. */
export interface XmlEdits {
  readonly source: XmlSource
  readonly root: EditElement
  readonly elements: Map<SourceElement, EditElement>
  readonly pieces: Map<SourceText, EditText[]>
  /** References to entities that are known by their place. */
  readonly references: Map<number, EditRaw>
  /** Ids in use; filled when the first new one is wanted. */
  ids: Set<string> | null
}

/** Begins to change a document. */
export function openEdits(source: XmlSource): XmlEdits {
  const root = overlay(source.root, null)
  return {
    source,
    root,
    elements: new Map([[source.root, root]]),
    pieces: new Map(),
    references: new Map(),
    ids: null,
  }
}

function overlay(source: SourceElement, parent: EditElement | null): EditElement {
  const { name } = source
  return {
    type: 'element',
    source,
    name,
    parent,
    attributes: new Map(),
    children: null,
    isLines: false,
  }
}

/** The live counterpart of an element of the source; undefined where it comes out of an entity and cannot be changed. */
export function editOf(edits: XmlEdits, element: SourceElement): EditElement | undefined {
  const known = edits.elements.get(element)
  if (known || element.expanded || element.parent === null) return known
  const parent = editOf(edits, element.parent)
  if (parent) childrenOf(edits, parent)
  return edits.elements.get(element)
}

/** The live list of an element's children. */
export function childrenOf(edits: XmlEdits, element: EditElement): EditNode[] {
  element.children ??= opened(edits, element)
  return element.children
}

function opened(edits: XmlEdits, element: EditElement): EditNode[] {
  const nodes: EditNode[] = []
  let lastReference = -1
  for (const child of element.source?.children ?? []) {
    // All that comes out of one reference is written by that reference.
    if (child.expanded) {
      if (child.from !== lastReference) nodes.push(raw(edits, child, element))
      lastReference = child.from
    } else nodes.push(openedNode(edits, child, element))
  }
  return nodes
}

function raw({ source }: XmlEdits, { from, to }: SourceNode, parent: EditElement): EditRaw {
  return { type: 'raw', xml: source.source.slice(from, to), at: from, parent }
}

function openedNode(edits: XmlEdits, child: SourceNode, parent: EditElement): EditNode {
  if (child.type === 'element') {
    const element = overlay(child, parent)
    edits.elements.set(child, element)
    return element
  }
  if (child.type !== 'text') return raw(edits, child, parent)
  const piece: EditText = {
    type: 'text',
    source: child,
    text: '',
    from: 0,
    to: child.text.length,
    parent,
  }
  edits.pieces.set(child, [piece])
  return piece
}

/** The pieces that a text of the source has been cut into, in order; none where it comes out of an entity. */
export function piecesOf(edits: XmlEdits, text: SourceText): readonly EditText[] {
  if (text.expanded || text.parent === null) return []
  const parent = editOf(edits, text.parent)
  if (parent && !edits.pieces.has(text)) childrenOf(edits, parent)
  return edits.pieces.get(text) ?? []
}

/** Cuts a text of the source at a decoded offset, unless a piece begins or ends there. */
export function cutText(edits: XmlEdits, text: SourceText, at: number): void {
  piecesOf(edits, text)
  const pieces = edits.pieces.get(text) ?? []
  const index = pieces.findIndex(({ from, to }) => from < at && at < to)
  const piece = pieces[index]
  if (!piece) return
  const behind: EditText = { ...piece, from: at }
  piece.to = at
  pieces.splice(index + 1, 0, behind)
  const siblings = piece.parent?.children
  siblings?.splice(siblings.indexOf(piece) + 1, 0, behind)
}

/** Cuts new text at an offset within the piece; gives what is behind the cut, null where there is nothing on one side. */
export function cutNewText(piece: EditText, at: number): EditText | null {
  const middle = piece.from + at
  if (middle <= piece.from || middle >= piece.to) return null
  const behind: EditText = { ...piece, from: middle }
  piece.to = middle
  const siblings = piece.parent?.children
  siblings?.splice(siblings.indexOf(piece) + 1, 0, behind)
  return behind
}

/** A new element of the document's TEI namespace, by its local name; attributes that are undefined are left out. */
export function newElement(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly (EditNode | string)[] = [],
  isLines = false,
): EditElement {
  const element: EditElement = {
    type: 'element',
    source: null,
    name,
    parent: null,
    attributes: new Map(),
    children: [],
    isLines,
  }
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) element.attributes.set(key, value)
  for (const child of children)
    insertAt(element, element.children!.length, typeof child === 'string' ? newText(child) : child)
  return element
}

/** New text. It is escaped where it is printed, with the line ends of the file. */
export function newText(text: string): EditText {
  return { type: 'text', source: null, text, from: 0, to: text.length, parent: null }
}

/** Puts a node among the children of an element whose children are open. */
export function insertAt(parent: EditElement, index: number, node: EditNode): void {
  if (!parent.children) throw new Error(`The children of ${parent.name} are not open`)
  parent.children.splice(index, 0, node)
  node.parent = parent
}

/** Takes a node out of its parent. */
export function removeNode(node: EditNode): void {
  const siblings = node.parent?.children
  if (!siblings) return
  siblings.splice(siblings.indexOf(node), 1)
  node.parent = null
}

/** Puts an element around the children of `parent` from index `from` to before `to`. */
export function wrapNodes(
  parent: EditElement,
  from: number,
  to: number,
  around: EditElement,
  inside: EditElement = around,
): void {
  const nodes = parent.children!.splice(from, to - from, around)
  around.parent = parent
  for (const node of nodes) insertAt(inside, inside.children!.length, node)
}

/** Takes away the tags of an element and leaves its content. */
export function unwrapElement(edits: XmlEdits, element: EditElement): void {
  const siblings = element.parent?.children
  if (!siblings) return
  const content = childrenOf(edits, element)
  siblings.splice(siblings.indexOf(element), 1, ...content)
  for (const node of content) node.parent = element.parent
  element.parent = null
  element.children = []
}

/** The value an attribute will have; undefined where there will be none. */
export function attributeNow(element: EditElement, name: string): string | undefined {
  const changed = element.attributes.get(name)
  if (changed !== undefined) return changed ?? undefined
  return element.source?.attributes.find((attribute) => attribute.name === name)?.value
}

/** Sets an attribute in its place, in its own quotes, or as the last one; undefined takes it away. */
export function setAttribute(element: EditElement, name: string, value: string | undefined): void {
  if (attributeNow(element, name) === value) return
  const came = element.source?.attributes.find((attribute) => attribute.name === name)?.value
  if (came === value) element.attributes.delete(name)
  else element.attributes.set(name, value ?? null)
}

/** An `xml:id` that the document does not have yet: `wish`, or `wish` with a number. It is taken from now on. */
export function freshId(edits: XmlEdits, wish: string): string {
  edits.ids ??= idsIn(edits.source.root)
  let id = wish
  for (let n = 2; edits.ids.has(id); n++) id = `${wish}.${n}`
  edits.ids.add(id)
  return id
}

function idsIn(root: SourceElement): Set<string> {
  const ids = new Set<string>()
  const waiting: SourceElement[] = [root]
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    for (const { name, value } of element.attributes)
      if (name === 'xml:id' || name === 'id') ids.add(value)
    for (const child of element.children) if (child.type === 'element') waiting.push(child)
  }
  return ids
}

/** The `xml:id` of an element; where it has none it gets a new one made of `wish`. */
export function idOfElement(edits: XmlEdits, element: EditElement, wish: string): string {
  const known = attributeNow(element, 'xml:id')
  if (known !== undefined) return known
  const id = freshId(edits, wish)
  setAttribute(element, 'xml:id', id)
  return id
}
