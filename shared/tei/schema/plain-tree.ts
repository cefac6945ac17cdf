import type { SourceElement, XmlSource } from '../../xml/source/source-tree.ts'
import type { XmlAttribute, XmlElement, XmlNode } from '../../xml/xml-element.ts'

/** A document read with places as the plain tree that validation takes: entities are expanded, lines and columns are those of the source. */
export function plainTree({ source, root }: XmlSource): XmlElement {
  return plainElement(root, placeFinder(source))
}

type PlaceOf = (at: number) => { readonly line: number; readonly column: number }

function plainElement(element: SourceElement, placeOf: PlaceOf): XmlElement {
  const { local, ns, from, to } = element
  const declares: Record<string, string> = {}
  const attributes: XmlAttribute[] = []
  for (const attribute of element.attributes) {
    const { name, prefix, value } = attribute
    if (name === 'xmlns') declares[''] = value
    else if (prefix === 'xmlns') declares[attribute.local] = value
    else
      attributes.push({
        name,
        local: attribute.local,
        ns: attribute.ns,
        value,
        ...placeOf(attribute.to),
      })
  }
  const children = element.children.flatMap((child): XmlNode[] => {
    if (child.type === 'element') return [plainElement(child, placeOf)]
    if (child.type === 'text') return [{ type: 'text', text: child.text, ...placeOf(child.to) }]
    return []
  })
  const places = { ...placeOf(from), end: placeOf(to) }
  return { type: 'element', name: local, ns, attributes, children, declares, ...places }
}

function placeFinder(source: string): PlaceOf {
  const starts = [0]
  for (const match of source.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
  return (at) => {
    let low = 0
    let high = starts.length
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= at) low = middle
      else high = middle
    }
    return { line: low + 1, column: at - starts[low]! + 1 }
  }
}
