import { describe, expect, test } from 'vitest'
import {
  columnsOf,
  measureRows,
  rowsCsv,
  sortRows,
} from '../../../../renderer/ui/measures/measure-rows.ts'
import { collectMeasures } from '../../../../shared/translate/measures/collect-measures.ts'
import { measureLetter } from '../../../../shared/translate/measures/measure-letter.ts'
import { letter, translation } from '../../../support/letter-fixture.ts'

const range = { block: 'b1', from: 0, to: 4 }
const measures = collectMeasures(
  [
    letter(translation('paragraph: Owls. Secret.').correct('k1', range, 'Top'), undefined, 'ep-10'),
    letter(translation('paragraph: No fault here.'), undefined, 'ep-2'),
    letter(translation('paragraph: ?'), undefined, 'ep-3'),
  ].map(measureLetter),
)
const name = (id: string) => `Letter ${id}`

describe('the rows of measures', () => {
  test('of letters have a rate, those without words none', () => {
    const rows = measureRows(measures, 'letter', name)
    expect(rows.map(({ values }) => values.rate)).toEqual([0.5, 0, null])
    expect(rows[0]!.values).toMatchObject({ corrections: 1, words: 2, density: 500, refused: 0 })
  })

  test('of kinds have the words of the collection', () => {
    const rows = measureRows(measures, 'category', (id) => id)
    expect(rows).toHaveLength(12)
    expect(rows[0]).toMatchObject({ id: 'mistranslation', values: { corrections: 1, words: 5 } })
    expect(columnsOf('category')).toEqual(['corrections', 'words', 'density'])
  })

  test('are sorted by name with numbers as numbers, or by a column with what has none last', () => {
    const rows = measureRows(measures, 'letter', name)
    const ids = (order: Parameters<typeof sortRows>[1]) =>
      sortRows(rows, order, 'en').map(({ id }) => id)
    expect(ids({ column: 'name', descending: false })).toEqual(['ep-2', 'ep-3', 'ep-10'])
    expect(ids({ column: 'rate', descending: true })).toEqual(['ep-10', 'ep-2', 'ep-3'])
    expect(ids({ column: 'rate', descending: false })).toEqual(['ep-2', 'ep-10', 'ep-3'])
  })

  test('go into a file with points in the numbers and nothing where there is none', () => {
    const rows = measureRows(measures, 'letter', name)
    const csv = rowsCsv(rows, ['words', 'rate'], ['Letter', 'Words', 'Rate, %'])
    expect(csv.split('\r\n')).toEqual([
      'Letter,Words,"Rate, %"',
      'Letter ep-10,2,0.5',
      'Letter ep-2,3,0',
      'Letter ep-3,0,',
      '',
    ])
  })
})
