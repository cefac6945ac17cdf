import { nameAt, type QualifiedName } from './name-table.ts'
import { beginEntity, endEntity, readReference } from './read-reference.ts'
import { checkName, resolveNames } from './resolve-names.ts'
import {
  addNode,
  checkCharacters,
  NOTHING,
  nextIndex,
  type OpenElement,
  type Reader,
  refuse,
  type Unfinished,
} from './source-reader.ts'
import type { SourceAttribute, SourceElement } from './source-tree.ts'
import { behindSpace } from './xml-characters.ts'

/** How deep elements may be nested. */
const DEPTH = 256

/**
 * Reads a start tag or an empty-element tag at the reader's place, leaves the reader behind it and adds the element to those of
 * its parent. Gives it where it is open now, null where it is complete.
 */
export function readStartTag(reader: Reader, outer: OpenElement | null): OpenElement | null {
  const from = reader.at
  const { text, origin, document } = reader
  const name = nameAt(document.names, text, from + 1)
  if (name === null) refuse(reader, from, 'a < that begins no tag: write &lt;')
  const depth = outer === null ? 1 : outer.depth + 1
  if (depth > DEPTH) refuse(reader, from, `elements are nested deeper than ${DEPTH}`)
  const nameTo = from + 1 + name.text.length
  const isBare = text.charCodeAt(nameTo) === 62
  const attributes = isBare ? NOTHING.attributes : readAttributes(reader, nameTo, name.text)
  let at = isBare ? nameTo : reader.at
  const isEmpty = text.charCodeAt(at) === 47
  if (isEmpty) at += 1
  if (text.charCodeAt(at) !== 62) refuse(reader, from, `the tag <${name.text} is not closed by >`)
  reader.at = at + 1
  checkName(reader, name, from)
  const around = outer === null ? null : outer.scope
  const { ns, scope } = resolveNames(reader, from, name.prefix, attributes, around)
  const to = origin ? origin.to : at + 1
  const element: Unfinished<SourceElement> = {
    type: 'element',
    name: name.text,
    prefix: name.prefix,
    local: name.local,
    ns,
    parent: outer === null ? null : outer.element,
    index: nextIndex(reader, outer),
    attributes,
    children: NOTHING.children,
    from: origin ? origin.from : from,
    openTo: to,
    closeFrom: isEmpty ? to : -1,
    to,
    expanded: origin !== null,
  }
  addNode(reader, element)
  return isEmpty ? null : { element, outer, depth, scope, first: document.count }
}

// Leaves the reader at what ends the tag.
function readAttributes(reader: Reader, nameTo: number, tag: string): readonly SourceAttribute[] {
  const { text } = reader
  const attributes: Unfinished<SourceAttribute>[] = []
  let at = nameTo
  for (;;) {
    const next = behindSpace(text, at)
    const code = text.charCodeAt(next)
    if (code === 62 || code === 47 || next >= text.length) {
      reader.at = next
      break
    }
    if (next === at)
      refuse(reader, at, `in the tag <${tag}> something stands that cannot stand there`)
    at = readAttribute(reader, next, tag, attributes)
  }
  return attributes.length === 0 ? NOTHING.attributes : attributes
}

function readAttribute(
  reader: Reader,
  from: number,
  tag: string,
  attributes: SourceAttribute[],
): number {
  const { text, origin, document } = reader
  const name = nameAt(document.names, text, from)
  if (name === null)
    refuse(reader, from, `in the tag <${tag}> something stands that is no attribute`)
  const nameTo = from + name.text.length
  const equals = behindSpace(text, nameTo)
  if (text.charCodeAt(equals) !== 61)
    refuse(reader, from, `the attribute ${name.text} has no value`)
  const open = behindSpace(text, equals + 1)
  const quote = text.charCodeAt(open)
  if (quote !== 34 && quote !== 39)
    refuse(reader, open, `the value of the attribute ${name.text} does not stand in quotes`)
  const plain = endOfPlainValue(text, open + 1, quote)
  const isPlain = text.charCodeAt(plain) === quote
  const close = isPlain ? plain : endOfValue(reader, open, quote, name)
  const value = isPlain
    ? text.slice(open + 1, close)
    : attributeValue(reader, open + 1, close, name.text)
  checkName(reader, name, from)
  attributes.push({
    name: name.text,
    prefix: name.prefix,
    local: name.local,
    ns: '',
    value,
    from: origin ? origin.from : from,
    valueFrom: origin ? origin.from : open + 1,
    valueTo: origin ? origin.to : close,
    to: origin ? origin.to : close + 1,
  })
  return close + 1
}

// Behind the characters that mean themselves in every value.
function endOfPlainValue(text: string, from: number, quote: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    const isPlain = code > 60 ? code < 0xd800 : code >= 32 && code < 60 && code !== 38
    if (!isPlain || code === quote) return at
    at += 1
  }
}

function endOfValue(reader: Reader, open: number, quote: number, name: QualifiedName): number {
  const close = reader.text.indexOf(quote === 34 ? '"' : "'", open + 1)
  if (close === -1)
    refuse(reader, open, `the value of the attribute ${name.text} has no closing quote`)
  return close
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
