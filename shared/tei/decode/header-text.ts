import {
  placeInSource,
  type SourceElement,
  type SourceText,
  sourceElements,
} from '../../xml/source/source-tree.ts'

/** A code unit of the readable text of an element; `from`..`to` is where it stands in the source, nowhere (equal) for a space that a line break stands for. */
export interface ReadableUnit {
  readonly unit: string
  readonly from: number
  readonly to: number
  /** The run of characters it belongs to; null for a line break. */
  readonly node: SourceText | null
}

const SPACE = /[\t\n\r ]/

/** The text of a header's element as one reads it: white space collapsed and trimmed, a line break a space; each code unit with its place. */
export function readableUnits(element: SourceElement): readonly ReadableUnit[] {
  const units: ReadableUnit[] = []
  collect(element, units)
  while (units.at(-1)?.unit === ' ') units.pop()
  return units
}

/** The readable text of an element alone. */
export function readableText(element: SourceElement): string {
  return readableUnits(element)
    .map(({ unit }) => unit)
    .join('')
}

function collect(element: SourceElement, units: ReadableUnit[]): void {
  for (const child of element.children) {
    if (child.type === 'text') collectText(child, units)
    if (child.type !== 'element' || isOtherReading(child)) continue
    const breaks = child.local === 'lb' && !child.attributes.some(isUnbroken)
    if (breaks) pushSpace(units, { unit: ' ', from: child.from, to: child.from, node: null })
    else collect(child, units)
  }
}

const EDITED: Readonly<Record<string, string>> = {
  sic: 'corr',
  orig: 'reg',
  abbr: 'expan',
  rdg: 'lem',
}

// Of two readings the edited one is read; a note in a name or title is none of its words.
function isOtherReading({ local, parent }: SourceElement): boolean {
  if (local === 'note') return parent?.local !== 'correspAction'
  if (parent?.local !== 'choice' && parent?.local !== 'app') return false
  const edited = EDITED[local]
  return edited !== undefined && sourceElements(parent, edited).length > 0
}

function isUnbroken({ name, value }: { name: string; value: string }): boolean {
  return name === 'break' && value === 'no'
}

function collectText(node: SourceText, units: ReadableUnit[]): void {
  for (let i = 0; i < node.text.length; i++) {
    const unit = node.text[i]!
    const from = node.expanded ? node.from : placeInSource(node, i)
    const place = { from, to: node.expanded ? node.to : placeInSource(node, i + 1), node }
    if (SPACE.test(unit)) pushSpace(units, { unit: ' ', ...place })
    else units.push({ unit, ...place })
  }
}

// A run of white space is one space that covers all of it, as far as it stands in one piece.
function pushSpace(units: ReadableUnit[], space: ReadableUnit): void {
  const last = units.at(-1)
  if (last === undefined) return
  if (last.unit !== ' ') units.push(space)
  else if (last.node === space.node && last.to === space.from)
    units[units.length - 1] = { ...last, to: space.to }
}
