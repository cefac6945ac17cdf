import { checkStored, idle } from './check-collection.ts'
import { startChecker } from './checker.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Gives a function that takes ids of letters which were changed without being open: their words, problems and states of
 * segments are counted again one by one in idle time. What is not done when the window closes is known by `derivedRev`, and the
 * check of the collection makes up for it. The letter that is open then is passed over: it counts itself.
 */
export function checksLater(
  surroundings: Surroundings,
  openId: () => string | null,
): (ids: Iterable<string>) => void {
  const waiting = new Set<string>()
  let isRunning = false
  const run = async () => {
    const { translation, entities } = surroundings.state.getState()
    const checker = startChecker()
    checker.know({ translation, entities })
    try {
      for (const id of waiting) {
        await idle()
        waiting.delete(id)
        if (id !== openId() && !(await checkStored(surroundings, checker, id))) waiting.clear()
      }
    } finally {
      checker.close()
    }
  }
  return (ids) => {
    for (const id of ids) waiting.add(id)
    if (isRunning || waiting.size === 0) return
    isRunning = true
    void run()
      .catch(reportError)
      .finally(() => {
        isRunning = false
        waiting.clear()
      })
  }
}
