import { beginEntity, endEntity, readReference } from './read-reference.ts'
import { resolveNames, splitName } from './resolve-names.ts'
import { checkCharacters, type OpenElement, type Reader, refuse } from './source-reader.ts'
import type { SourceAttribute } from './source-tree.ts'
import { behindSpace, endOfName } from './xml-characters.ts'

/** How deep elements may be nested. */
const DEPTH = 256

/** Reads a start tag or an empty-element tag at the reader's place and leaves the reader behind it. */
export function readStartTag(reader: Reader, parent: OpenElement | null): OpenElement {
  const from = reader.at
  const { text, origin } = reader
  const nameTo = endOfName(text, from + 1)
  if (nameTo === from + 1) refuse(reader, from, 'a < that begins no tag: write &lt;')
  const depth = (parent?.depth ?? 0) + 1
  if (depth > DEPTH) refuse(reader, from, `elements are nested deeper than ${DEPTH}`)
  const name = text.slice(from + 1, nameTo)
  const attributes: SourceAttribute[] = []
  let at = nameTo
  for (;;) {
    const next = behindSpace(text, at)
    const code = text.charCodeAt(next)
    if (code === 62 || code === 47 || next >= text.length) {
      at = next
      break
    }
    if (next === at)
      refuse(reader, at, `in the tag <${name}> something stands that cannot stand there`)
    at = readAttribute(reader, next, name, attributes)
  }
  const isEmpty = text.charCodeAt(at) === 47
  if (isEmpty) at += 1
  if (text.charCodeAt(at) !== 62) refuse(reader, from, `the tag <${name} is not closed by >`)
  reader.at = at + 1
  const to = origin ? origin.to : at + 1
  const element = openElement(reader, parent, name, attributes, depth, from, to)
  if (isEmpty) element.closeFrom = to
  else element.closeFrom = -1
  return element
}

function openElement(
  reader: Reader,
  parent: OpenElement | null,
  name: string,
  attributes: SourceAttribute[],
  depth: number,
  from: number,
  to: number,
): OpenElement {
  const { prefix, local } = splitName(reader, name, from)
  const { ns, scope, resolved } = resolveNames(
    reader,
    from,
    prefix,
    attributes,
    parent?.scope ?? null,
  )
  return {
    type: 'element',
    name,
    prefix,
    local,
    ns,
    parent,
    index: parent ? parent.children.length : 0,
    attributes: resolved,
    children: [],
    from: reader.origin ? reader.origin.from : from,
    openTo: to,
    closeFrom: to,
    to,
    expanded: reader.origin !== null,
    depth,
    scope,
  }
}

function readAttribute(
  reader: Reader,
  from: number,
  tag: string,
  attributes: SourceAttribute[],
): number {
  const { text, origin } = reader
  const nameTo = endOfName(text, from)
  if (nameTo === from)
    refuse(reader, from, `in the tag <${tag}> something stands that is no attribute`)
  const name = text.slice(from, nameTo)
  const equals = behindSpace(text, nameTo)
  if (text.charCodeAt(equals) !== 61) refuse(reader, from, `the attribute ${name} has no value`)
  const open = behindSpace(text, equals + 1)
  const quote = text.charCodeAt(open)
  if (quote !== 34 && quote !== 39)
    refuse(reader, open, `the value of the attribute ${name} does not stand in quotes`)
  const close = text.indexOf(quote === 34 ? '"' : "'", open + 1)
  if (close === -1) refuse(reader, open, `the value of the attribute ${name} has no closing quote`)
  const value = attributeValue(reader, open + 1, close, name)
  const { prefix, local } = splitName(reader, name, from)
  attributes.push(
    origin
      ? {
          name,
          prefix,
          local,
          ns: '',
          value,
          from: origin.from,
          valueFrom: origin.from,
          valueTo: origin.to,
          to: origin.to,
        }
      : {
          name,
          prefix,
          local,
          ns: '',
          value,
          from,
          valueFrom: open + 1,
          valueTo: close,
          to: close + 1,
        },
  )
  return close + 1
}

/** The value as an XML processor reports it (XML 1.0, 3.3.3, for attributes of type CDATA). */
function attributeValue(reader: Reader, from: number, to: number, name: string): string {
  const { text } = reader
  let isPlain = true
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 60) refuse(reader, at, `a < in the value of the attribute ${name}: write &lt;`)
    if (code < 32 || code === 38) isPlain = false
    else if (code >= 0xd800) {
      checkCharacters(reader, at, Math.min(to, at + 2))
      if (code < 0xdc00) at += 1
    }
  }
  return isPlain ? text.slice(from, to) : normalisedValue(reader, from, to, name)
}

function normalisedValue(reader: Reader, from: number, to: number, name: string): string {
  const { text } = reader
  checkCharacters(reader, from, to)
  let value = ''
  let at = from
  while (at < to) {
    const code = text.charCodeAt(at)
    if (code === 38) {
      const reference = readReference(reader, at)
      if (reference.to > to) refuse(reader, at, 'a reference is cut off by the closing quote')
      value += reference.character ?? expandInValue(reader, reference.entity, at, name)
      at = reference.to
      continue
    }
    // CR LF is one line end.
    const isPair = code === 13 && text.charCodeAt(at + 1) === 10 && reader.origin === null
    value += code < 32 ? ' ' : text[at]
    at += isPair ? 2 : 1
  }
  return value
}

function expandInValue(reader: Reader, entity: string, at: number, name: string): string {
  const { replacement } = beginEntity(reader, entity, at)
  const origin = reader.origin ?? { from: at, to: at }
  const inner: Reader = { document: reader.document, text: replacement, at: 0, origin }
  if (replacement.includes('<'))
    refuse(reader, at, `the entity &${entity}; brings a < into the value of the attribute ${name}`)
  const value = normalisedValue(inner, 0, replacement.length, name)
  endEntity(reader)
  return value
}
