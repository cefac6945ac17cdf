import { type Dice, fill, makeTopic, type Tongue, type Topic } from './note-words.ts'

/** How often marks are printed in each style. */
export const STYLES = {
  plain: 30,
  superscript: 2,
  bracketed: 2,
  starred: 1.4,
  parenthesised: 1,
  closed: 0.7,
  lettered: 0.7,
  pointed: 2,
}
/** How marks are printed. */
export type Style = keyof typeof STYLES
/** Where the notes of a letter stand: under it, between its paragraphs, at the end of the page. */
export type Layout = 'block' | 'between' | 'end'
type Kind = 'topic' | 'answer' | 'bare' | 'foot'

/** A note to be printed. */
export interface NotePlan {
  readonly kind: Kind
  readonly topic: Topic
  readonly text: readonly string[]
  /** The number it has in print, before any damage. */
  readonly k: number
  readonly absent: boolean
}

/** A letter to be printed, with the ways in which it is harmed. */
export interface LetterPlan {
  readonly dice: Dice
  readonly tongue: Tongue
  readonly style: Style
  readonly layout: Layout
  /** How often a note loses its number, and how much worse than usual the letter is. */
  readonly lost: number
  readonly harm: number
  readonly notes: readonly NotePlan[]
  /** Lines of the text in their order, with ⟦index⟧ where a note is called. */
  readonly body: readonly string[]
}

/** Picks a key by its weight. */
export function pickWeighted<K extends string>(
  dice: Dice,
  weights: Readonly<Record<K, number>>,
): K {
  const keys = Object.keys(weights) as K[]
  const bag = keys.flatMap((key) => new Array<K>(Math.round(weights[key] * 10)).fill(key))
  return dice.pick(bag)
}

/** A topic of which another tells: each of its words the same or not. */
function blurTopic(dice: Dice, topic: Topic, other: Topic): Topic {
  return {
    name: dice.chance(0.7) ? topic.name : other.name,
    place: dice.chance(0.7) ? topic.place : other.place,
    noun: dice.chance(0.7) ? topic.noun : other.noun,
  }
}

/** Plans a note but for its number. */
function planNote(dice: Dice, tongue: Tongue, isLast: boolean): Omit<NotePlan, 'k' | 'absent'> {
  const roll = dice.number(1, 100)
  const atFoot = isLast && dice.chance(0.4)
  const kind: Kind = atFoot ? 'foot' : roll <= 60 ? 'topic' : roll <= 75 ? 'answer' : 'bare'
  const topic = makeTopic(dice, tongue)
  const told = blurTopic(dice, topic, makeTopic(dice, tongue))
  const { notes, answerNotes, bareNotes, footNotes, more } = tongue
  const lists = { topic: notes, answer: answerNotes, bare: bareNotes, foot: footNotes }
  const further = dice.chance(0.07) ? dice.number(1, 2) : 0
  const text = [dice.pick(lists[kind])]
  while (text.length <= further) text.push(dice.pick(more))
  return { kind, topic, text: text.map((one) => fill(one, dice, tongue, told)) }
}

function planNotes(dice: Dice, tongue: Tongue, count: number, first: number): NotePlan[] {
  const restart = count > 2 && dice.chance(0.03) ? dice.number(2, count - 1) : count
  return Array.from({ length: count }, (_, index): NotePlan => {
    const note = planNote(dice, tongue, index === count - 1)
    const k = (index < restart ? index : index - restart) + first
    return { ...note, k, absent: count > 1 && dice.chance(0.01) }
  })
}

/** Where a note is called in a planned line. */
export const mark = (index: number): string => `⟦${index}⟧`

function anchorSentence(
  dice: Dice,
  tongue: Tongue,
  { kind, topic }: NotePlan,
  index: number,
): string {
  if (kind === 'answer') return `${dice.pick(tongue.asks)}${mark(index)}.`
  const sentence = fill(dice.pick(tongue.about), dice, tongue, topic)
  const roll = dice.number(1, 100)
  if (roll <= 70) return `${sentence}${mark(index)}.`
  const at = sentence.indexOf(roll <= 85 ? topic.name : topic.noun)
  if (at < 0) return `${sentence}${mark(index)}.`
  const end = at + (roll <= 85 ? topic.name : topic.noun).length
  return `${sentence.slice(0, end)}${mark(index)}${sentence.slice(end)}.`
}

