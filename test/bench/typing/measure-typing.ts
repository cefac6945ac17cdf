import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Page } from 'playwright-core'
import { openEditorPage } from '../../support/editor-page/open-editor-page.ts'
import type { LetterSize } from './page.ts'

/** One measured figure, beside bare ProseMirror in the same browser: milliseconds. `ok` says whether it keeps its bar. */
export interface TypingFigure {
  readonly bench: 'typing'
  readonly letter: string
  readonly measure: 'dispatch + layout' | 'keydown to layout'
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
// Rounds by turns, so that what else the machine does falls on both alike.
const ROUNDS = 5
const KEYS = 'xy new words, 3 of them; then tin '.repeat(3).slice(0, 100)

/**
 * Measures typing in bare ProseMirror and in the editor, by turns in one Chromium, at least 300 keys each: dispatch with
 * forced layout, and real keydown to layout over the browser's own protocol.
 */
export async function measureTyping(): Promise<readonly TypingFigure[]> {
  const { page, close } = await openEditorPage(join(import.meta.dirname, 'page.ts'))
  try {
    const figures: TypingFigure[] = []
    for (const letter of LETTERS) figures.push(...(await measureLetter(page, letter)))
    return figures
  } finally {
    await close()
  }
}

type Times = Record<'bare' | 'epistula', { dispatched: number[]; pressed: number[] }>

async function measureLetter(
  page: Page,
  { name, size, barred }: (typeof LETTERS)[number],
): Promise<readonly TypingFigure[]> {
  const times: Times = {
    bare: { dispatched: [], pressed: [] },
    epistula: { dispatched: [], pressed: [] },
  }
  for (let round = 0; round <= ROUNDS; round++)
    for (const kind of ['bare', 'epistula'] as const) {
      const dispatched = await dispatchKeys(page, kind, size)
      const pressed = await pressKeys(page, kind, size)
      // The first round warms the browser's compiler up.
      if (round === 0) continue
      times[kind].dispatched.push(...dispatched)
      times[kind].pressed.push(...pressed)
    }
  return [
    figure(name, 'dispatch + layout', times.epistula.dispatched, times.bare.dispatched, barred),
    figure(name, 'keydown to layout', times.epistula.pressed, times.bare.pressed),
  ]
}

async function dispatchKeys(page: Page, kind: keyof Times, size: LetterSize): Promise<number[]> {
  await page.evaluate(([k, s]) => window.bench.open(k, s), [kind, size] as const)
  return page.evaluate((keys) => window.bench.dispatch(keys), KEYS)
}

async function pressKeys(page: Page, kind: keyof Times, size: LetterSize): Promise<number[]> {
  await page.evaluate(([k, s]) => window.bench.open(k, s), [kind, size] as const)
  await page.keyboard.type(KEYS)
  const deadline = performance.now() + 5000
  let times: number[] = []
  while (times.length < KEYS.length && performance.now() < deadline)
    times = [...times, ...(await page.evaluate(() => window.bench.takeKeys()))]
  if (times.length < KEYS.length)
    throw new Error(`Only ${times.length} of ${KEYS.length} keys arrived in ${kind}`)
  return times
}

function figure(
  letter: string,
  measure: TypingFigure['measure'],
  ours: readonly number[],
  bareTimes: readonly number[],
  barred = false,
): TypingFigure {
  const { p50, p95 } = quantiles(ours)
  const bare = quantiles(bareTimes)
  const ratio = Math.round((p95 / bare.p95) * 100) / 100
  const plain = {
    bench: 'typing',
    letter,
    measure,
    keys: ours.length,
    p50,
    p95,
    bare,
    ratio,
  } as const
  return barred ? { ...plain, bar: BAR, ok: p95 <= BAR.p95 && ratio <= BAR.ratio } : plain
}

function quantiles(times: readonly number[]): { readonly p50: number; readonly p95: number } {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Math.round(
      (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100,
    ) / 100
  return { p50: at(0.5), p95: at(0.95) }
}
