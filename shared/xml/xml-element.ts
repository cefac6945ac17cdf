/** An attribute as parsed. `name` is the name as written (`xml:id`); line and column are 1-based and those of the end of its value. */
export interface XmlAttribute {
  readonly name: string
  readonly local: string
  readonly ns: string
  readonly value: string
  readonly line: number
  readonly column: number
}

/** An element as parsed; `name` is the local name. Line and column are 1-based (UTF-16 units) and those of the `<` of its start tag. */
export interface XmlElement {
  readonly type: 'element'
  readonly name: string
  readonly ns: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlNode[]
  readonly line: number
  readonly column: number
  /** Where the element ends: behind the `>` of its end tag. */
  readonly end: { readonly line: number; readonly column: number }
  /** Namespace declarations on this element, prefix → name; '' is the default one. */
  readonly declares: Readonly<Record<string, string>>
}

/** Character data; CDATA sections are text too. Line and column are 1-based and those of its end. */
export interface XmlText {
  readonly type: 'text'
  readonly text: string
  readonly line: number
  readonly column: number
}

/** A comment, without its delimiters. */
export interface XmlComment {
  readonly type: 'comment'
  readonly text: string
}

/** A processing instruction. */
export interface XmlInstruction {
  readonly type: 'pi'
  readonly target: string
  readonly text: string
}

/** Anything an element can hold. */
export type XmlNode = XmlElement | XmlText | XmlComment | XmlInstruction

/** The value of an attribute by its name as written, undefined where it is absent. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value
}

/** The child elements in document order, those named `name` alone where it is given. */
export function childElements(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement =>
      child.type === 'element' && (name === undefined || child.name === name),
  )
}

/** The element found by taking the first child of each name in turn. */
export function findPath(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  let at: XmlElement | undefined = element
  for (const name of names) {
    if (at === undefined) return undefined
    at = childElements(at, name)[0]
  }
  return at
}

/** The element itself and all below it, in document order. */
export function* eachElement(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) {
    if (child.type === 'element') yield* eachElement(child)
  }
}
