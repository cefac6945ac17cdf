import { showIllegal } from '../clean-text.ts'
import type { DecodeNote } from '../decode-page.ts'
import type { LineHint, PageHints } from '../page-text.ts'
import { findNoteHints } from './note-hints.ts'
import { parseHtml } from './parse-html.ts'
import { unpackViewSource } from './view-source.ts'
import { type ElementRange, type WalkedPage, walkPage } from './walk-page.ts'

/** The text of a page with what its markup says, or why it is refused. */
export type HtmlText =
  | {
      readonly ok: true
      readonly text: string
      readonly hints: PageHints
      readonly notes: readonly DecodeNote[]
    }
  | { readonly ok: false; readonly message: string }

function hintLines(
  page: WalkedPage,
  { from, to }: ElementRange,
  hint: Omit<LineHint, 'line'>,
): LineHint[] {
  const hints: LineHint[] = []
  for (let line = from.line; line <= to.line; line++)
    if ((page.lines[line] ?? '').trim() !== '') hints.push({ line: line + 1, ...hint })
  return hints
}

/** The ranges that lie in no other: nested blocks would name their lines again and again. */
function outermost<T>(all: readonly T[], rangeOf: (one: T) => ElementRange): T[] {
  const sorted = [...all].sort((one, other) => {
    const [a, b] = [rangeOf(one), rangeOf(other)]
    return a.from.line - b.from.line || b.to.line - a.to.line
  })
  let last = -1
  return sorted.filter((one) => {
    const { to } = rangeOf(one)
    if (to.line <= last) return false
    last = to.line
    return true
  })
}

/** Only the lines where an item begins are items. */
function firstLine(page: WalkedPage, range: ElementRange, hint: Omit<LineHint, 'line'>) {
  return hintLines(page, { ...range, to: { ...range.from } }, hint)
}

function hintsOf(page: WalkedPage): PageHints {
  const { callouts, notes } = findNoteHints(page)
  const lines = [
    ...outermost(page.headings, ({ range }) => range).flatMap(({ range, level }) =>
      hintLines(page, range, { kind: 'heading', level }),
    ),
    ...page.items.flatMap(({ range, level }) =>
      firstLine(page, range, { kind: 'list-item', level }),
    ),
    ...outermost(page.quotations, (range) => range).flatMap((range) =>
      hintLines(page, range, { kind: 'quotation' }),
    ),
    ...outermost(page.navigation, (range) => range).flatMap((range) =>
      hintLines(page, range, { kind: 'navigation' }),
    ),
    ...notes.flatMap((note) => note.lines.map((line): LineHint => ({ line, kind: 'note' }))),
  ]
  const seen = new Set<string>()
  const once = lines.filter(({ line, kind }) => {
    const key = `${line} ${kind}`
    return !seen.has(key) && seen.add(key)
  })
  once.sort((a, b) => a.line - b.line)
  return { lines: once, callouts, notes }
}

function notesOf({ counts }: WalkedPage): DecodeNote[] {
  const notes: DecodeNote[] = []
  const note = (code: DecodeNote['code'], count: number, message: string): void => {
    if (count > 0) notes.push({ code, count, message })
  }
  const left = counts.images + counts.frames + counts.hidden
  note(
    'left-out',
    left,
    `Left out: ${counts.images} images, ${counts.frames} frames, ${counts.hidden} parts that the page hides.`,
  )
  note(
    'numbers-made',
    counts.numbers,
    `${counts.numbers} numbers of list items stand in the text as browsers print them.`,
  )
  note('converted', counts.rules, `${counts.rules} drawn lines are rows of underscores.`)
  return notes
}

/**
 * The text of an HTML page as a browser without scripts prints it: one line for each block or line break, white space collapsed, no-break
 * spaces kept; headings, lists, quotations, navigation, callouts and notes as hints. Scripts, styles and hidden parts are never read.
 */
export function htmlToText(html: string): HtmlText {
  const parsed = parseHtml(html)
  if (!parsed.ok) return parsed
  const inner = unpackViewSource(parsed.document)
  if (inner !== null) {
    const read = htmlToText(inner)
    const message = 'The file shows the source of a page; the page itself was read.'
    return read.ok
      ? { ...read, notes: [{ code: 'view-source', message, count: 1 }, ...read.notes] }
      : read
  }
  const page = walkPage(parsed.document)
  const shown = showIllegal(page.lines.join('\n'))
  const hints = hintsOf(page)
  return { ok: true, text: shown.text, hints, notes: [...notesOf(page), ...shown.notes] }
}
