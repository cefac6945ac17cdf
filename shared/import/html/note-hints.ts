import type { CalloutHint, NoteHint } from '../page-text.ts'
import { attribute, breaksOf, isNote, parentOf } from './element-kinds.ts'
import type { HtmlElement } from './parse-html.ts'
import type { ElementRange, WalkedPage } from './walk-page.ts'

interface Link {
  readonly range: ElementRange
  readonly target: ElementRange
}

interface FoundNote {
  readonly key: string
  readonly holder: ElementRange
  /** First and last line, 0-based. */
  first: number
  last: number
  n: string | null
}

interface FoundNotes {
  readonly byElement: Map<HtmlElement, FoundNote>
  readonly holders: Set<HtmlElement>
  readonly keys: Set<string>
}

const MARK =
  /^[\s[({]*((?:note|прим\.?|n\.?|сноска)?\s*(?:\d{1,4}|\*{1,5}|[†‡§¶]|[a-zа-я]|[ivxlc]{1,6}))[\s\])}.:]*$/iu
const PLAIN_MARK = /^[\s[({]*(\d{1,3}|\*{1,5}|[†‡])[\s\])}.]*$/u
const NOTE_START = /^[\s[({]*(\d{1,4}|\*{1,5}|[†‡§¶]|[a-zа-я](?=[\])}.]))/iu

const isBefore = (a: ElementRange['from'], b: ElementRange['from']): boolean =>
  a.line < b.line || (a.line === b.line && a.column < b.column)

/** The printed characters of a range that stays in one line. */
function textOf(page: WalkedPage, { from, to }: ElementRange): string | null {
  return from.line === to.line ? (page.lines[from.line] ?? '').slice(from.column, to.column) : null
}

function idsOf(page: WalkedPage): Map<string, ElementRange> {
  const ids = new Map<string, ElementRange>()
  for (const range of page.ranges.values())
    for (const name of ['id', 'name']) {
      const id = attribute(range.element, name)
      if (id !== undefined && id !== '' && !ids.has(id)) ids.set(id, range)
    }
  return ids
}

/** The part of an address behind `#`, as written and as meant. */
function fragmentsOf(address: string): string[] {
  const at = address.indexOf('#')
  if (at < 0) return []
  const written = address.slice(at + 1)
  try {
    return [written, decodeURIComponent(written)]
  } catch {
    return [written]
  }
}

function linksOf(page: WalkedPage): Link[] {
  const ids = idsOf(page)
  const links: Link[] = []
  for (const range of page.ranges.values()) {
    if (range.element.tagName !== 'a') continue
    const target = fragmentsOf(attribute(range.element, 'href') ?? '')
      .map((id) => ids.get(id))
      .find((found) => found !== undefined)
    if (target !== undefined) links.push({ range, target })
  }
  return links
}

/** The block that a target stands in: the item, cell, note or paragraph; a paragraph alone in one of these gives way to it. */
function holderOf(page: WalkedPage, target: ElementRange): ElementRange {
  let block: HtmlElement | null = target.element
  while (block !== null && breaksOf(block) === 0 && !/^(td|th)$/.test(block.tagName))
    block = parentOf(block)
  if (block === null) return target
  const outer = parentOf(block)
  const taken =
    outer !== null && !isNote(block) && (/^(li|dd|tr|aside)$/.test(outer.tagName) || isNote(outer))
      ? outer
      : block
  return page.ranges.get(taken) ?? target
}

const numberIn = (mark: string): string => mark.replace(/^(note|прим\.?|n\.?|сноска)\s*/iu, '')

/** Whether a link leads to a note: the note says so, begins with the same mark, or leads back. */
function isCallout(
  page: WalkedPage,
  { range, target }: Link,
  mark: string,
  back: ReadonlySet<HtmlElement>,
): boolean {
  const holder = holderOf(page, target)
  if (/^h[1-6]$/.test(holder.element.tagName)) return false
  if (isInside(range, holder) || isBefore(target.from, range.from)) {
    if (!isNote(holder.element) || isInside(range, holder)) return false
  }
  if (isNote(holder.element)) return true
  const start = NOTE_START.exec((page.lines[target.from.line] ?? '').slice(target.from.column))?.[1]
  const whole = NOTE_START.exec(page.lines[holder.from.line] ?? '')?.[1]
  const n = numberIn(mark).toLowerCase()
  return start?.toLowerCase() === n || whole?.toLowerCase() === n || back.has(holder.element)
}

