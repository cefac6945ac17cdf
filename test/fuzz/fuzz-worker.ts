import { parentPort, workerData } from 'node:worker_threads'
import { hostileInput } from './hostile-input.ts'
import { takeIn } from './take-in.ts'

const { seed, from, to } = workerData as { seed: number; from: number; to: number }
const port = parentPort!

const cpu = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

for (let index = from; index < to; index++) {
  port.postMessage({ type: 'begin', index })
  const file = hostileInput(seed, index)
  const start = cpu()
  try {
    const taken = await takeIn(file)
    port.postMessage({
      type: 'end',
      index,
      name: file.name,
      size: file.bytes.length,
      ms: cpu() - start,
      taken,
    })
  } catch (cause) {
    const what = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    port.postMessage({ type: 'crash', index, name: file.name, size: file.bytes.length, what })
  }
}
