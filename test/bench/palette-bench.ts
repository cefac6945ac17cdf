import { indexPalette, searchPalette } from '../../renderer/ui/palette/palette-index.ts'
import { manyRows } from '../renderer/ui/sample-rows.ts'
import { type Figure, medianTime } from './measure.ts'

/** The search of the palette over ten thousand letters, beside looking for the words in their titles. */
export async function paletteFigures(): Promise<Figure[]> {
  const rows = manyRows(10_000)
  const index = indexPalette([], rows, [])
  const queries = ['l', 'la', 'ladygin', 'ladygin to ver', '901 op 4']
  const search = await medianTime(9, () => queries.map((query) => searchPalette(index, query, [])))
  const look = await medianTime(9, () =>
    queries.map((query) => rows.filter(({ title }) => title.toLowerCase().includes(query))),
  )
  return [
    {
      name: 'palette: one search over 10,000 letters',
      value: search / queries.length,
      unit: 'ms',
      baseline: { name: 'includes() over the titles', value: look / queries.length },
      bar: 50,
    },
  ]
}
