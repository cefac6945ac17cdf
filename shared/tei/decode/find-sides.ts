import {
  type SourceElement,
  sourceAttribute,
  sourceElements,
  sourcePath,
} from '../../xml/source/source-tree.ts'
import { teiName } from './element-kinds.ts'
import type { TeiUnit } from './tei-file.ts'

/**
 * Where the two texts of a letter stand. Without an original all of the text is the translation's side: the letter as it is.
 * Else the translation's side is everything but the original, and `translation` names its own part of it.
 */
export interface Sides {
  readonly translation: readonly SourceElement[]
  readonly original: readonly SourceElement[]
}

const ORIGINAL = /^(original|source|transcription|transcript|diplomatic|orig)$/i
const TRANSLATION = /^(translation|translated|trans)$/i
const PARTS: ReadonlySet<string> = new Set([
  'text',
  'group',
  'body',
  'front',
  'back',
  'div',
  'div1',
  'div2',
  'floatingText',
])

/** Finds original and translation by `@type` of divisions or texts, else by two parts in two languages of which one is said to correspond to the other. */
export function findSides(unit: TeiUnit): Sides {
  const parts: SourceElement[] = []
  for (const text of sourceElements(unit.tei, 'text')) collectParts(text, parts)
  const typed = (pattern: RegExp) =>
    outermost(parts.filter((part) => pattern.test(sourceAttribute(part, 'type') ?? '')))
  const translation = typed(TRANSLATION)
  const original = translation.length > 0 ? typed(ORIGINAL) : []
  if (original.length > 0) return { translation, original }
  return byLanguage(parts) ?? { translation, original: [] }
}

function collectParts(element: SourceElement, parts: SourceElement[]): void {
  parts.push(element)
  for (const child of element.children)
    if (child.type === 'element' && PARTS.has(teiName(child))) collectParts(child, parts)
}

function outermost(parts: readonly SourceElement[]): SourceElement[] {
  return parts.filter((part) => !parts.some((other) => other !== part && isWithin(part, other)))
}

function isWithin(element: SourceElement, around: SourceElement): boolean {
  for (let at: SourceElement | null = element; at; at = at.parent) if (at === around) return true
  return false
}

function byLanguage(parts: readonly SourceElement[]): Sides | null {
  for (const part of parts) {
    const inner = part.children.filter(
      (child): child is SourceElement => child.type === 'element' && PARTS.has(teiName(child)),
    )
    const [one, other] = inner.filter((child) => sourceAttribute(child, 'xml:lang') !== undefined)
    if (inner.length !== 2 || !one || !other || baseOf(one) === baseOf(other)) continue
    if (isTranslationOf(other, one)) return { translation: [other], original: [one] }
    if (isTranslationOf(one, other)) return { translation: [one], original: [other] }
  }
  return null
}

function baseOf(element: SourceElement): string {
  return (sourceAttribute(element, 'xml:lang') ?? '').split('-')[0]!.toLowerCase()
}

function isTranslationOf(one: SourceElement, other: SourceElement): boolean {
  if ((sourceAttribute(one, 'xml:lang') ?? '').includes('-t-')) return true
  const id = sourceAttribute(other, 'xml:id')
  return id !== undefined && (sourceAttribute(one, 'corresp') ?? '').split(/\s+/).includes(`#${id}`)
}

/** The language of a part of a letter as a BCP 47 tag; '' where the file does not say it. */
export function languageOf(unit: TeiUnit, part: SourceElement | undefined): string {
  const start = part ?? innermostText(unit)
  for (let at: SourceElement | null = start; at; at = at.parent) {
    const lang = sourceAttribute(at, 'xml:lang')
    if (lang !== undefined && at !== unit.tei) return known(lang)
    if (at === unit.tei) break
  }
  const usage = sourcePath(unit.tei, 'teiHeader', 'profileDesc', 'langUsage')
  const languages = usage ? sourceElements(usage, 'language') : []
  const only = languages.length === 1 ? sourceAttribute(languages[0]!, 'ident') : undefined
  return known(sourceAttribute(unit.tei, 'xml:lang') ?? only ?? '')
}

function known(lang: string): string {
  return lang === 'und' ? '' : lang
}

function innermostText(unit: TeiUnit): SourceElement {
  let at = sourcePath(unit.tei, 'text', 'body') ?? unit.tei
  for (;;) {
    const divisions = at.children.filter(
      (child): child is SourceElement => child.type === 'element' && PARTS.has(teiName(child)),
    )
    if (divisions.length !== 1) return at
    at = divisions[0]!
  }
}
