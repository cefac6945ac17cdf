import { readArchive } from '../read-archive.ts'
import { type PageLine, readLetter } from '../read-letter.ts'
import { makeId } from '../read-page.ts'
import type { ArchiveReading, LetterReading, LineKind } from '../reading.ts'
import { compileRules } from '../rules/compile-rules.ts'
import { measureRarity, type Rarity } from '../word-rarity.ts'
import { chooseHeading, NO_HEADING } from './choose-heading.ts'
import { finishLetter } from './finish-letter.ts'
import { giveSpans } from './give-spans.ts'
import { NOT_OF_THE_PAGE, sayNoNote, sayNote } from './given-notes.ts'
import type { Given, ReviewDraft } from './review-draft.ts'

type Page = Pick<ReviewDraft, 'source' | 'lines' | 'hints' | 'rules'>

const rarities = new WeakMap<readonly PageLine[], Rarity>()

/** How rare the words of a page are, counted once for each page. */
function rarityOf({ lines }: Page): Rarity {
  const rarity = rarities.get(lines) ?? measureRarity(lines)
  rarities.set(lines, rarity)
  return rarity
}

/** Kinds that recognition is not asked about where a person said them: they hold no callouts and no notes. */
const APART: ReadonlySet<LineKind> = new Set<LineKind>(['heading', 'archive', 'separator'])

const SEPARATOR: PageLine = { line: NOT_OF_THE_PAGE, text: '_'.repeat(12), blanks: 1 }

/** The archive reference of a line that a person said is one; unread words stay in `text`. */
function archiveOf({ line, text }: PageLine): readonly ArchiveReading[] {
  const read = readArchive(text, line)?.references ?? []
  if (read.length > 0) return read
  const none = { repository: '', fond: '', opis: '', delo: '', leaf: '', form: '' }
  return [{ ...none, text: text.trim(), line }]
}

/** The lines in an order in which recognition finds notes where a person said they are: text, a separator, notes. */
function arrange(
  lines: readonly PageLine[],
  reading: LetterReading,
  kinds: ReadonlyMap<number, LineKind>,
): readonly PageLine[] | null {
  const read = new Map(reading.content.map(({ line, kind }) => [line, kind]))
  const isNote = ({ line }: PageLine) => (kinds.get(line) ?? read.get(line)) === 'note'
  const asRead = lines.every((one) => isNote(one) === (read.get(one.line) === 'note'))
  if (asRead) return null
  const notes = lines.filter(isNote)
  const body = lines.filter((one) => !isNote(one) && read.get(one.line) !== 'separator')
  // Separators as printed go with the notes: behind one that stays in the text all would look like notes.
  const printed = lines.filter((one) => !isNote(one) && read.get(one.line) === 'separator')
  if (notes.length === 0) return [...body, ...printed]
  return [...body, ...(printed.length > 0 ? printed : [SEPARATOR]), ...notes]
}

function readFree(
  page: Page,
  lines: readonly PageLine[],
  known: ReadonlySet<number>,
  given: Given,
) {
  const rules = compileRules(page.rules)
  const chosen = chooseHeading(lines, given.kinds, known, rules.headings)
  const first = chosen?.line ?? { line: NOT_OF_THE_PAGE - 1, text: '', blanks: 0 }
  const free = lines.filter((one) => {
    const kind = given.kinds.get(one.line)
    return one !== chosen?.line && (kind === undefined || !APART.has(kind))
  })
  const id = makeId(page.source, chosen?.line.line ?? lines[0]?.line ?? 0)
  const read = (under: readonly PageLine[]) =>
    readLetter(id, page.source, first, chosen?.heading ?? NO_HEADING, under, page.hints, rules, {
      rarity: rarityOf(page),
    })
  const plain = read(free)
  const arranged = arrange(free, plain, given.kinds)
  return arranged === null ? plain : read(arranged)
}

/** Puts the kinds that a person said over those that were read. */
function giveKinds(
  reading: LetterReading,
  lines: readonly PageLine[],
  kinds: ReadonlyMap<number, LineKind>,
): LetterReading {
  let now = reading
  for (const { line, kind } of reading.content) {
    const said = kinds.get(line)
    if (said === undefined || said === kind) continue
    if (said === 'note') now = sayNote(now, line)
    else if (kind === 'note') now = sayNoNote(now, line, said)
  }
  const content = now.content.map((one) => {
    const said = kinds.get(one.line)
    return said === undefined || said === one.kind ? one : { ...one, kind: said }
  })
  const read = new Set(content.map(({ line }) => line))
  const apart = lines.flatMap(({ line, text }) => {
    const kind = kinds.get(line)
    return read.has(line) || kind === undefined ? [] : [{ line, text, kind }]
  })
  const archive = now.archive.filter(({ line }) => (kinds.get(line) ?? 'archive') === 'archive')
  const said = lines
    .filter(
      ({ line }) => kinds.get(line) === 'archive' && !archive.some((one) => one.line === line),
    )
    .flatMap(archiveOf)
  return { ...now, content: [...content, ...apart], archive: [...archive, ...said] }
}

/**
 * Reads the letter that consists of these lines (non-blank, in the order of the page), with what a person decided as given facts: no
 * kind of line, span or link that was said is ever read otherwise. `known` are lines that were headings before.
 */
export function readGiven(
  page: Page,
  lines: readonly PageLine[],
  known: ReadonlySet<number>,
  given: Given,
): LetterReading {
  const read = giveKinds(readFree(page, lines, known, given), lines, given.kinds)
  return finishLetter(giveSpans(read, given.spans), lines)
}
