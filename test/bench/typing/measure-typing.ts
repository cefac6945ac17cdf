import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { CDPSession, Page } from 'playwright-core'
import { openEditorPage } from '../../support/editor-page/open-editor-page.ts'
import type { LetterSize } from './page.ts'

/**
 * One measured figure, beside bare ProseMirror in the same browser: milliseconds, the median of what the rounds have. `ratio` is
 * the median of the rounds' ratios at `p95`. `ok` says whether it keeps its bar. 'all of a key' is the processor time of the page
 * for a key with everything up to its frame, painting too, on the average of a round: there `p95` is the average as well.
 */
export interface TypingFigure {
  readonly bench: 'typing'
  readonly letter: string
  readonly measure: 'dispatch + layout' | 'keydown to layout' | 'all of a key'
  readonly keys: number
  readonly p50: number
  readonly p95: number
  readonly bare: { readonly p50: number; readonly p95: number }
  readonly ratio: number
  readonly bar?: { readonly p95: number; readonly ratio: number }
  readonly ok?: boolean
}

const LETTERS: readonly {
  readonly name: string
  readonly size: LetterSize
  readonly barred?: boolean
}[] = [
  { name: '10 KB, 50 tags', size: { characters: 10_000, paragraph: 600, tags: 50 } },
  {
    name: '50 KB, 300 tags',
    size: { characters: 50_000, paragraph: 600, tags: 300 },
    barred: true,
  },
  {
    name: '10 KB in one paragraph, 400 tags',
    size: { characters: 10_000, paragraph: 10_000, tags: 400 },
  },
  {
    name: '50 KB, 2,000 tags, all checks on',
    size: { characters: 50_000, paragraph: 600, tags: 2000, isChecked: true },
    barred: true,
  },
  {
    name: '10 KB in one paragraph, 400 tags, all checks on',
    size: { characters: 10_000, paragraph: 10_000, tags: 400, isChecked: true },
    barred: true,
  },
]
const BAR = { p95: 8, ratio: 1.5 } as const
// Rounds by turns, each with its own figures and its own ratio: what else the machine does for a while falls on some of them
// alone, and on both alike.
const ROUNDS = 7
const WARMING = 1
const KEYS = 'xy new words, 3 of them; then tin '.repeat(3).slice(0, 100)
const FRAMED_KEYS = KEYS.slice(0, 20)

/**
 * Measures typing in bare ProseMirror and in the editor, by turns in one Chromium, 700 keys each: dispatch with forced layout,
 * and real keydown to layout over the browser's own protocol; where the checks are on also all that a key costs with its frame.
 */
export async function measureTyping(): Promise<readonly TypingFigure[]> {
  const { page, close } = await openEditorPage(join(import.meta.dirname, 'page.ts'))
  try {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const figures: TypingFigure[] = []
    for (const letter of LETTERS) figures.push(...(await measureLetter({ page, session }, letter)))
    return figures
  } finally {
    await close()
  }
}

interface Browser {
  readonly page: Page
  readonly session: CDPSession
}

type Kind = 'bare' | 'epistula'
type Measure = TypingFigure['measure']
/** Times of the keys of each round. */
type Rounds = Record<Kind, number[][]>

async function measureLetter(
  browser: Browser,
  { name, size, barred }: (typeof LETTERS)[number],
): Promise<readonly TypingFigure[]> {
  const measures: readonly (readonly [Measure, typeof dispatchKeys])[] = [
    ['dispatch + layout', dispatchKeys],
    ['keydown to layout', pressKeys],
    ...(size.isChecked ? [['all of a key', drawKeys] as const] : []),
  ]
  const times = measures.map((): Rounds => ({ bare: [], epistula: [] }))
  for (let round = -WARMING; round < ROUNDS; round++) {
    // Neither of them is always the one that comes after the other.
    const kinds =
      round % 2 === 0 ? (['bare', 'epistula'] as const) : (['epistula', 'bare'] as const)
    for (const kind of kinds)
      for (const [at, [, measure]] of measures.entries()) {
        const measured = await measure(browser, kind, size)
        // The first round warms the browser's compiler up.
        if (round >= 0) times[at]?.[kind].push(measured)
      }
  }
  return measures.map(([measure], at) =>
    figure(name, measure, times[at] as Rounds, barred && measure === 'dispatch + layout'),
  )
}

// Garbage is left to the browser: to force its collection throws compiled code away too, and every key pays for that.
async function open({ page }: Browser, kind: Kind, size: LetterSize): Promise<void> {
  await page.evaluate(([k, s]) => window.bench.open(k, s), [kind, size] as const)
}

async function dispatchKeys(browser: Browser, kind: Kind, size: LetterSize): Promise<number[]> {
  await open(browser, kind, size)
  return browser.page.evaluate((keys) => window.bench.dispatch(keys), KEYS)
}

async function pressKeys(browser: Browser, kind: Kind, size: LetterSize): Promise<number[]> {
  const { page } = browser
  await open(browser, kind, size)
  await page.keyboard.type(KEYS)
  const deadline = performance.now() + 5000
  let times: number[] = []
  while (times.length < KEYS.length && performance.now() < deadline)
    times = [...times, ...(await page.evaluate(() => window.bench.takeKeys()))]
  if (times.length < KEYS.length)
    throw new Error(`Only ${times.length} of ${KEYS.length} keys arrived in ${kind}`)
  return times
}

async function drawKeys(browser: Browser, kind: Kind, size: LetterSize): Promise<number[]> {
  await open(browser, kind, size)
  const began = await taskTime(browser.session)
  await browser.page.evaluate((keys) => window.bench.draw(keys), FRAMED_KEYS)
  const mean = ((await taskTime(browser.session)) - began) / FRAMED_KEYS.length
  return Array.from(FRAMED_KEYS, () => mean)
}

// Milliseconds of the processor that the page's main thread has taken so far.
async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  const task = metrics.find(({ name }) => name === 'TaskDuration')
  if (!task) throw new Error('The browser does not say how long its tasks took')
  return task.value * 1000
}

function figure(
  letter: string,
  measure: Measure,
  { bare, epistula }: Rounds,
  barred = false,
): TypingFigure {
  const { p50, p95 } = ofRounds(epistula)
  const ratio = hundredths(
    median(epistula.map((times, at) => quantile(times, 0.95) / quantile(bare[at] ?? [], 0.95))),
  )
  const keys = epistula.flat().length
  const plain = {
    bench: 'typing',
    letter,
    measure,
    keys,
    p50,
    p95,
    bare: ofRounds(bare),
    ratio,
  } as const
  return barred ? { ...plain, bar: BAR, ok: p95 <= BAR.p95 && ratio <= BAR.ratio } : plain
}

function ofRounds(rounds: readonly number[][]): { readonly p50: number; readonly p95: number } {
  const at = (share: number) => hundredths(median(rounds.map((times) => quantile(times, share))))
  return { p50: at(0.5), p95: at(0.95) }
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
