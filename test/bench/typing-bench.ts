import type { Figure } from './measure.ts'
import { measureTyping } from './typing/measure-typing.ts'

/** Typing in the editor beside bare ProseMirror in the same browser, by turns. */
export async function typingFigures(): Promise<Figure[]> {
  const measured = await measureTyping()
  return measured.map(({ letter, measure, keys, p50, p95, bare, ratio, bar }) => ({
    name: `typing, ${measure}: ${letter}`,
    value: p95,
    unit: measure === 'all of a key' ? 'ms of the processor (mean)' : 'ms (p95)',
    baseline: { name: 'bare ProseMirror', value: bare.p95 },
    details: { p50, bareP50: bare.p50, ratio, keys },
    ...(bar ? { bar: bar.p95 } : {}),
  }))
}
