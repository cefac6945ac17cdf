import { type Reader, refuse, type Scope } from './source-reader.ts'
import type { SourceAttribute } from './source-tree.ts'
import { endOfName } from './xml-characters.ts'

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/'

// Shared by all elements without any: nothing is ever added to it.
const NONE: SourceAttribute[] = []

/** Splits a name at its colon; a name that is none of Namespaces in XML is refused. */
export function splitName(
  reader: Reader,
  name: string,
  at: number,
): { prefix: string; local: string } {
  const colon = name.indexOf(':')
  if (colon === -1) return { prefix: '', local: name }
  const local = name.slice(colon + 1)
  if (colon === 0 || local.includes(':') || endOfName(local, 0) !== local.length || local === '')
    refuse(reader, at, `${name} is no name: a prefix, a colon and a name are wanted`)
  return { prefix: name.slice(0, colon), local }
}

/** The namespaces of an element and its attributes (Namespaces in XML 1.0); duplicates of attributes are refused. */
export function resolveNames(
  reader: Reader,
  at: number,
  prefix: string,
  attributes: SourceAttribute[],
  outer: Scope | null,
): { ns: string; scope: Scope | null; resolved: SourceAttribute[] } {
  if (attributes.length === 0) {
    return { ns: namespaceOf(reader, outer, prefix, at), scope: outer, resolved: NONE }
  }
  let scope = outer
  let prefixed = 0
  for (const attribute of attributes) {
    if (attribute.name === 'xmlns' || attribute.prefix === 'xmlns')
      scope = declare(reader, attribute, scope)
    else if (attribute.prefix !== '') prefixed += 1
  }
  checkTwice(reader, attributes, (attribute) => attribute.name)
  const ns = namespaceOf(reader, scope, prefix, at)
  if (scope === outer && prefixed === 0) return { ns, scope, resolved: attributes }
  const resolved = attributes.map((attribute) => {
    if (attribute.name === 'xmlns' || attribute.prefix === 'xmlns')
      return { ...attribute, ns: XMLNS_NAMESPACE }
    if (attribute.prefix === '') return attribute
    return { ...attribute, ns: bound(reader, scope, attribute.prefix, attribute.from) }
  })
  if (prefixed > 1)
    checkTwice(reader, resolved, ({ ns: uri, prefix: p, local, name }) =>
      p === '' ? name : `${uri}\n${local}`,
    )
  return { ns, scope, resolved }
}

function namespaceOf(reader: Reader, scope: Scope | null, prefix: string, at: number): string {
  return prefix === '' ? (lookUp(scope, '') ?? '') : bound(reader, scope, prefix, at)
}

function lookUp(scope: Scope | null, prefix: string): string | undefined {
  for (let at = scope; at !== null; at = at.outer) if (at.prefix === prefix) return at.uri
  return undefined
}

function bound(reader: Reader, scope: Scope | null, prefix: string, at: number): string {
  if (prefix === 'xml') return XML_NAMESPACE
  if (prefix === 'xmlns') refuse(reader, at, 'xmlns is no prefix for a name')
  return (
    lookUp(scope, prefix) ??
    refuse(reader, at, `the prefix ${prefix} is not declared (xmlns:${prefix})`)
  )
}

function declare(reader: Reader, attribute: SourceAttribute, outer: Scope | null): Scope {
  const prefix = attribute.name === 'xmlns' ? '' : attribute.local
  const uri = attribute.value.trim()
  if (prefix === 'xmlns') refuse(reader, attribute.from, 'the prefix xmlns cannot be declared')
  if (uri === XMLNS_NAMESPACE)
    refuse(reader, attribute.from, `no prefix can be declared for ${XMLNS_NAMESPACE}`)
  if ((prefix === 'xml') !== (uri === XML_NAMESPACE))
    refuse(reader, attribute.from, `the prefix xml alone stands for ${XML_NAMESPACE}`)
  if (prefix !== '' && uri === '')
    refuse(reader, attribute.from, `the prefix ${prefix} is declared for no namespace`)
  return { prefix, uri, outer }
}

function checkTwice(
  reader: Reader,
  attributes: readonly SourceAttribute[],
  keyOf: (attribute: SourceAttribute) => string,
): void {
  if (attributes.length < 2) return
  if (attributes.length > 12) {
    const seen = new Set<string>()
    for (const attribute of attributes) {
      if (seen.has(keyOf(attribute))) twice(reader, attribute)
      seen.add(keyOf(attribute))
    }
    return
  }
  for (let i = 1; i < attributes.length; i++) {
    const key = keyOf(attributes[i]!)
    for (let j = 0; j < i; j++) if (keyOf(attributes[j]!) === key) twice(reader, attributes[i]!)
  }
}

function twice(reader: Reader, attribute: SourceAttribute): never {
  return refuse(reader, attribute.from, `the attribute ${attribute.name} stands twice in one tag`)
}
