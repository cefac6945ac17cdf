import type { XmlAttribute, XmlElement } from '../xml/xml-element.ts'
import { salve } from './salve.ts'

type LibraryError = InstanceType<typeof salve.ValidationError>

/** An error as the validator found it. */
export type FoundError =
  | {
      readonly kind: 'misplaced'
      readonly element: XmlElement
      readonly parent: XmlElement | undefined
      readonly expected: readonly string[]
    }
  | {
      readonly kind: 'library'
      readonly error: LibraryError
      readonly element: XmlElement
      readonly attribute: XmlAttribute | undefined
    }

// More names than these help nobody.
const MOST_NAMES = 5

/** A schema error in plain words. */
export function describeError(found: FoundError): string {
  if (found.kind === 'misplaced') return describeMisplaced(found)
  const { error, element, attribute } = found
  const names = error.getNames().map((name) => plain(name.toJSON()))
  const [first = ''] = names
  if (error instanceof salve.AttributeValueError && attribute) {
    return `@${attribute.name} of ${element.name} has a value that is not allowed: “${attribute.value}”`
  }
  if (error instanceof salve.AttributeNameError) {
    const isMissing = error.msg === 'attribute missing'
    return isMissing
      ? `${element.name} lacks the attribute @${first}`
      : `@${attribute?.name ?? first} is not allowed on ${element.name}`
  }
  if (error instanceof salve.ChoiceError) {
    return `${element.name} is incomplete: one of ${shorten([...new Set(names)])} is missing`
  }
  if (error instanceof salve.ElementNameError) {
    return `${element.name} is incomplete: ${first} is missing`
  }
  return describeText(error, element, attribute)
}

function describeText(
  error: LibraryError,
  element: XmlElement,
  attribute: XmlAttribute | undefined,
): string {
  if (attribute) {
    return `@${attribute.name} of ${element.name} has a value that is not allowed: “${attribute.value}”`
  }
  if (error.msg === 'text not allowed here') return `text is not allowed inside ${element.name}`
  return `${element.name} has content that is not allowed (${error.msg})`
}

function describeMisplaced(found: FoundError & { kind: 'misplaced' }): string {
  const { element, parent, expected } = found
  const hint = expected.length === 0 ? '' : `; expected here: ${shorten(expected)}`
  const where = parent ? `inside ${parent.name}` : 'as the root element'
  const isForeign = expected.includes(element.name)
  const name = isForeign ? `${element.name} of the namespace “${element.ns}”` : element.name
  return `${name} is not allowed ${where}${parent ? ' at this place' : ''}${hint}`
}

function shorten(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ')
  return names.length > MOST_NAMES ? `${shown} …` : shown
}

// A name pattern as JSON: a name, a choice of two, or any name.
function plain(pattern: unknown): string {
  if (typeof pattern !== 'object' || pattern === null) return 'something'
  if ('name' in pattern && typeof pattern.name === 'string') {
    const isXml = 'ns' in pattern && pattern.ns === 'http://www.w3.org/XML/1998/namespace'
    return isXml ? `xml:${pattern.name}` : pattern.name
  }
  if ('a' in pattern && 'b' in pattern) return `${plain(pattern.a)} or ${plain(pattern.b)}`
  return 'another name'
}
