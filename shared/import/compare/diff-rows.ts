import { type MachineText, machineString } from '../../letter/machine-text.ts'
import { alignTexts } from './align-texts.ts'

/** A run of words of one line: in both texts, in the new one only, in the old one only. */
export interface DiffPart {
  readonly is: 'same' | 'added' | 'removed'
  readonly text: string
}

/** A line of the comparison of two texts; `same` lines have one part. */
export interface DiffRow {
  readonly kind: 'same' | 'changed' | 'added' | 'removed'
  readonly parts: readonly DiffPart[]
}

/** The lines of two texts over each other, for people: what is in both once, with the words that were taken out and put in. */
export function diffRows(before: MachineText, after: MachineText): DiffRow[] {
  const [was, is] = [machineString(before), machineString(after)]
  const rows: DiffPart[][] = [[]]
  const add = (kind: DiffPart['is'], text: string) => {
    text.split('\n').forEach((line, i) => {
      if (i > 0) rows.push([])
      if (line !== '') rows.at(-1)?.push({ is: kind, text: line })
    })
  }
  for (const { same, oldFrom, oldTo, newFrom, newTo } of alignTexts(was, is)) {
    if (same) add('same', is.slice(newFrom, newTo))
    else {
      add('removed', was.slice(oldFrom, oldTo))
      add('added', is.slice(newFrom, newTo))
    }
  }
  return rows.filter((parts) => parts.length > 0).map((parts) => ({ kind: kindOf(parts), parts }))
}

function kindOf(parts: readonly DiffPart[]): DiffRow['kind'] {
  const first = parts[0]?.is ?? 'same'
  return parts.every(({ is }) => is === first) ? first : 'changed'
}