function fillerSentence(dice: Dice, tongue: Tongue): string {
  const list = dice.chance(0.4) ? tongue.numbers : tongue.about
  return `${fill(dice.pick(list), dice, tongue, makeTopic(dice, tongue))}.`
}

type Called = 'foot' | 'head' | 'name' | 'text'

/** Where a note is called. */
function chooseCalled(dice: Dice, notes: readonly NotePlan[], index: number): Called {
  const kind = notes[index]?.kind
  const next = notes[index + 1]?.kind
  const isBare = kind === 'bare'
  const onHead = index === 0 && isBare && dice.chance(0.1)
  const nearEnd = index >= notes.length - 2 && isBare && next !== 'topic'
  const onName = nearEnd && dice.chance(0.15)
  if (kind === 'foot') return 'foot'
  if (onHead) return 'head'
  return onName && next !== 'answer' && next !== 'bare' ? 'name' : 'text'
}

function cutParagraphs(dice: Dice, flow: string[]): string[] {
  const paragraphs: string[] = []
  const isPointed = dice.chance(0.3)
  while (flow.length > 0) {
    const point = isPointed ? `${paragraphs.length + 1}) ` : ''
    paragraphs.push(point + flow.splice(0, dice.number(1, 4)).join(' '))
  }
  return paragraphs
}

const endWith = (line: string | undefined, index: number): string =>
  `${line?.replace(/[.!]?$/, '')}${mark(index)}.`

/** The paragraphs of a letter; the notes on its head and foot are called in the lines around them. */
function planBody(dice: Dice, tongue: Tongue, notes: readonly NotePlan[]): string[] {
  const flow: string[] = []
  const fillOne = (list: readonly string[]): string =>
    fill(dice.pick(list), dice, tongue, makeTopic(dice, tongue))
  const head: string[] = [fillOne(tongue.openers)]
  const foot: string[] = [fillOne(tongue.closers)]
  const number = dice.pick(['№ {n}/ш.', '#{n}', 'No. {n}.', 'Nr {n}/sh'])
  if (dice.chance(0.4)) foot.push(fill(number, dice, tongue, makeTopic(dice, tongue)))
  const date = dice.pick(['/X-33', '/VIII - 31', '.X.33', '/IX-34'])
  const hasDate = dice.chance(0.5)
  let dateLine = `${dice.number(1, 30)}${date}`
  const write = {
    foot: (index: number) => {
      dateLine += mark(index)
    },
    head: (index: number) => {
      head[0] = endWith(head[0], index)
    },
    name: (index: number) => {
      foot[0] = endWith(foot[0], index)
    },
    text: (index: number, note: NotePlan) => {
      for (let left = dice.number(0, 3); left > 0; left--) flow.push(fillerSentence(dice, tongue))
      flow.push(anchorSentence(dice, tongue, note, index))
    },
  }
  for (const [index, note] of notes.entries()) write[chooseCalled(dice, notes, index)](index, note)
  for (let left = dice.number(1, 3); left > 0; left--) flow.push(fillerSentence(dice, tongue))
  const paragraphs = cutParagraphs(dice, flow)
  if (hasDate || notes.at(-1)?.kind === 'foot') foot.push(dateLine)
  return [...head, ...paragraphs, ...foot]
}

const COUNTS = [0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6, 7, 9, 12]

/** Plans a letter; its notes are numbered from `first`. */
export function planLetter(
  dice: Dice,
  tongue: Tongue,
  style: Style,
  layout: Layout,
  first: number,
): LetterPlan {
  const notes = planNotes(dice, tongue, dice.pick(COUNTS), first)
  const certain = layout !== 'block' || style !== 'plain'
  const lost = certain ? 0 : dice.pick([0, 0, 0, 0.1, 0.3, 0.5])
  const harm = dice.pick([0.3, 1, 1, 1, 2])
  return { dice, tongue, style, layout, lost, harm, notes, body: planBody(dice, tongue, notes) }
}
