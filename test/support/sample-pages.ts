import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { PairText } from '../../shared/import/languages/pair-text.ts'
import type { BlockKind } from '../../shared/letter/machine-text.ts'
import type { ArchiveReference, DateValue, Party } from '../../shared/letter/records.ts'

interface SampleBlock {
  readonly id: string
  readonly kind: BlockKind
  readonly text: string
}

interface SampleLetter {
  readonly id: string
  readonly title: string
  readonly senders: readonly Party[]
  readonly recipients: readonly Party[]
  readonly date: DateValue
  readonly archive: readonly ArchiveReference[]
  readonly translation: { readonly blocks: readonly SampleBlock[] }
  readonly original: { readonly blocks: readonly SampleBlock[] }
  readonly callouts: readonly {
    readonly block: string
    readonly from: number
    readonly to: number
  }[]
}

const FILE = path.resolve(import.meta.dirname, '../../resources/sample/edition.json')
const LETTERS = (JSON.parse(readFileSync(FILE, 'utf8')) as { letters: readonly SampleLetter[] })
  .letters

/** The letters of the sample edition whose original is not theirs: those of two telegrams are exchanged there on purpose. */
const EXCHANGED = [5, 6] as const

/** What a Russian edition would print over each original of the sample, in the order of its letters. */
const RUSSIAN_HEADINGS = [
  'Желнина — новому редактору. 2 января 1934 г.',
  'Верхов — Ладыгину. До 9 мая 1934 г.',
  'Ладыгин, Торпов — Верхову. 3 июня 1934 г.',
  'Верхов — Ладыгину. 4 июня 1934 г.',
  'Кузнецов — Торпову. 19 июля 1934 г.',
  'Ладыгин — Чубарину. 14 августа 1934 г.',
  'Торпов — Щеголеву. 14 августа 1934 г.',
  'Верхов — Ладыгину. 14 сентября 1934 г.',
  'Ладыгин, Торпов — Верхову. 16 сентября 1934 г.',
  'Чубарин — Ладыгину. После 20 октября 1934 г.',
  'Щеголев — Торпову. Декабрь 1934 г.',
  'Ладыгин — Верхову, Торпову. 1 марта 1935 г.',
]

/** One letter of the sample edition in both languages, its true original beside it. */
export interface SamplePair {
  readonly id: string
  readonly translation: PairText
  readonly original: PairText
  /** The lines of the original under a Russian heading, as a page would print them. */
  readonly russianPage: string
  readonly englishPage: string
}

/** The letters of the sample edition with their true originals; the originals say nothing but their text (no heading, date or parties). */
export function samplePairs(): readonly SamplePair[] {
  return LETTERS.map((letter, at): SamplePair => {
    const from = EXCHANGED.find((other) => other !== at && EXCHANGED.includes(at as 5))
    const { blocks } = (LETTERS[from ?? at] ?? letter).original
    const lines = letter.translation.blocks.map(({ kind, text, id }) => ({
      kind,
      text: letter.callouts
        .filter(({ block }) => block === id)
        .reduce((left, mark) => blank(left, mark), text),
    }))
    const { id, title, date, archive } = letter
    const senders = letter.senders.map(({ text }) => text)
    const recipients = letter.recipients.map(({ text }) => text)
    return {
      id,
      translation: { id, heading: title, senders, recipients, date, archive, lines },
      original: {
        id,
        heading: '',
        senders: [],
        recipients: [],
        date: null,
        archive: [],
        lines: blocks.filter(({ kind }) => kind !== 'archive' && kind !== 'heading'),
      },
      russianPage: [RUSSIAN_HEADINGS[at] ?? '', ...blocks.map(({ text }) => text)].join('\n\n'),
      englishPage: letter.translation.blocks.map(({ text }) => text).join('\n\n'),
    }
  })
}

function blank(text: string, { from, to }: { readonly from: number; readonly to: number }): string {
  return text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)
}
