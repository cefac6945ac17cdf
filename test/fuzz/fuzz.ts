import { Worker } from 'node:worker_threads'
import type { Taken } from './take-in.ts'

// node test/fuzz/fuzz.ts [100000 | 60s] [--seed 1] [--from 0]: hostile inputs one after the other; the same seed gives the same ones.

/** No input may take more thread time than this; one that says nothing for so long is a hang. */
const SLOW_MS = 2_000
const SILENT_MS = 20_000
const MOST_MEMORY_MB = 1024

type Message =
  | { type: 'begin'; index: number }
  | { type: 'end'; index: number; name: string; size: number; ms: number; taken: Taken }
  | { type: 'crash'; index: number; name: string; size: number; what: string }

const words = process.argv.slice(2)
const option = (name: string, otherwise: number): number => {
  const at = words.indexOf(name)
  return at < 0 ? otherwise : Number(words[at + 1])
}
const [amount = '10000'] = words
const seed = option('--seed', 1)
const first = option('--from', 0)
const isTimed = amount.endsWith('s')
const end = isTimed ? Number.MAX_SAFE_INTEGER : first + Number(amount)
const deadline = isTimed ? Date.now() + Number.parseFloat(amount) * 1000 : Number.POSITIVE_INFINITY

const faults: object[] = []
const kinds: Taken = { page: 0, tei: 0, refused: 0 }
let inputs = 0
let slowest = { ms: 0, index: -1, name: '' }
let peak = 0

function fault(kind: string, facts: object): void {
  faults.push({ fault: kind, seed, ...facts })
  console.log(JSON.stringify(faults.at(-1)))
}

function note(message: Message): void {
  if (message.type === 'begin') return
  inputs++
  if (message.type === 'crash') {
    fault('crash', message)
    return
  }
  const { ms, index, name, taken } = message
  for (const kind of ['page', 'tei', 'refused'] as const) kinds[kind] += taken[kind]
  if (ms > slowest.ms) slowest = { ms: Math.round(ms), index, name }
  if (ms > SLOW_MS) fault('slow', message)
}

/** Runs inputs in a thread until all are done or one hangs; gives the number to go on with. */
function run(from: number): Promise<number> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), {
      workerData: { seed, from, to: end },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    let index = from
    let heard = Date.now()
    const finish = (next: number): void => {
      clearInterval(watch)
      void worker.terminate().then(() => resolve(next))
    }
    const watch = setInterval(() => {
      const memory = process.memoryUsage().rss / 1024 / 1024
      if (memory > MOST_MEMORY_MB && peak <= MOST_MEMORY_MB) fault('memory', { index, memory })
      peak = Math.max(peak, memory)
      if (Date.now() > deadline) finish(end)
      else if (Date.now() - heard > SILENT_MS) {
        fault('hang', { index })
        finish(index + 1)
      }
    }, 100)
    worker.on('message', (message: Message) => {
      heard = Date.now()
      index = message.index
      note(message)
    })
    worker.on('error', (cause) => {
      fault('death', { index, what: String(cause) })
      finish(index + 1)
    })
    worker.on('exit', () => finish(end))
  })
}

const start = Date.now()
for (let from = first; from < end; ) from = await run(from)
console.log(
  JSON.stringify({
    inputs,
    seconds: Math.round((Date.now() - start) / 1000),
    faults: faults.length,
    slowest,
    peakMegabytes: Math.round(peak),
    ...kinds,
  }),
)
process.exitCode = faults.length > 0 ? 1 : 0
