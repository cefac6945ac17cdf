import { readPackage } from '../../shared/collection/read-package.ts'
import type { SafetyCalls } from '../../shared/safety/safety-calls.ts'
import { addCollection } from '../storage/add-collection.ts'
import type { Progress } from '../storage/gather-collection.ts'
import { sha256 } from '../storage/sha256.ts'
import type { Store } from '../storage/store.ts'
import type { BroughtBack } from './safety-state.ts'
import { say } from './surroundings.ts'

/** Takes what a safety copy holds and the library does not into the library, all or nothing. What stands there is never overwritten: a letter that is damaged there, or older, goes into the trash. */
export async function bringBack(
  store: Store,
  calls: SafetyCalls,
  name: string,
  progress: Progress,
): Promise<BroughtBack> {
  try {
    const read = await readPackage(await calls.readCopy(name), sha256)
    if (read.status === 'refused') {
      const { code, detail } = read.fault
      return { status: 'failed', message: `${say(`session.fault.${code}`)} (${detail})` }
    }
    const result = await addCollection(store, read.content, progress, true)
    if (result.status === 'failed')
      return { status: 'failed', message: say(`session.failure.${result.cause}`) }
    const { letters, same, conflicts } = result
    const left = conflicts.map(({ letter }) => letter)
    return { status: 'brought', letters: letters.length, same: same.length, conflicts: left }
  } catch (cause) {
    return { status: 'failed', message: cause instanceof Error ? cause.message : String(cause) }
  }
}
