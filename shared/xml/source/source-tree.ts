/**
 * A document as parsed, over the very string it came as. All places are UTF-16 offsets into `source`; a node of an entity's
 * replacement text takes the whole place of its reference. `notes` say what was passed over, such as defaults of attributes.
 */
export interface XmlSource {
  readonly source: string
  readonly root: SourceElement
  /** Everything outside the root too: comments, instructions, white space is not kept. */
  readonly prolog: readonly SourceNode[]
  readonly epilog: readonly SourceNode[]
  /** The encoding that the XML declaration names, in lower case; null where it names none. */
  readonly encoding: string | null
  /** The line end of the file: what stands at the end of its first line. */
  readonly lineEnd: '\n' | '\r\n' | '\r'
  readonly notes: readonly SourceNote[]
}

/** Something that reading passed over, with its place. */
export interface SourceNote {
  readonly at: number
  readonly message: string
}

/** Anything in the document. */
export type SourceNode = SourceElement | SourceText | SourceOther

/** An element. `from` is its `<`, `openTo` behind the `>` of its start tag, `closeFrom` the `<` of its end tag, `to` behind that; an empty-element tag ends where it opens. */
export interface SourceElement {
  readonly type: 'element'
  /** As written, with its prefix. */
  readonly name: string
  readonly prefix: string
  readonly local: string
  readonly ns: string
  readonly parent: SourceElement | null
  /** Position among the children of the parent. */
  readonly index: number
  readonly attributes: readonly SourceAttribute[]
  readonly children: readonly SourceNode[]
  readonly from: number
  readonly openTo: number
  readonly closeFrom: number
  readonly to: number
  /** Whether it comes out of an entity: it cannot be changed where it stands. */
  readonly expanded: boolean
}

/** An attribute, declarations of namespaces among them. `from`..`to` runs from its name to behind the closing quote; the value as written lies between the quotes. */
export interface SourceAttribute {
  readonly name: string
  readonly prefix: string
  readonly local: string
  readonly ns: string
  /** As an XML processor reports it: references resolved, white space normalised. */
  readonly value: string
  readonly from: number
  readonly valueFrom: number
  readonly valueTo: number
  readonly to: number
}

/**
 * A run of character data or a CDATA section. `text` is as an XML processor reports it. `starts` is null where each
 * character of `text` is one of `source` from `from` on; else `starts[i]` is where its code unit i begins, `starts[length]` where the last ends.
 */
export interface SourceText {
  readonly type: 'text'
  readonly parent: SourceElement | null
  readonly index: number
  readonly text: string
  readonly from: number
  readonly to: number
  readonly starts: Int32Array | null
  readonly isCdata: boolean
  readonly expanded: boolean
}

/** A comment or a processing instruction; `text` is what stands between its delimiters. */
export interface SourceOther {
  readonly type: 'comment' | 'pi'
  readonly parent: SourceElement | null
  readonly index: number
  readonly text: string
  readonly from: number
  readonly to: number
  readonly expanded: boolean
}

/** The value of an attribute by its name as written; undefined where it is absent. `xml:id` is written so in every document. */
export function sourceAttribute(element: SourceElement, name: string): string | undefined {
  for (const attribute of element.attributes) if (attribute.name === name) return attribute.value
  return undefined
}

/** The child elements in order, those of the local name alone where one is given. */
export function sourceElements(element: SourceElement, local?: string): SourceElement[] {
  const found: SourceElement[] = []
  for (const child of element.children)
    if (child.type === 'element' && (local === undefined || child.local === local))
      found.push(child)
  return found
}

/** The element found by taking the first child of each local name in turn. */
export function sourcePath(
  element: SourceElement,
  ...names: readonly string[]
): SourceElement | undefined {
  let at: SourceElement | undefined = element
  for (const name of names) {
    if (at === undefined) return undefined
    at = sourceElements(at, name)[0]
  }
  return at
}

/** The characters of an element and all in it, as written in the document. */
export function sourceText(element: SourceElement): string {
  let text = ''
  for (const child of element.children) {
    if (child.type === 'text') text += child.text
    else if (child.type === 'element') text += sourceText(child)
  }
  return text
}

/** The element and all below it in document order; depth is bounded by the parser. */
export function eachSourceElement(element: SourceElement): readonly SourceElement[] {
  const found: SourceElement[] = []
  collectElements(element, found)
  return found
}

function collectElements(element: SourceElement, found: SourceElement[]): void {
  found.push(element)
  for (const child of element.children) if (child.type === 'element') collectElements(child, found)
}

/** Where a code unit of a text stands in the source. */
export function placeInSource(text: SourceText, offset: number): number {
  return text.starts === null ? text.from + offset : text.starts[offset]!
}

/** Line and column (1-based, UTF-16) of a place; CR, LF and CRLF end a line. */
export function lineAndColumn(source: string, at: number): { line: number; column: number } {
  let line = 1
  let start = 0
  for (let i = 0; i < at; i++) {
    const code = source.charCodeAt(i)
    if (code === 10 || (code === 13 && source.charCodeAt(i + 1) !== 10)) {
      line++
      start = i + 1
    }
  }
  return { line, column: at - start + 1 }
}
