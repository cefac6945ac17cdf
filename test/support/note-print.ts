import { type LetterPlan, mark, type NotePlan, type Style } from './note-plan.ts'
import type { Dice } from './note-words.ts'

const SUPER = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The mark of the k-th note in a style, without what brackets it. */
function writeMark(style: Style, k: number): string {
  if (style === 'superscript')
    return String(k).replace(/\d/g, (digit) => SUPER[Number(digit)] ?? '')
  if (style === 'starred') return '*'.repeat(1 + ((k - 1) % 3))
  if (style === 'lettered') return String.fromCharCode(96 + Math.min(k, 26))
  return String(k)
}

const BRACKETS: Readonly<Record<Style, readonly [string, string, string, string]>> = {
  // In the text before and behind, before and behind at the note.
  plain: ['', '', '', ' '],
  superscript: ['', '', '', ' '],
  bracketed: ['[', ']', '[', '] '],
  starred: ['', '', '', ' '],
  parenthesised: ['(', ')', '(', ') '],
  closed: ['', ')', '', ') '],
  lettered: ['[', ']', '[', '] '],
  pointed: ['', '', '', '. '],
}

interface Printed {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly damage: string
}

/** What comes between a word and a mark, and between the mark and what follows. */
function spaceMark(dice: Dice, style: Style, after: string): readonly [string, string, string] {
  const stop = /^[.,]/.test(after)
  if (style === 'plain' || style === 'pointed') {
    const roll = dice.number(1, 100)
    if (roll <= 12) return ['', stop ? ' ' : '', 'glued']
    if (roll <= 30 && stop) return [' ', '', 'tight']
    return [' ', stop ? ' ' : '', 'spaced']
  }
  return dice.chance(0.3) ? [' ', stop ? ' ' : '', style] : ['', '', style]
}

/** Prints the mark of a note between the text before and behind it, harmed or not; null where it was lost. */
function printMark(plan: LetterPlan, k: number, before: string, after: string): Printed | null {
  const { dice, style, harm, tongue } = plan
  const roll = dice.number(1, 1000) / harm
  if (roll <= 60) return null
  if (roll <= 63 && style === 'plain' && /^\./.test(after)) {
    const text = `${before} ${tongue.words[k - 1] ?? 'ten'} `
    return { text, from: before.length + 1, to: text.length - 1, damage: 'word' }
  }
  const printed = writeMark(style, roll <= 68 ? Math.max(1, k + (dice.chance(0.5) ? 1 : -1)) : k)
  const [open, close] = BRACKETS[style]
  const afterStop = roll > 950 && /^\. \S/.test(after) && style === 'plain'
  const [left, right, damage] = afterStop
    ? ['.', '', 'behind the full stop']
    : spaceMark(dice, style, after)
  const from = before.length + left.length + open.length
  const text = before + left + open + printed + close + right
  return { text, from, to: from + printed.length, damage: roll <= 68 ? 'misprint' : damage }
}

/** Moves a mark a few words back or forth in its line. */
function moveMark(dice: Dice, line: string, index: number): string {
  const sign = mark(index)
  const words = line
    .replace(sign, ` ${sign} `)
    .split(' ')
    .filter((word) => word !== '')
  const at = words.indexOf(sign)
  const to = Math.max(1, Math.min(words.length - 2, at + dice.pick([-4, -3, -2, 1, 2, 3])))
  words.splice(at, 1)
  words.splice(to, 0, sign)
  return words
    .join(' ')
    .replace(/ ⟦/g, '⟦')
    .replace(/⟧ (?=[.,])/g, '⟧')
}

/** A line with the marks printed in it. */
export interface WrittenLine {
  readonly text: string
  readonly marks: readonly WrittenMark[]
}

/** A mark as printed, UTF-16 units of its line; `note` is the index of its note in the plan, null where the note is not printed. */
export interface WrittenMark {
  readonly from: number
  readonly to: number
  readonly note: number | null
  readonly damage: string
}

interface Pen {
  text: string
  rest: string
  readonly marks: WrittenMark[]
  readonly moved: Set<number>
}

/** Prints the text up to the next mark and the mark, or moves the mark first; false where there is none. */
function writeStep(plan: LetterPlan, pen: Pen): boolean {
  const { dice, notes, harm } = plan
  const found = /⟦(\d+)⟧/.exec(pen.rest)
  if (found === null) return false
  const index = Number(found[1])
  if (!pen.moved.has(index) && pen.rest.length > 60 && dice.chance(0.03 * harm)) {
    pen.rest = moveMark(dice, pen.rest, index)
    pen.moved.add(index)
    return true
  }
  const after = pen.rest.slice(found.index + found[0].length)
  const before = pen.text + pen.rest.slice(0, found.index)
  const printed = printMark(plan, notes[index]?.k ?? 0, before, after)
  if (printed === null) {
    pen.text = before + (dice.chance(0.6) ? ' ' : '')
    pen.rest = after
    return true
  }
  const damage = pen.moved.has(index) ? 'moved' : printed.damage
  const note = notes[index]?.absent === true ? null : index
  pen.marks.push({ from: printed.from, to: printed.to, damage, note })
  pen.text = printed.text
  pen.rest = damage === 'behind the full stop' ? after.replace(/^\./, '') : after
  return true
}

/** Prints a line of the text with its marks. */
export function writeLine(plan: LetterPlan, planned: string): WrittenLine {
  const pen: Pen = { text: '', rest: planned, marks: [], moved: new Set() }
  while (writeStep(plan, pen));
  return { text: pen.text + pen.rest, marks: pen.marks }
}

type Numbered = readonly [string | null, string]

/** A note of plain numbers whose number is harmed; null where it is left as it is. */
function harmNumber({ dice, tongue, harm }: LetterPlan, k: number, first: string): Numbered | null {
  const dated = /^On (\p{L}+) (\d+), /u.exec(first)
  if (dated !== null && dice.chance(0.05 * harm)) {
    const slid = dice.chance(0.7) ? `${k} , ${dated[2]}, ` : `${k}${dated[2]}, `
    return [null, `On ${dated[1]} ${slid}${first.slice(dated[0].length)}`]
  }
  const word = tongue.words[k - 1]
  if (tongue.lang === 'en' && word !== undefined && dice.chance(0.01 * harm))
    return [String(k), word + first]
  if (dice.chance(0.03 * harm)) return [String(k), k + first]
  return dice.chance(0.01 * harm) ? [String(k + 1), `${k + 1} ${first}`] : null
}

/** The number of a note and its first line as printed; the number is null where it was lost. */
export function writeNote(plan: LetterPlan, { k, text }: NotePlan): Numbered {
  const { dice, style, lost } = plan
  const first = text[0] ?? ''
  const [, , open, close] = BRACKETS[style]
  if (dice.chance(lost)) return [null, first]
  const harmed = style === 'plain' ? harmNumber(plan, k, first) : null
  const printed = writeMark(style, k)
  return harmed ?? [printed, open + printed + close + first]
}
