import { el, lines, writeXml } from '../xml/write-xml.ts'

/** A bar: its name, its length in any unit, and what is said of it. */
export interface Bar {
  readonly name: string
  readonly value: number
  readonly label: string
}

/** A bar as it lies in the drawing: pixels from the upper left corner. */
export interface PlacedBar extends Bar {
  readonly y: number
  readonly width: number
}

/** A drawing of horizontal bars. */
export interface BarChart {
  readonly width: number
  readonly height: number
  /** Where the bars begin; their names end before it. */
  readonly start: number
  readonly thickness: number
  readonly bars: readonly PlacedBar[]
}

const WIDTH = 720
const START = 300
const END = 130
const PITCH = 26
const THICKNESS = 16
const HEAD = 34

/** Lays out bars one below the other; the longest fills the width. Bars of nothing have no length. */
export function barChart(bars: readonly Bar[]): BarChart {
  const most = Math.max(...bars.map(({ value }) => value), 0)
  const room = WIDTH - START - END
  const placed = bars.map((bar, index) => ({
    ...bar,
    y: HEAD + index * PITCH,
    width: most > 0 ? Math.round((bar.value / most) * room * 10) / 10 : 0,
  }))
  const height = HEAD + bars.length * PITCH + 10
  return { width: WIDTH, height, start: START, thickness: THICKNESS, bars: placed }
}

const INK = '#23201b'
const FILL = '#1c6b58'

/** The drawing as an SVG file with colours and faces of its own. Throws where a name cannot stand in XML, which no text of a letter can hold. */
export function barChartSvg(
  title: string,
  { width, height, start, thickness, bars }: BarChart,
): string {
  const text = (x: number, y: number, anchor: string, words: string) =>
    el('text', { x: `${x}`, y: `${y}`, 'text-anchor': anchor, fill: INK }, words)
  const root = lines(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width: `${width}`,
      height: `${height}`,
      role: 'img',
      'font-family': 'Inter, system-ui, sans-serif',
      'font-size': '13',
    },
    el('title', {}, title),
    el('rect', { width: `${width}`, height: `${height}`, fill: '#ffffff' }),
    el('text', { x: '12', y: '20', 'font-weight': '600', fill: INK }, title),
    bars.flatMap((bar) => [
      text(start - 10, bar.y + 13, 'end', shortName(bar.name)),
      el('rect', {
        x: `${start}`,
        y: `${bar.y}`,
        width: `${bar.width}`,
        height: `${thickness}`,
        rx: '2',
        fill: FILL,
      }),
      text(start + bar.width + 8, bar.y + 13, 'start', bar.label),
    ]),
  )
  const written = writeXml(root)
  if (!written.ok) throw new Error(`${written.path}: ${written.message}`)
  return written.xml
}

/** So many letters of a face of 13 px have room before a bar, wide ones among them. */
const MOST_LETTERS = 36

/** So many of them are kept of the end of a longer name, which tells letters of the same title apart. */
const END_KEPT = 13

/** A name cut in its middle to what has room before its bar. */
export function shortName(name: string): string {
  if (name.length <= MOST_LETTERS) return name
  const begin = name.slice(0, MOST_LETTERS - 1 - END_KEPT).trimEnd()
  return `${begin}…${name.slice(-END_KEPT).trimStart()}`
}
