import type {
  DateReading,
  FoundSpan,
  LetterReading,
  LineKind,
  LineReading,
  PageReading,
} from './reading.ts'

/** A printed line of the text; `kind` says what it is, so that a consumer can leave archive lines and separators aside. */
export interface ParagraphJson {
  readonly line: number
  readonly text: string
  readonly kind: LineKind
}

/** Where a note is called: `paragraph` is 0-based into the letter's paragraphs, `offset` in UTF-16 units of that text at the first printed character of the mark. */
export interface CalloutJson {
  readonly paragraph: number
  readonly offset: number
  readonly quote: string
}

/** A note: `text` without its printed number, `paragraphs` with it. */
export interface NoteJson {
  readonly n: string | null
  readonly line: number
  readonly text: string
  readonly paragraphs: readonly { readonly line: number; readonly text: string }[]
  readonly callout: CalloutJson | null
  readonly confidence: number
}

/** A found span: `text` as printed from `from` to `to` (UTF-16 units of its line, 1-based), `value` what it means. */
export interface FindJson extends FoundSpan {
  readonly text: string
}

/** A letter as `epistula letters --json` prints it. */
export interface LetterJson {
  readonly id: string
  readonly source: string
  readonly lines: readonly [number, number]
  readonly line: number
  readonly heading: string
  readonly senders: readonly string[]
  readonly recipients: readonly string[]
  readonly date: Omit<DateReading, 'confidence'> | null
  readonly archive: readonly {
    readonly repository: string
    readonly fond: string
    readonly opis: string
    readonly delo: string
    readonly leaf: string
    readonly form: string
    readonly text: string
    readonly inferred?: readonly string[]
  }[]
  readonly paragraphs: readonly ParagraphJson[]
  readonly notes: readonly NoteJson[]
  readonly language: string
  readonly finds: readonly FindJson[]
  readonly problems: readonly {
    readonly code: string
    readonly message: string
    readonly line: number
  }[]
}

/** A page as `epistula letters --json` prints it. */
export interface PageJson {
  readonly letters: readonly LetterJson[]
  readonly outside: readonly {
    readonly line: number
    readonly text: string
    readonly kind: string
  }[]
}

/** The characters before a mark that its quotation shows. */
const QUOTED = 20

const withoutNumber = ({ text, number }: LineReading): string =>
  (number === undefined ? text : text.slice(number.to)).replace(/^[\s.)\]]+(?=\S)/, '').trim()

/** A mark in the heading has no paragraph: null there, and the letter's problems name it. */
function toCalloutJson(
  letter: LetterReading,
  index: number | null,
  paragraphs: readonly ParagraphJson[],
): CalloutJson | null {
  const callout = index === null ? undefined : letter.callouts[index]
  if (callout === undefined) return null
  const paragraph = paragraphs.findIndex(({ line }) => line === callout.line)
  const text = paragraphs[paragraph]?.text
  if (text === undefined) return null
  const quote = text.slice(Math.max(0, callout.from - QUOTED), callout.to)
  return { paragraph, offset: callout.from, quote }
}

function toNotesJson(letter: LetterReading, paragraphs: readonly ParagraphJson[]): NoteJson[] {
  return letter.notes.map(({ n, callout, confidence }, index) => {
    const lines = letter.content.filter(({ note }) => note === index)
    return {
      n,
      line: lines[0]?.line ?? letter.line,
      text: lines.map((line, at) => (at === 0 ? withoutNumber(line) : line.text.trim())).join('\n'),
      paragraphs: lines.map(({ line, text }) => ({ line, text })),
      callout: toCalloutJson(letter, callout, paragraphs),
      confidence,
    }
  })
}

function toFindsJson({ content, finds }: LetterReading): FindJson[] {
  const textOf = new Map(content.map(({ line, text }) => [line, text]))
  return finds.map((find) => {
    return { ...find, text: textOf.get(find.line)?.slice(find.from, find.to) ?? '' }
  })
}

function toLetterJson(letter: LetterReading): LetterJson {
  const paragraphs = letter.content
    .filter(({ kind }) => kind !== 'heading' && kind !== 'note')
    .map(({ line, text, kind }) => ({ line, text, kind }))
  const { id, source, lines, line, heading, senders, recipients, problems } = letter
  return {
    id,
    source,
    lines,
    line,
    heading,
    senders,
    recipients,
    date: letter.date === null ? null : withoutConfidence(letter.date),
    archive: letter.archive.map(({ line: _line, ...reference }) => reference),
    paragraphs,
    notes: toNotesJson(letter, paragraphs),
    language: letter.language,
    finds: toFindsJson(letter),
    problems,
  }
}

function withoutConfidence({ confidence: _confidence, ...date }: DateReading): LetterJson['date'] {
  return date
}

/** The reading of a page in the shape of `epistula letters --json`; offsets are those of the reading, in UTF-16 units. */
export function toJson(reading: PageReading): PageJson {
  return { letters: reading.letters.map(toLetterJson), outside: reading.outside }
}
