import type { MachineText } from './machine-text.ts'

/** What a note without a printed number is called: its place among the notes of the text, from 1, by the id of the note. */
export function notePlaces(machine: MachineText): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  for (const { note } of machine.blocks)
    if (note !== undefined && !places.has(note)) places.set(note, String(places.size + 1))
  return places
}
