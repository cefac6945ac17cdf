import { readArchive } from '../../import/read-archive.ts'
import type { ArchiveReference } from '../../letter/records.ts'
import { type SourceElement, sourceElements, type XmlSource } from '../../xml/source/source-tree.ts'
import { ARCHIVE_FIELDS, type ArchiveField, type ArchivePart } from '../decode/header-archive.ts'
import { readableText } from '../decode/header-text.ts'
import {
  type InsertPlace,
  insertElement,
  type NewElement,
  removeElement,
} from './insert-element.ts'
import { type SourceEdit, setText } from './source-edits.ts'

const TYPES = { fond: 'fond', opis: 'opis', delo: 'delo', leaf: 'list' } as const

/** Changes the archive references of a header from what they were to what they are: a number within its idno, a new reference as a manuscript description of its own. */
export function archiveEdits(
  xml: XmlSource,
  header: SourceElement,
  parts: readonly ArchivePart[],
  now: readonly ArchiveReference[],
): SourceEdit[] {
  const kept = matchParts(parts, now)
  const edits = parts.flatMap((part, i) => {
    const reference = kept[i]
    return reference ? referenceEdits(xml, part, reference) : removal(xml, part)
  })
  const added = now.filter((reference) => !kept.includes(reference))
  return [...edits, ...additions(xml, header, parts, added)]
}

// What stands in the list as it was stays with its part; the rest follows in order.
function matchParts(
  parts: readonly ArchivePart[],
  now: readonly ArchiveReference[],
): (ArchiveReference | undefined)[] {
  const isSame = (part: ArchivePart, reference: ArchiveReference) =>
    [...ARCHIVE_FIELDS, 'repository' as const, 'text' as const].every(
      (field) => part.value[field] === reference[field],
    )
  const left = now.filter((reference) => !parts.some((part) => isSame(part, reference)))
  if (now.length === parts.length) return [...now]
  return parts.map((part) => now.find((one) => isSame(part, one)) ?? left.shift())
}

function referenceEdits(xml: XmlSource, part: ArchivePart, now: ArchiveReference): SourceEdit[] {
  const { value: then, whole } = part
  const edits: SourceEdit[] = []
  if (then.repository !== now.repository) edits.push(...repositoryEdits(xml, part, now.repository))
  if (then.form !== now.form) edits.push(...formEdits(xml, part, now.form))
  if (whole && then.text !== now.text && now.text !== '' && readableText(whole) === then.text)
    return [...edits, ...setText(xml, whole, now.text)]
  const changed = ARCHIVE_FIELDS.filter((field) => then[field] !== now[field])
  return [...edits, ...fieldEdits(xml, part, now, changed)]
}

function fieldEdits(
  xml: XmlSource,
  part: ArchivePart,
  now: ArchiveReference,
  changed: readonly ArchiveField[],
): SourceEdit[] {
  const typed = changed.flatMap((field) => {
    const element = part.fields[field]
    return element ? numberEdits(xml, element, part.value[field], now[field]) : []
  })
  const others = changed.filter((field) => !part.fields[field])
  const { whole } = part
  let words = whole ? readableText(whole) : ''
  const missing: ArchiveField[] = []
  for (const field of others) {
    const replaced = replaceNumber(words, field, part.value[field], now[field])
    if (replaced !== undefined) words = replaced
    else if (now[field] !== '') missing.push(field)
  }
  const cited = whole && others.length > 0 ? setText(xml, whole, words) : []
  const isTyped = Object.keys(part.fields).length > 0
  // An alternative identifier holds a single idno: all goes into its words.
  if (missing.length > 0 && part.holder.local === 'altIdentifier')
    return [...typed, ...citation(xml, part, now)]
  const fields = missing.length > 0 && !isTyped ? ARCHIVE_FIELDS : missing
  return [...typed, ...cited, ...newNumbers(xml, part, now, fields)]
}

const CITED = { fond: 'F.', opis: 'Op.', delo: 'D.', leaf: 'L.' } as const

function citation(
  xml: XmlSource,
  { holder, whole }: ArchivePart,
  now: ArchiveReference,
): SourceEdit[] {
  const text = ARCHIVE_FIELDS.filter((field) => now[field] !== '')
    .map((field) => `${CITED[field]} ${now[field]}`)
    .join('. ')
  if (whole) return setText(xml, whole, text)
  return [insertElement(xml, holder, 'end', { name: 'idno', text })]
}

function numberEdits(
  xml: XmlSource,
  element: SourceElement,
  old: string,
  fresh: string,
): SourceEdit[] {
  if (fresh === '') return [removeElement(xml, element)]
  return setText(xml, element, swap(readableText(element), old, fresh))
}

function newNumbers(
  xml: XmlSource,
  { holder }: ArchivePart,
  now: ArchiveReference,
  fields: readonly ArchiveField[],
): SourceEdit[] {
  if (!/Identifier$/.test(holder.local)) return []
  const place = behind(holder, ['idno', 'collection', 'repository', 'institution'])
  return fields
    .filter((field) => now[field] !== '')
    .map((field) => insertElement(xml, holder, place, numberElement(field, now)))
}

function numberElement(field: ArchiveField, reference: ArchiveReference): NewElement {
  return { name: 'idno', attributes: { type: TYPES[field] }, text: reference[field] }
}

function swap(text: string, old: string, fresh: string): string {
  const at = old === '' ? -1 : text.lastIndexOf(old)
  return at < 0 ? fresh : text.slice(0, at) + fresh + text.slice(at + old.length)
}