const isInside = (inner: ElementRange, outer: ElementRange): boolean =>
  !isBefore(inner.from, outer.from) && !isBefore(outer.to, inner.to)

/** The blocks from which a link leads back to where one came from. */
function backLinked(page: WalkedPage, links: readonly Link[]): Set<HtmlElement> {
  const back = new Set<HtmlElement>()
  for (const { range, target } of links)
    if (isBefore(target.from, range.from)) back.add(holderOf(page, range).element)
  return back
}

function calloutAt(
  page: WalkedPage,
  range: ElementRange,
  pattern: RegExp,
): Omit<CalloutHint, 'target'> | null {
  const text = textOf(page, range)
  const mark = text === null ? undefined : pattern.exec(text)?.[1]
  if (text === null || mark === undefined) return null
  const n = numberIn(mark)
  const from = range.from.column + text.lastIndexOf(n)
  return { line: range.from.line + 1, from, to: from + n.length, n }
}

/** What the format says of notes and of the marks that call them; lines are 1-based. */
export function findNoteHints(page: WalkedPage): {
  callouts: CalloutHint[]
  notes: NoteHint[]
} {
  const links = linksOf(page)
  const back = backLinked(page, links)
  const notes: FoundNotes = { byElement: new Map(), holders: new Set(), keys: new Set() }
  const callouts: CalloutHint[] = []
  const taken = new Set<string>()
  const keep = (callout: CalloutHint): void => {
    const place = `${callout.line}:${callout.from}`
    if (!taken.has(place)) callouts.push(callout)
    taken.add(place)
  }
  for (const link of links) {
    const found = calloutAt(page, link.range, MARK)
    if (found === null || !isCallout(page, link, found.n, back)) continue
    const note = addNote(page, notes, link.target, found.n)
    keep({ ...found, target: note.key })
  }
  const marked = new Set(page.notes.map(({ element }) => element))
  for (const range of page.notes) {
    const outer = parentOf(range.element)
    if (outer === null || !marked.has(outer)) addNote(page, notes, range, null)
  }
  const hints = toHints(page, [...notes.byElement.values()])
  const noteLines = new Set(hints.flatMap(({ lines }) => lines))
  for (const range of page.ranges.values()) {
    if (range.element.tagName !== 'sup' || noteLines.has(range.from.line + 1)) continue
    const found = calloutAt(page, range, PLAIN_MARK)
    if (found !== null) keep({ ...found, target: null })
  }
  callouts.sort((a, b) => a.line - b.line || a.from - b.from)
  const known = new Set(hints.map(({ key }) => key))
  const linked = callouts.map((one) =>
    one.target === null || known.has(one.target) ? one : { ...one, target: null },
  )
  return { callouts: linked, notes: hints }
}

function addNote(
  page: WalkedPage,
  notes: FoundNotes,
  target: ElementRange,
  n: string | null,
): FoundNote {
  const holder = isNote(target.element) ? target : holderOf(page, target)
  const own = holder === target || isNote(holder.element) ? holder.element : target.element
  const known = notes.byElement.get(own)
  if (known !== undefined) return known
  const shared = notes.holders.has(holder.element)
  const name = attribute(target.element, 'id') ?? attribute(target.element, 'name') ?? ''
  const key = name === '' || notes.keys.has(name) ? `note-${notes.byElement.size + 1}` : name
  notes.keys.add(key)
  const note: FoundNote = {
    key,
    holder,
    first: shared ? target.from.line : Math.min(holder.from.line, target.from.line),
    last: holder.to.line,
    n,
  }
  notes.holders.add(holder.element)
  notes.byElement.set(own, note)
  return note
}

/** Notes in one block end where the next begins; the number is that in the line, else that of the mark. */
function toHints(page: WalkedPage, notes: FoundNote[]): NoteHint[] {
  notes.sort((a, b) => a.first - b.first)
  return notes.flatMap((note, index) => {
    const next = notes[index + 1]
    const last = next === undefined ? note.last : Math.min(note.last, next.first - 1)
    const lines: number[] = []
    for (let line = note.first; line <= last; line++)
      if ((page.lines[line] ?? '').trim() !== '') lines.push(line + 1)
    if (lines.length === 0) return []
    const printed = NOTE_START.exec(page.lines[note.first] ?? '')?.[1] ?? note.n
    return [{ key: note.key, lines, n: printed }]
  })
}
