import type { SourceElement, XmlSource } from '../../xml/source/source-tree.ts'
import { sourceElements } from '../../xml/source/source-tree.ts'
import { type HeaderParts, headerOf } from '../decode/header-parts.ts'
import type { TeiUnit } from '../decode/tei-file.ts'
import { insertElement, type NewElement, writtenInline } from './insert-element.ts'
import type { SourceEdit } from './source-edits.ts'

/** The acts of correspondence into which new statements are put. */
export type Act = 'sent' | 'transmitted' | 'received'

/** New statements of a profile, gathered so that each act of correspondence, correspDesc and profileDesc are made once where they are missing. */
export interface NewStatements {
  add(act: Act, element: NewElement): void
  /** Adds an element to profileDesc. */
  addToProfile(element: NewElement): void
  edits(): readonly SourceEdit[]
}

/** Gathers new statements for a letter's correspDesc; `edits` puts them where they belong. */
export function newStatements(xml: XmlSource, unit: TeiUnit, parts: HeaderParts): NewStatements {
  const acts: Record<Act, NewElement[]> = { sent: [], transmitted: [], received: [] }
  const present: Record<Act, SourceElement | undefined> = {
    sent: parts.sent,
    transmitted: parts.transmission,
    received: parts.receipt,
  }
  const profile: NewElement[] = []
  return {
    add: (act, element) => acts[act].push(element),
    addToProfile: (element) => profile.push(element),
    edits() {
      const edits: SourceEdit[] = []
      const missing: NewElement[] = []
      for (const act of ['sent', 'transmitted', 'received'] as const) {
        const action = present[act]
        if (acts[act].length === 0) continue
        if (action) edits.push(...intoAction(xml, action, acts[act]))
        else missing.push({ name: 'correspAction', attributes: { type: act }, children: acts[act] })
      }
      const described = missing.length === 0 ? null : newActions(xml, parts, missing)
      if (described) edits.push(...described)
      else if (missing.length > 0) profile.unshift({ name: 'correspDesc', children: missing })
      return [...edits, ...intoProfile(xml, unit, profile)]
    },
  }
}

// Where an act is told in paragraphs nothing else may stand beside them.
function intoAction(
  xml: XmlSource,
  action: SourceElement,
  elements: readonly NewElement[],
): SourceEdit[] {
  const children = sourceElements(action)
  const prose = children.findLast(({ local }) => local === 'p' || local === 'ab')
  if (!prose || children.some(({ local }) => local !== 'p' && local !== 'ab'))
    return elements.map((element) => insertElement(xml, action, 'end', element))
  const text = elements.map((element) => ` ${writtenInline(prose, element)}`).join('')
  return [{ from: prose.closeFrom, to: prose.closeFrom, text }]
}

// Null where there is no correspDesc that can take them: one that is told in paragraphs cannot.
function newActions(
  xml: XmlSource,
  { correspDesc }: HeaderParts,
  actions: readonly NewElement[],
): SourceEdit[] | null {
  if (!correspDesc) return null
  const children = sourceElements(correspDesc)
  if (children.some(({ local }) => local === 'p' || local === 'ab')) return null
  const last = sourceElements(correspDesc, 'correspAction').at(-1)
  const [first] = children
  const place = last ? { after: last } : first ? { before: first } : ('end' as const)
  return actions.map((action) => insertElement(xml, correspDesc, place, action))
}

function intoProfile(xml: XmlSource, unit: TeiUnit, elements: readonly NewElement[]): SourceEdit[] {
  const header = headerOf(unit)
  if (!header || elements.length === 0) return []
  const profile = sourceElements(header, 'profileDesc')[0]
  if (profile) return elements.map((element) => insertElement(xml, profile, 'end', element))
  const made: NewElement = { name: 'profileDesc', children: elements }
  const [revisions] = sourceElements(header, 'revisionDesc')
  return [insertElement(xml, header, revisions ? { before: revisions } : 'end', made)]
}
