import type { KeyboardEvent } from 'react'
import { SEVERITIES } from '../../../shared/letter/records.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import { categoryOfKey } from '../letter/category-keys.ts'

/** Where no text is typed, number keys set the category of a correction and `<` and `>` its severity; gives true where the key was taken. */
export function takeCardKey(
  event: KeyboardEvent,
  editor: LetterEditor | null,
  correction: string,
): boolean {
  const target = event.target as HTMLElement
  if (target.matches('input, textarea') || event.ctrlKey || event.metaKey || event.altKey)
    return false
  const record = editor?.state().records.corrections[correction]
  const category = categoryOfKey(event.key)
  const step = { '<': -1, '>': 1 }[event.key]
  if (!editor || !record || (!category && step === undefined)) return false
  event.preventDefault()
  event.stopPropagation()
  const severity = SEVERITIES[SEVERITIES.indexOf(record.severity) + (step ?? 0)]
  if (category) editor.setCorrection(correction, { category })
  else if (severity) editor.setCorrection(correction, { severity })
  return true
}
