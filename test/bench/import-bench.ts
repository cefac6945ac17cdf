import { readFileSync } from 'node:fs'
import path from 'node:path'
import { letterFromReading } from '../../shared/import/letter-from-reading.ts'
import { readPage } from '../../shared/import/read-page.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { ROOT } from '../support/modules.ts'
import { type Figure, medianTime, megabytes } from './measure.ts'

/** The project's own page, as often as makes a page of at least so many bytes. */
export function longPage(bytes: number): string {
  const page = readFileSync(path.join(ROOT, 'test/fixtures/page/1934-09.txt'), 'utf8')
  return page.repeat(Math.ceil(bytes / page.length))
}

/** The letters of a page. */
export function lettersOf(page: string): CanonicalLetter[] {
  return readPage(page, 'bench.txt').letters.map(letterFromReading)
}

/** Recognition of a page of about one million bytes, beside splitting it into lines. */
export async function importFigures(): Promise<Figure[]> {
  const page = longPage(1e6)
  const size = megabytes(page)
  const ours = await medianTime(3, () => lettersOf(page))
  const lines = await medianTime(3, () => page.split('\n').map((line) => line.trim()))
  return [
    {
      name: 'import a page: recognition, letters in canonical form',
      value: (size / ours) * 1000,
      unit: 'MB/s',
      baseline: { name: 'split into lines', value: (size / lines) * 1000 },
      details: { letters: lettersOf(page).length, megabytes: size },
    },
  ]
}
