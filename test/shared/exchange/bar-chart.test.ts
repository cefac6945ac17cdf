import { expect, test } from 'vitest'
import { barChart, barChartSvg, shortName } from '../../../shared/exchange/bar-chart.ts'
import { attributeOf, eachElement } from '../../../shared/xml/xml-element.ts'
import { treeOf } from '../../support/tei-check.ts'

const bars = [
  { name: 'names & <signs>', value: 8, label: '8' },
  { name: 'a name that is far too long to stand before its bar', value: 2, label: '2' },
  { name: 'nothing', value: 0, label: '0' },
]

test('the longest bar fills the room, the others are as long as their values', () => {
  const [first, second, third] = barChart(bars).bars
  expect(first!.width).toBeGreaterThan(0)
  expect(second!.width).toBeCloseTo(first!.width / 4, 1)
  expect(third!.width).toBe(0)
  expect(barChart([]).bars).toEqual([])
})

test('a name that is too long keeps its beginning, and its end, which tells it from others', () => {
  expect(shortName('grammar')).toBe('grammar')
  const names = ['F. 1 L. 1', 'F. 1 L. 2'].map((mark) =>
    shortName(`Ladygin to Verkhov on October 14, 1934 · ${mark}`),
  )
  expect(new Set(names).size).toBe(2)
  for (const name of names) {
    expect(name).toMatch(/^Ladygin to.*….* · F\. 1 L\. \d$/)
    expect(name.length).toBeLessThanOrEqual(36)
  }
})

test('the drawing is well-formed, and each bar ends within it', () => {
  const tree = treeOf(barChartSvg('Corrections: “kind”', barChart(bars)))
  expect(attributeOf(tree, 'role')).toBe('img')
  const rects = [...eachElement(tree)].filter(({ name }) => name === 'rect').slice(1)
  expect(rects).toHaveLength(3)
  for (const rect of rects) {
    const end = Number(attributeOf(rect, 'x')) + Number(attributeOf(rect, 'width'))
    expect(end).toBeLessThan(Number(attributeOf(tree, 'width')))
  }
})
