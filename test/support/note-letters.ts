import {
  type Layout,
  type LetterPlan,
  type NotePlan,
  pickWeighted,
  planLetter,
  STYLES,
  type Style,
} from './note-plan.ts'
import { writeLine, writeNote } from './note-print.ts'
import { type Dice, ENGLISH, makeDice, RUSSIAN, seeded, type Tongue } from './note-words.ts'

/** A note as planted: its number as printed, null where it was lost, and its lines in the page (1-based). */
export interface PlantedNote {
  readonly n: string | null
  readonly lines: readonly number[]
}

/** A mark as planted, UTF-16 units of its line; `note` is an index into the letter's notes, null where the note is not in the page. */
export interface PlantedMark {
  readonly line: number
  readonly from: number
  readonly to: number
  readonly note: number | null
  readonly damage: string
}

/** An invented letter: the line of its heading, its notes, the marks in its text, and what was done to it. */
export interface PlantedLetter {
  readonly line: number
  readonly notes: readonly PlantedNote[]
  readonly marks: readonly PlantedMark[]
  readonly traits: string
}

/** An invented page with all that is to be found in it. */
export interface PlantedPage {
  readonly text: string
  readonly letters: readonly PlantedLetter[]
}

const SEPARATORS = { ________________: 55, '': 28, '-----': 8, '* * *': 2, heading: 7 }

interface Writer {
  readonly lines: string[]
}

const put = ({ lines }: Writer, text: string): number => lines.push(text, '') - 1

function putNote(writer: Writer, plan: LetterPlan, note: NotePlan): PlantedNote | null {
  if (note.absent) return null
  const [n, first] = writeNote(plan, note)
  return { n, lines: [put(writer, first), ...note.text.slice(1).map((text) => put(writer, text))] }
}

/** Marks whose note is among the first `end` and has not been printed yet belong between the paragraphs. */
function putBetween(
  writer: Writer,
  plan: LetterPlan,
  notes: Map<number, PlantedNote>,
  called: readonly number[],
): void {
  if (called.length === 0) return
  if (plan.dice.chance(0.5)) put(writer, '__________')
  for (const index of called) {
    const note = plan.notes[index]
    const printed = note === undefined ? null : putNote(writer, plan, note)
    if (printed !== null) notes.set(index, printed)
  }
}

interface Draft {
  readonly plan: LetterPlan
  readonly line: number
  readonly marks: PlantedMark[]
  readonly notes: Map<number, PlantedNote>
}

function writeBody(writer: Writer, plan: LetterPlan): Draft {
  const { dice, tongue, layout } = plan
  // No two letters of a page have one heading: the first would be taken for a title.
  const day = (writer.lines.length % 27) + 1
  const year = 1920 + (Math.floor(writer.lines.length / 27) % 20)
  const heading =
    tongue.lang === 'ru'
      ? `Торпов – Ладыгину ${day} июня ${year} г.`
      : `Ladygin to Torpov September ${day}, ${year}`
  const line = put(writer, heading)
  if (dice.chance(0.6))
    put(
      writer,
      tongue.lang === 'ru'
        ? 'Архив: РГАСПИ Ф. 613. Оп. 11. Д. 207. Л. 4. Автограф.'
        : 'Archive: TsGAN F. 613. Op. 11. D. 207. L. 4. Holograph.',
    )
  const draft: Draft = { plan, line, marks: [], notes: new Map() }
  const last = plan.body.length - 1
  plan.body.forEach((planned, at) => {
    const { text, marks } = writeLine(plan, planned)
    const here = put(writer, text)
    draft.marks.push(...marks.map((one) => ({ ...one, line: here })))
    const called = [...planned.matchAll(/⟦(\d+)⟧/g)].map((found) => Number(found[1]))
    if (layout === 'between' && at < last) putBetween(writer, plan, draft.notes, called)
  })
  return draft
}

function putSeparator(writer: Writer, { dice, tongue }: LetterPlan): void {
  const separator = pickWeighted(dice, SEPARATORS)
  if (separator === 'heading') put(writer, dice.pick(tongue.headings))
  else if (separator !== '') put(writer, separator)
  else if (dice.chance(0.5)) writer.lines.push('')
}

function writeNotes(writer: Writer, { plan, notes }: Draft): void {
  plan.notes.forEach((note, index) => {
    if (notes.has(index)) return
    const printed = putNote(writer, plan, note)
    if (printed !== null) notes.set(index, printed)
  })
}

function finish({ plan, line, marks, notes }: Draft): PlantedLetter {
  const order = [...notes.keys()].sort(
    (a, b) => (notes.get(a)?.lines[0] ?? 0) - (notes.get(b)?.lines[0] ?? 0),
  )
  const indexOf = new Map(order.map((planned, index) => [planned, index]))
  return {
    line,
    notes: order.flatMap((index) => notes.get(index) ?? []),
    marks: marks.map((one) => ({
      ...one,
      note: one.note === null ? null : (indexOf.get(one.note) ?? null),
    })),
    traits: `${plan.tongue.lang} ${plan.style} ${plan.layout}${plan.lost > 0.2 ? ' lost' : ''}`,
  }
}

/** How a page is printed: where its notes stand, whether their numbers run on through it. */
interface PagePlan {
  readonly dice: Dice
  readonly tongue: Tongue
  readonly atEnd: boolean
  readonly runs: boolean
}

function writeLetter(writer: Writer, { dice, tongue, atEnd }: PagePlan, first: number): Draft {
  const layout: Layout = atEnd ? 'end' : dice.chance(0.04) ? 'between' : 'block'
  const style: Style = atEnd ? 'plain' : pickWeighted(dice, STYLES)
  const plan = planLetter(dice, tongue, style, layout, first)
  const draft = writeBody(writer, plan)
  if (layout === 'block' && plan.notes.some(({ absent }) => !absent)) putSeparator(writer, plan)
  if (layout !== 'end') writeNotes(writer, draft)
  return draft
}

/** An invented page of letters with notes, harmed in every way that machines and prints harm them; the same seed gives the same page. */
export function makeNotePage(seed: number, count = 5): PlantedPage {
  const dice = makeDice(seeded(seed))
  const tongue = dice.chance(0.2) ? RUSSIAN : ENGLISH
  const page: PagePlan = { dice, tongue, atEnd: dice.chance(0.04), runs: dice.chance(0.7) }
  const writer: Writer = { lines: [] }
  const drafts: Draft[] = []
  let first = 1
  while (drafts.length < count) {
    const draft = writeLetter(writer, page, first)
    if (page.atEnd && page.runs) first += draft.plan.notes.length
    drafts.push(draft)
  }
  if (page.atEnd) {
    put(writer, dice.pick(tongue.headings))
    for (const draft of drafts) writeNotes(writer, draft)
  }
  return { text: writer.lines.join('\n'), letters: drafts.map(finish) }
}
