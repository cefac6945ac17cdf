import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { placeholderEdition } from '../../shared/tei/edition-record.ts'
import { exportCollection } from '../../shared/tei/export-collection.ts'
import { readGrammar } from '../../shared/tei/grammar.ts'
import { validateTei } from '../../shared/tei/validate-tei.ts'
import { parseXml } from '../../shared/xml/parse-xml.ts'
import { ROOT } from '../support/modules.ts'
import { lettersOf, longPage } from './import-bench.ts'
import { type Figure, medianTime, megabytes } from './measure.ts'

const context = {
  entities: [],
  editors: [],
  edition: placeholderEdition('00000000-0000-4000-8000-000000000000'),
  date: '2026-11-21',
  version: 'bench',
}

/** Export of a collection, with and without its checks, beside parsing the XML that comes of it. */
export async function exportFigures(): Promise<Figure[]> {
  const letters = lettersOf(longPage(200_000))
  const grammar = readGrammar(
    readFileSync(path.join(ROOT, 'resources/tei/epistula.grammar.json'), 'utf8'),
  )
  const files = await run(letters, () => [])
  const xml = files.map(({ text }) => text)
  const size = xml.reduce((sum, text) => sum + megabytes(text), 0)
  const rate = (ms: number) => (size / ms) * 1000
  const parse = rate(await medianTime(3, () => xml.map((text) => parseXml(text))))
  const encode = rate(await medianTime(3, () => run(letters, () => [])))
  const check = (text: string) => validateTei(text, grammar)
  const whole = rate(await medianTime(3, () => run(letters, check)))
  const baseline = { name: 'parse the same XML', value: parse }
  const details = { letters: letters.length, megabytes: size }
  return [
    {
      name: 'export TEI: encode and compare machine views',
      value: encode,
      unit: 'MB/s',
      baseline,
      details,
    },
    { name: 'export TEI with all checks', value: whole, unit: 'MB/s', baseline, details },
  ]
}

async function run(
  letters: readonly CanonicalLetter[],
  check: (text: string) => ReturnType<typeof validateTei>,
) {
  const result = await exportCollection(letters, context, { check })
  if (!result.ok) throw new Error(JSON.stringify(result.problems[0]))
  return result.files
}
