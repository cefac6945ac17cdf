import { childElements, type XmlElement } from '../xml/xml-element.ts'

/** The path of an element for people, from the root: `TEI/text/body/div[2]/p[3]`; numbers only where there are several of the name. */
export function elementPath(chain: readonly XmlElement[]): string {
  const steps = chain.map((element, index) => {
    const parent = chain[index - 1]
    const alike = parent ? childElements(parent, element.name) : [element]
    return alike.length > 1 ? `${element.name}[${alike.indexOf(element) + 1}]` : element.name
  })
  return steps.join('/')
}
