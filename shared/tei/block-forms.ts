import type { BlockKind } from '../letter/machine-text.ts'
import type { Paragraph } from './text-parts.ts'

/** The element that a paragraph becomes. `ab` names the paragraph's kind in `@type`. */
export type BlockForm = 'p' | 'head' | 'opener' | 'closer' | 'postscript' | 'fw' | 'ab'

/**
 * The elements of the paragraphs of a `div`, one for each (TEI P5, content model of `div`): headings, archive lines and
 * openers at the top, closers, postscripts and archive lines at the bottom behind some text, separators anywhere; elsewhere
 * such a line is an `ab`, and so is one that an editor broke, for TEI has no parts of an `opener`.
 */
export function blockForms(paragraphs: readonly Paragraph[]): BlockForm[] {
  const isText = (paragraph: Paragraph, kinds: ReadonlySet<string>): boolean =>
    paragraph.note === undefined && (paragraph.breaks.length > 0 || !kinds.has(paragraph.kind))
  const firstText = paragraphs.findIndex((paragraph) => isText(paragraph, TOP))
  const lastText = paragraphs.findLastIndex((paragraph) => isText(paragraph, BOTTOM))
  const topEnd = firstText === -1 ? paragraphs.length : firstText
  // Without any text before it nothing can close a div.
  const bottomStart = lastText < topEnd ? paragraphs.length : lastText + 1
  return paragraphs.map((paragraph, index) => {
    if (paragraph.note !== undefined || paragraph.kind === 'paragraph') return 'p'
    if (paragraph.breaks.length > 0) return 'ab'
    const place = index < topEnd ? 'top' : index < bottomStart ? 'middle' : 'bottom'
    return FORMS[place][paragraph.kind] ?? 'ab'
  })
}

const FORMS: Readonly<Record<'top' | 'middle' | 'bottom', Partial<Record<BlockKind, BlockForm>>>> =
  {
    top: { heading: 'head', archive: 'opener', opener: 'opener', separator: 'fw' },
    middle: { separator: 'fw' },
    bottom: { closer: 'closer', archive: 'closer', postscript: 'postscript', separator: 'fw' },
  }
const TOP: ReadonlySet<string> = new Set(Object.keys(FORMS.top))
const BOTTOM: ReadonlySet<string> = new Set(Object.keys(FORMS.bottom))
