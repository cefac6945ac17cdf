import type { SourceAttribute, SourceElement, XmlSource } from '../../xml/source/source-tree.ts'
import { type ReadableUnit, readableUnits } from '../decode/header-text.ts'

/** A replacement in a source: `from`..`to` (UTF-16 offsets) become `text`. Several insertions at one place keep their order. */
export interface SourceEdit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Thrown where a change would fall on markup that comes out of an entity: it stands in the source once, for all its places. */
export class FromEntity extends Error {
  constructor(name: string) {
    super(`the element ${name} comes out of an entity of the document type declaration`)
  }
}

/** The source with the edits made; they may come in any order and must not overlap (a RangeError). */
export function applyEdits(source: string, edits: readonly SourceEdit[]): string {
  const sorted = edits
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => a.from - b.from || a.to - b.to || a.order - b.order)
  const parts: string[] = []
  let at = 0
  for (const { from, to, text } of sorted) {
    if (from < at) throw new RangeError(`Two changes overlap at ${from}`)
    parts.push(source.slice(at, from), text)
    at = to
  }
  parts.push(source.slice(at))
  return parts.join('')
}

/** Text as it stands between tags. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(']]>', ']]&gt;')
    .replaceAll('\r', '&#13;')
}

/** A value as it stands between quotes of this kind. */
export function escapeValue(value: string, quote: string): string {
  const escaped = value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
  return quote === "'" ? escaped.replaceAll("'", '&apos;') : escaped.replaceAll('"', '&quot;')
}

/** Sets an attribute by its name as written, takes it away where the value is undefined; nothing where it has that value. Throws FromEntity. */
export function setAttribute(
  { source }: XmlSource,
  element: SourceElement,
  name: string,
  value: string | undefined,
): SourceEdit[] {
  if (element.expanded) throw new FromEntity(element.name)
  const found = element.attributes.find((attribute) => attribute.name === name)
  if (found?.value === value) return []
  if (!found) return [newAttribute(element, name, value ?? '')]
  if (value === undefined) return [{ from: spaceBefore(source, found), to: found.to, text: '' }]
  const text = escapeValue(value, source[found.valueTo] ?? '"')
  return [{ from: found.valueFrom, to: found.valueTo, text }]
}

function newAttribute(element: SourceElement, name: string, value: string): SourceEdit {
  const at = element.attributes.reduce(
    (end, attribute) => Math.max(end, attribute.to),
    element.from + 1 + element.name.length,
  )
  return { from: at, to: at, text: ` ${name}="${escapeValue(value, '"')}"` }
}

function spaceBefore(source: string, attribute: SourceAttribute): number {
  let at = attribute.from
  while (/[\t\n\r ]/.test(source[at - 1] ?? '')) at--
  return at
}

/**
 * Makes `text` the readable text of an element by the smallest replacement: what is the same at the beginning and at the end
 * stays as it is written, elements within stay too. Characters of an entity's text go as a whole.
 * Throws FromEntity where the element itself comes out of one.
 */
export function setText({ source }: XmlSource, element: SourceElement, text: string): SourceEdit[] {
  if (element.expanded) throw new FromEntity(element.name)
  const units = readableUnits(element)
  const old = units.map(({ unit }) => unit).join('')
  if (old === text) return []
  if (units.length === 0) return [fillElement(source, element, escapeText(text))]
  const [start, end] = changedRange(units, old, text)
  const added = text.slice(start, text.length - (old.length - end))
  const removed = rangesOf(units.slice(start, end))
  const [first, ...rest] = removed
  if (first) {
    const inserted = { ...first, text: written(added, first.isCdata) }
    return [inserted, ...rest.map((range) => ({ ...range, text: '' }))].map(toEdit)
  }
  const before = units[start - 1]
  const neighbour = before?.node ? before : units[start]
  const at = (neighbour === before ? before?.to : neighbour?.from) ?? element.openTo
  return [{ from: at, to: at, text: written(added, neighbour?.node?.isCdata ?? false) }]
}

/** Puts content (markup as it is) into an element that has none, between its tags or making an end tag for it. */
export function fillElement(source: string, element: SourceElement, content: string): SourceEdit {
  const { openTo, name } = element
  if (source[openTo - 2] === '/' && element.to === openTo) {
    return { from: openTo - 2, to: openTo, text: `>${content}</${name}>` }
  }
  return { from: openTo, to: openTo, text: content }
}

function toEdit({ from, to, text }: SourceEdit): SourceEdit {
  return { from, to, text }
}

function written(text: string, isCdata: boolean): string {
  return isCdata ? text.replaceAll(']]>', ']]]]><![CDATA[>') : escapeText(text)
}

function changedRange(
  units: readonly ReadableUnit[],
  old: string,
  text: string,
): readonly [number, number] {
  const most = Math.min(old.length, text.length)
  let start = 0
  while (start < most && old[start] === text[start]) start++
  let kept = 0
  while (kept < most - start && old.at(-1 - kept) === text.at(-1 - kept)) kept++
  let end = old.length - kept
  // Never through a reference or a pair of surrogates.
  while (start > 0 && isOneThing(units[start - 1], units[start])) start--
  while (end < units.length && end > 0 && isOneThing(units[end - 1], units[end])) end++
  return [start, end]
}

function isOneThing(left: ReadableUnit | undefined, right: ReadableUnit | undefined): boolean {
  if (!left?.node || !right?.node) return false
  return left.from === right.from || /[\uD800-\uDBFF]/.test(left.unit)
}

interface Range {
  readonly from: number
  readonly to: number
  readonly isCdata: boolean
}

function rangesOf(units: readonly ReadableUnit[]): Range[] {
  const ranges: Range[] = []
  for (const { from, to, node } of units) {
    if (!node || from === to) continue
    const last = ranges.at(-1)
    if (last && from <= last.to) ranges[ranges.length - 1] = { ...last, to: Math.max(to, last.to) }
    else ranges.push({ from, to, isCdata: node.isCdata })
  }
  return ranges
}
