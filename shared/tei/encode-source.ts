import type { ArchiveReference } from '../letter/records.ts'
import { type DraftContent, el, lines, type XmlDraftElement } from '../xml/write-xml.ts'
import type { LetterEncoding } from './letter-encoding.ts'

/** Where a letter is kept: one manuscript description for each archive reference (TEI P5 11.4). */
export function encodeSource(encoding: LetterEncoding): XmlDraftElement {
  const references = encoding.letter.translation.records.header.archive?.value ?? []
  if (references.length === 0) {
    return lines('sourceDesc', {}, el('p', {}, 'No archive reference is recorded.'))
  }
  return lines(
    'sourceDesc',
    {},
    references.map((reference, index) => manuscript(encoding, reference, index)),
  )
}

const FIELDS = ['fond', 'opis', 'delo', 'leaf'] as const
const FIELD_TYPES = { fond: 'fond', opis: 'opis', delo: 'delo', leaf: 'list' } as const
const LABELS = { fond: 'F', opis: 'Op', delo: 'D', leaf: 'L' } as const

function manuscript(
  encoding: LetterEncoding,
  reference: ArchiveReference,
  index: number,
): XmlDraftElement {
  const { printed, missing } = partsInPrint(reference)
  const doubtful = (field: string): string | undefined =>
    reference.inferred?.includes(field) ? 'medium' : undefined
  const identifier = lines(
    'msIdentifier',
    {},
    reference.repository === ''
      ? undefined
      : el('repository', { cert: doubtful('repository') }, reference.repository),
    el('idno', { type: 'archive-reference' }, printed),
    missing.map((field) =>
      el('idno', { type: FIELD_TYPES[field], cert: doubtful(field) }, reference[field]),
    ),
  )
  const id = encoding.ids.of('manuscript', index === 0 ? 'ms' : `ms${index + 1}`)
  return lines('msDesc', { 'xml:id': id }, identifier, physicalForm(reference.form))
}

// Only the two forms that TEI's list knows by these names; the printed words are kept in any case.
function physicalForm(form: string): XmlDraftElement | undefined {
  if (form === '') return undefined
  const isHand = /autograph|manuscript|handwrit/i.test(form)
  const isTyped = /typewrit|typescript|typed/i.test(form)
  const value = isTyped ? 'typescript' : isHand ? 'manuscript' : undefined
  return lines('physDesc', {}, lines('objectDesc', { form: value }, el('p', {}, form)))
}

// Finds the fields one after the other in the printed reference, each with the label before it.
function partsInPrint(reference: ArchiveReference): {
  printed: DraftContent
  missing: (typeof FIELDS)[number][]
} {
  const printed: DraftContent = []
  const missing: (typeof FIELDS)[number][] = []
  let at = 0
  for (const field of FIELDS) {
    const value = reference[field]
    if (value === '') continue
    const found = findField(reference.text, at, LABELS[field], value)
    if (!found) {
      missing.push(field)
      continue
    }
    printed.push(reference.text.slice(at, found.from) || undefined)
    printed.push(
      el('idno', { type: FIELD_TYPES[field] }, reference.text.slice(found.from, found.to)),
    )
    at = found.to
  }
  printed.push(reference.text.slice(at) || undefined)
  return { printed, missing }
}

function findField(
  text: string,
  start: number,
  label: string,
  value: string,
): { from: number; to: number } | undefined {
  const literal = value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const pattern = new RegExp(
    `(?:${label}[a-z]{0,3}\\.?\\s*)?(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`,
    'iu',
  )
  const found = pattern.exec(text.slice(start))
  if (!found) return undefined
  const from = start + found.index
  return { from, to: from + found[0].length }
}
