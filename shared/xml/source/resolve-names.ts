import { type QualifiedName, sharedString } from './name-table.ts'
import { type Reader, refuse, type Scope, type Unfinished } from './source-reader.ts'
import type { SourceAttribute, SourceElement } from './source-tree.ts'

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/'

/** Refuses a name that is none of Namespaces in XML. */
export function checkName(reader: Reader, { text, isFault }: QualifiedName, at: number): void {
  if (isFault) refuse(reader, at, `${text} is no name: a prefix, a colon and a name are wanted`)
}

/** The namespaces of an element and its attributes, which get theirs (Namespaces in XML 1.0); duplicates of attributes are refused. */
export function resolveNames(
  reader: Reader,
  at: number,
  prefix: string,
  attributes: readonly Unfinished<SourceAttribute>[],
  outer: Scope | null,
): { ns: string; scope: Scope | null } {
  let scope = outer
  let prefixed = 0
  for (const attribute of attributes) {
    if (isDeclaration(attribute)) scope = declare(reader, attribute, scope)
    else if (attribute.prefix !== '') prefixed += 1
  }
  checkTwice(reader, attributes, (attribute) => attribute.name)
  const ns = namespaceOf(reader, scope, prefix, at)
  if (scope === outer && prefixed === 0) return { ns, scope }
  for (const attribute of attributes) {
    if (isDeclaration(attribute)) attribute.ns = XMLNS_NAMESPACE
    else if (attribute.prefix !== '')
      attribute.ns = bound(reader, scope, attribute.prefix, attribute.from)
  }
  if (prefixed > 1)
    checkTwice(reader, attributes, ({ ns: uri, prefix: p, local, name }) =>
      p === '' ? name : `${uri}\n${local}`,
    )
  return { ns, scope }
}

/** Whether an attribute declares a namespace. */
function isDeclaration({ name, prefix }: SourceAttribute): boolean {
  return name === 'xmlns' || prefix === 'xmlns'
}

/** The declarations that are in force within an element of a tree. */
export function scopeOf(element: SourceElement | null): Scope | null {
  if (element === null) return null
  let scope = scopeOf(element.parent)
  for (const { name, prefix, local, value } of element.attributes)
    if (name === 'xmlns' || prefix === 'xmlns')
      scope = {
        prefix: name === 'xmlns' ? '' : local,
        uri: sharedString(value.trim()),
        outer: scope,
      }
  return scope
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
  return { prefix, uri: sharedString(uri), outer }
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