const LABELS = { fond: 'FФ', opis: 'OОi', delo: 'DД', leaf: 'LЛpf' } as const

// The number behind its label, in a reference that is one string.
function replaceNumber(
  text: string,
  field: ArchiveField,
  old: string,
  fresh: string,
): string | undefined {
  if (old === '' || fresh === '') return undefined
  const literal = old.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const pattern = new RegExp(
    `([${LABELS[field]}]\\p{L}{0,4}\\.?\\s*)${literal}(?![\\p{L}\\p{N}])`,
    'iu',
  )
  return pattern.test(text) ? text.replace(pattern, (_, label: string) => label + fresh) : undefined
}

function repositoryEdits(xml: XmlSource, part: ArchivePart, name: string): SourceEdit[] {
  if (part.repository) {
    return name === '' ? [removeElement(xml, part.repository)] : setText(xml, part.repository, name)
  }
  if (!part.holder.local.endsWith('Identifier')) {
    const { value, whole } = part
    if (!whole || value.repository === '') return []
    return setText(xml, whole, readableText(whole).replace(value.repository, name))
  }
  const empty = sourceElements(part.holder, 'repository')[0]
  if (empty) return setText(xml, empty, name)
  const later = sourceElements(part.holder).find(({ local }) =>
    ['collection', 'idno', 'altIdentifier', 'msName', 'msFrag'].includes(local),
  )
  const place: InsertPlace = later ? { before: later } : 'end'
  return [insertElement(xml, part.holder, place, { name: 'repository', text: name })]
}

function formEdits(xml: XmlSource, part: ArchivePart, form: string): SourceEdit[] {
  if (part.form) return setText(xml, part.form, form)
  const description = part.holder.parent
  if (form === '' || description?.local !== 'msDesc') return []
  const said: NewElement = { name: 'p', text: form }
  const object: NewElement = { name: 'objectDesc', children: [said] }
  const [physical] = sourceElements(description, 'physDesc')
  if (physical) {
    // Beside a description in parts the words stand before them (TEI P5 11.7).
    const [first] = sourceElements(physical)
    const isDescribed = sourceElements(physical, 'objectDesc').length > 0
    const place: InsertPlace = first ? { before: first } : 'end'
    return [insertElement(xml, physical, place, isDescribed ? said : object)]
  }
  const place = behind(description, ['msContents', 'head', 'msIdentifier'])
  return [insertElement(xml, description, place, { name: 'physDesc', children: [object] })]
}

function removal(xml: XmlSource, { holder }: ArchivePart): SourceEdit[] {
  if (holder.local === 'altIdentifier') return [removeElement(xml, holder)]
  const description = holder.parent
  if (description?.local !== 'msDesc' || !description.parent) return []
  if (sourceElements(description.parent).length > 1) return [removeElement(xml, description)]
  const { prefix } = description
  const name = prefix === '' ? 'p' : `${prefix}:p`
  return [{ from: description.from, to: description.to, text: `<${name}/>` }]
}

function additions(
  xml: XmlSource,
  header: SourceElement,
  parts: readonly ArchivePart[],
  added: readonly ArchiveReference[],
): SourceEdit[] {
  if (added.length === 0) return []
  const described = parts
    .map(({ holder }) => holder.parent)
    .filter((one) => one?.local === 'msDesc')
  const last = described.at(-1)
  const made = added.map(manuscript)
  if (last?.parent) {
    const { parent } = last
    return made.map((element) => insertElement(xml, parent, { after: last }, element))
  }
  const file = sourceElements(header, 'fileDesc')[0]
  const source = file && sourceElements(file, 'sourceDesc').at(-1)
  if (!file) return []
  // Paragraphs and descriptions may not stand together; sourceDesc may be there twice.
  const place: InsertPlace = source ? { after: source } : 'end'
  return [insertElement(xml, file, place, { name: 'sourceDesc', children: made })]
}

function manuscript(reference: ArchiveReference): NewElement {
  const { repository, text, form } = reference
  const numbers = ARCHIVE_FIELDS.filter((field) => reference[field] !== '')
  const idnos: NewElement[] =
    numbers.length > 0 && !saysAll(reference)
      ? numbers.map((field) => numberElement(field, reference))
      : [{ name: 'idno', attributes: { type: 'archive-reference' }, text }]
  const keeper: NewElement[] = repository === '' ? [] : [{ name: 'repository', text: repository }]
  const physical: NewElement[] =
    form === ''
      ? []
      : [
          {
            name: 'physDesc',
            children: [{ name: 'objectDesc', children: [{ name: 'p', text: form }] }],
          },
        ]
  const identifier: NewElement = { name: 'msIdentifier', children: [...keeper, ...idnos] }
  return { name: 'msDesc', children: [identifier, ...physical] }
}

// Words that are read again as they are meant need no elements for their parts.
function saysAll(reference: ArchiveReference): boolean {
  const read = readArchive(`Archive: ${reference.text}`, 0)?.references[0]
  return (
    reference.text !== '' && ARCHIVE_FIELDS.every((field) => read?.[field] === reference[field])
  )
}

function behind(holder: SourceElement, locals: readonly string[]): InsertPlace {
  for (const local of locals) {
    const last = sourceElements(holder, local).at(-1)
    if (last) return { after: last }
  }
  const [first] = sourceElements(holder)
  return first ? { before: first } : 'end'
}
