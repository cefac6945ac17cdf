import type { ArchiveReading } from './reading.ts'

const LATIN = ['F', 'Op', 'D', 'L'] as const
const CYRILLIC = ['Ф', 'Оп', 'Д', 'Л'] as const

/** An archive reference in one line with its labels, in the script of its archive; empty fields are left out. */
export function formatArchive(
  reference: Pick<ArchiveReading, 'repository' | 'fond' | 'opis' | 'delo' | 'leaf' | 'text'>,
): string {
  const { repository, fond, opis, delo, leaf, text } = reference
  const labels = /\p{Script=Cyrillic}/u.test(repository || text) ? CYRILLIC : LATIN
  const fields = [fond, opis, delo, leaf].flatMap((value, index) =>
    value === '' ? [] : [`${labels[index]}. ${value}`],
  )
  return [...(repository === '' ? [] : [repository]), ...fields].join('. ')
}
