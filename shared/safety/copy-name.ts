import type { SafetyCopy } from './ledger.ts'

const form =
  /^epistula-(\d{6,12})_(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z_(\d{1,9})-letters_([0-9a-z]{8})\.epistula$/

/** What a safety copy is called: its number, its time and its letters stand in the name, so that a list needs no file opened. */
export function copyName(copy: Omit<SafetyCopy, 'name' | 'size'>): string {
  const time = copy.time.slice(0, 19).replaceAll(':', '-')
  const number = String(copy.number).padStart(6, '0')
  return `epistula-${number}_${time}Z_${copy.letters}-letters_${copy.library}.epistula`
}

/** Reads the name of a safety copy; null for any other name. */
export function readCopyName(name: string): Omit<SafetyCopy, 'size'> | null {
  const [, number, day, hours, minutes, seconds, letters, library] = form.exec(name) ?? []
  if (!number || !library) return null
  const time = `${day}T${hours}:${minutes}:${seconds}.000Z`
  if (Number.isNaN(Date.parse(time))) return null
  return { name, number: Number(number), time, letters: Number(letters), library }
}

/** The part of a library's generation that its copies bear in their names. */
export function libraryMark(generation: string): string {
  return generation
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '')
    .padEnd(8, '0')
    .slice(0, 8)
}
