import { readArchive } from '../../import/read-archive.ts'
import type { ArchiveReference } from '../../letter/records.ts'
import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
} from '../../xml/source/source-tree.ts'
import { descendants } from './header-parts.ts'
import { readableText } from './header-text.ts'

/** The fields of an archive reference that have a number. */
export const ARCHIVE_FIELDS = ['fond', 'opis', 'delo', 'leaf'] as const
export type ArchiveField = (typeof ARCHIVE_FIELDS)[number]

/** An archive reference with the elements that hold its parts; `whole` holds the printed reference, `fields` those parts that have one of their own. */
export interface ArchivePart {
  readonly value: ArchiveReference
  readonly confidence: number
  /** msIdentifier, altIdentifier or their like: what repository and idno are put into. */
  readonly holder: SourceElement
  readonly repository: SourceElement | undefined
  readonly whole: SourceElement | undefined
  readonly fields: Readonly<Partial<Record<ArchiveField, SourceElement>>>
  readonly form: SourceElement | undefined
}

/** Where a letter is kept: each manuscript description and alternative identifier; else what older forms and prose in sourceDesc say in an archive's own way of citing. */
export function archiveParts(header: SourceElement): readonly ArchivePart[] {
  const sources = descendants(header, 'sourceDesc')
  const described = sources.flatMap((source) => descendants(source, 'msDesc', 'msDescription'))
  const parts = described.flatMap(manuscriptParts)
  if (parts.length > 0) return parts
  const older = sources.flatMap((source) => descendants(source, 'letIdentifier'))
  if (older.length > 0) return older.flatMap((holder) => partOf(holder, undefined))
  return sources.flatMap(citedIn)
}

/** The number in a field, without the label before it: `F. 901` is 901, `L. 7–8 rev.` is `7–8 rev.`. */
export function withoutLabel(text: string): string {
  return text
    .replace(/^\p{L}{1,10}\.?\s+(?=\S)|^\p{L}{1,3}\.(?=\d)/u, '')
    .replace(/[,;]$|(?<=\d)\.$/, '')
}

function manuscriptParts(description: SourceElement): ArchivePart[] {
  const identifier = sourceElements(description, 'msIdentifier')[0]
  if (!identifier) return []
  const others = sourceElements(identifier, 'altIdentifier')
  const form = formOf(description)
  return [
    ...partOf(identifier, form),
    ...others.flatMap((other) => partOf(other, undefined, identifier)),
  ]
}

const TYPES: Readonly<Record<string, ArchiveField>> = {
  fond: 'fond',
  fonds: 'fond',
  opis: 'opis',
  inventory: 'opis',
  delo: 'delo',
  file: 'delo',
  list: 'leaf',
  leaf: 'leaf',
  folio: 'leaf',
}

function partOf(
  holder: SourceElement,
  form: SourceElement | undefined,
  main?: SourceElement,
): ArchivePart[] {
  const repository = keeperOf(holder)
  const keeper = repository ?? (main && keeperOf(main))
  const idnos = sourceElements(holder, 'idno').filter((idno) => readableText(idno) !== '')
  const collections = sourceElements(holder, 'collection').map(readableText).filter(Boolean)
  if (!repository && idnos.length === 0) return []
  const fields = fieldsOf(idnos)
  const whole = idnos.length === 1 ? idnos[0] : undefined
  const text = [...collections, ...idnos.map(readableText)].join(
    collections.length > 0 ? ', ' : ' ',
  )
  const typed = Object.keys(fields).length > 0
  const read = typed ? undefined : readArchive(`Archive: ${text}`, 0)?.references[0]
  const value: ArchiveReference = {
    repository: keeper ? readableText(keeper) : '',
    fond: numberOf(fields.fond) ?? read?.fond ?? '',
    opis: numberOf(fields.opis) ?? read?.opis ?? '',
    delo: numberOf(fields.delo) ?? read?.delo ?? '',
    leaf: numberOf(fields.leaf) ?? read?.leaf ?? '',
    form: form ? readableText(form) : '',
    text,
  }
  return [{ value, confidence: read ? 0.8 : 1, holder, repository, whole, fields, form }]
}

function keeperOf(holder: SourceElement): SourceElement | undefined {
  return ['repository', 'institution']
    .flatMap((local) => sourceElements(holder, local))
    .find((keeper) => readableText(keeper) !== '')
}

function fieldsOf(idnos: readonly SourceElement[]): ArchivePart['fields'] {
  const fields: Partial<Record<ArchiveField, SourceElement>> = {}
  for (const idno of idnos.flatMap((one) => [one, ...descendants(one, 'idno')])) {
    const field = TYPES[(sourceAttribute(idno, 'type') ?? '').toLowerCase()]
    if (field) fields[field] ??= idno
  }
  return fields
}

function numberOf(element: SourceElement | undefined): string | undefined {
  return element && withoutLabel(readableText(element))
}

function formOf(description: SourceElement): SourceElement | undefined {
  const physical = sourceElements(description, 'physDesc')[0]
  const object = physical && sourceElements(physical, 'objectDesc')[0]
  const holders = [object, physical].filter((one) => one !== undefined)
  return holders
    .flatMap((holder) => sourceElements(holder, 'p'))
    .find((said) => readableText(said) !== '')
}

// Prose is taken for a reference only where it cites as archives do, with a fond and a file.
function citedIn(source: SourceElement): ArchivePart[] {
  const prose = sourceElements(source).filter(({ local }) => ['p', 'ab', 'bibl'].includes(local))
  return prose.flatMap((block) => {
    const read = readArchive(`Archive: ${readableText(block)}`, 0)?.references ?? []
    return read
      .filter(({ fond, delo }) => fond !== '' && delo !== '')
      .map(({ line: _line, ...value }): ArchivePart => {
        const none = { repository: undefined, fields: {}, form: undefined }
        return { value, confidence: 0.6, holder: block, whole: block, ...none }
      })
  })
}
