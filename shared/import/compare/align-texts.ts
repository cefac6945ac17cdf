import { diffArrays } from 'diff'
import { splitWords } from './split-words.ts'

/** A stretch that both texts share, or that is other in the new one: UTF-16 offsets, `to` exclusive; either side may be empty. */
export interface Stretch {
  readonly same: boolean
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

/** Beyond so many words put in and taken out, a stretch between equal lines counts as other as a whole. */
const MOST_EDITS = 3000

/**
 * Aligns two texts of lines: lines that are equal first, then word by word what lies between them, over line ends too, so that
 * a line that was broken or joined stays found. The stretches cover both texts from end to end.
 */
export function alignTexts(before: string, after: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  const lines = diffArrays(linesOf(before), linesOf(after))
  let gap: { old: string; new: string } = { old: '', new: '' }
  const closeGap = () => {
    for (const [same, was, is] of alignGap(gap.old, gap.new)) append(stretches, same, was, is)
    gap = { old: '', new: '' }
  }
  for (const { value, added, removed } of lines) {
    const text = value.join('')
    if (added) gap = { ...gap, new: gap.new + text }
    else if (removed) gap = { ...gap, old: gap.old + text }
    else {
      closeGap()
      append(stretches, true, text, text)
    }
  }
  closeGap()
  return stretches
}

// Each line with the line feed that ends it, so that together they are the text again.
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

type Part = readonly [same: boolean, old: string, new: string]

function alignGap(before: string, after: string): Part[] {
  if (before === '' && after === '') return []
  const words = diffArrays(splitWords(before), splitWords(after), { maxEditLength: MOST_EDITS })
  if (!words) return [[false, before, after]]
  return words.map(({ value, added, removed }): Part => {
    const text = value.join('')
    if (added) return [false, '', text]
    return removed ? [false, text, ''] : [true, text, text]
  })
}

// What is taken out and what is put in at one place are one stretch.
function append(stretches: Stretch[], same: boolean, was: string, is: string): void {
  const last = stretches.at(-1)
  const [oldFrom, newFrom] = [last?.oldTo ?? 0, last?.newTo ?? 0]
  const [oldTo, newTo] = [oldFrom + was.length, newFrom + is.length]
  if (last?.same === same) stretches[stretches.length - 1] = { ...last, oldTo, newTo }
  else stretches.push({ same, oldFrom, oldTo, newFrom, newTo })
}
