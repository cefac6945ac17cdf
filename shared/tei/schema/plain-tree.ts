import { type LinePlace, placeFinder } from '../../xml/source/place-finder.ts'
import type { SourceElement, XmlSource } from '../../xml/source/source-tree.ts'
import type { XmlAttribute, XmlElement, XmlNode } from '../../xml/xml-element.ts'

/** A document read with places as the plain tree that validation takes: entities are expanded, lines and columns are those of the source. */
export function plainTree({ source, root }: XmlSource): XmlElement {
  return plainElement(root, placeFinder(source))
}

type PlaceOf = (at: number) => LinePlace

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
