import type { DateValue } from '../../letter/records.ts'
import { type SourceElement, sourceAttribute } from '../../xml/source/source-tree.ts'
import { w3cMoment } from '../w3c-date.ts'
import { descendants } from './header-parts.ts'
import { readableText } from './header-text.ts'

/** The attributes that date something (TEI P5 14.4.2), in the order in which they are looked at. */
export const DATING = ['when', 'notBefore', 'notAfter', 'from', 'to'] as const

/** The date that an element states: its dating attributes that are W3C dates (`@value` in TEI P4), its words, and whether part of it is supplied. An element without words reads as its attributes say. */
export function dateOf(element: SourceElement): DateValue {
  const dating = datingOf(element)
  const text = readableText(element) || Object.values(dating).join(' – ')
  return { ...dating, text, supplied: isSupplied(element, text) }
}

/** The dating attributes of an element that are W3C dates; where `@when` is one the others are left out. */
export function datingOf(element: SourceElement): Pick<DateValue, (typeof DATING)[number]> {
  const found: Partial<Record<(typeof DATING)[number], string>> = {}
  for (const name of DATING) {
    const value = sourceAttribute(element, name)
    const moment = value === undefined ? undefined : w3cMoment(value)
    if (moment !== undefined) found[name] = moment
  }
  const older = sourceAttribute(element, 'value')
  const when = found.when ?? (older === undefined ? undefined : w3cMoment(older))
  return when === undefined ? found : { when }
}

/** The confidence (0–1) that `@cert` gives a value; `stated` where it says nothing. */
export function confidenceOf(element: SourceElement, stated: number): number {
  const said = CONFIDENCE[sourceAttribute(element, 'cert') ?? '']
  return said === undefined ? stated : Math.min(said, stated)
}

const CONFIDENCE: Readonly<Record<string, number>> = { high: 1, medium: 0.7, low: 0.4 }

function isSupplied(element: SourceElement, text: string): boolean {
  if (sourceAttribute(element, 'evidence') === 'internal') return true
  return /\[[^\]]*\]/.test(text) || descendants(element, 'supplied').length > 0
}
