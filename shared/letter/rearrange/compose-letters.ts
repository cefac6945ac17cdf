import type { CanonicalLetter, CanonicalText, Side } from '../canonical.ts'
import { composeRecords } from './compose-records.ts'
import { landNotes, type NoteNames } from './land-notes.ts'
import { type Ground, layGround } from './lay-ground.ts'
import type { LetterPlan, Rearranged, RecordLoss } from './letter-plan.ts'

/**
 * Makes letters anew out of the lines of others: the same printed lines, each in one place, with everything that stands on
 * them. What cannot stay as it is is listed. Throws a RangeError where a plan leaves out a line or names it twice.
 */
export function composeLetters(
  letters: readonly CanonicalLetter[],
  given: readonly LetterPlan[],
): Rearranged {
  const grounds = {
    translation: layGround(letters, given, 'translation'),
    original: layGround(letters, given, 'original'),
  }
  const losses: RecordLoss[] = []
  const plans = given.map((plan) => ({ ...plan, header: leaveFile(letters, plan.header, losses) }))
  const sideOf = (side: Side) => {
    const notes = landNotes(letters, side, grounds[side], losses)
    const made = composeRecords({ letters, side, grounds, plans, notes, losses })
    return plans.map((_, plan): CanonicalText | null => {
      const machine = machineOf(letters, side, grounds[side], plan, notes)
      const work = made[plan]
      return machine && work ? { machine, ...work } : null
    })
  }
  const translations = sideOf('translation')
  const originals = sideOf('original')
  const made = plans.map(({ id }, i): CanonicalLetter => {
    const translation = translations[i]
    if (!translation || translation.machine.blocks.length === 0)
      throw new RangeError(`Letter ${id} would have no line`)
    return { id, translation, original: originals[i] ?? null }
  })
  return { letters: made, losses }
}

// A letter of other lines is no element of its TEI file any more: it goes out as TEI made anew.
function leaveFile(
  letters: readonly CanonicalLetter[],
  header: LetterPlan['header'],
  losses: RecordLoss[],
): LetterPlan['header'] {
  const { origin, ...rest } = header
  if (origin?.value.format !== 'tei') return header
  const letter = letters.find((one) => one.translation.records.header.origin === origin)
  const where = { letter: letter?.id ?? '', side: 'translation', table: 'header' } as const
  losses.push({ what: 'left-out', ...where, id: 'origin', text: origin.value.name })
  return rest
}

function machineOf(
  letters: readonly CanonicalLetter[],
  side: Side,
  ground: Ground,
  plan: number,
  notes: NoteNames,
): CanonicalText['machine'] | null {
  const spots = ground.plans[plan]
  if (!spots) return null
  const first = letters.find(({ id }) => id === spots[0]?.letter) ?? letters[0]
  const blocks = spots.map(({ id, source, index }) => {
    const { note: _, ...block } = source
    const note = source.note === undefined ? undefined : notes.ofLine(plan, index)
    return { ...block, id, ...(note === undefined ? {} : { note }) }
  })
  return { lang: first?.[side]?.machine.lang ?? 'und', blocks }
}
