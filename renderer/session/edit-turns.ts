/** Pieces of work done one after another, in the order they were asked for. */
export interface EditTurns {
  /** Does this when all before it is done; one that fails ends no other. */
  take(work: () => Promise<boolean>): Promise<boolean>
  /** Whether some work is not done yet. */
  isUnderWay(): boolean
  /** Resolves when all work asked for is done. Somebody waits then: an answer that does not come within the limit is waited for no more. */
  settled(): Promise<void>
  /** An answer from elsewhere that work waits for; rejects with `TooLate` where it is given up. */
  inTime<T>(answer: Promise<T>): Promise<T>
}

/** Says that an answer was given up because somebody had waited too long for it. */
export class TooLate extends Error {}

/** Makes the turns; `limit` in milliseconds is how long `settled` waits for answers, `onChange` is told when work begins and when all is done. */
export function createEditTurns(limit: number, onChange: (isUnderWay: boolean) => void): EditTurns {
  let last: Promise<void> = Promise.resolve()
  let underWay = 0
  let isLate = false
  const givingUp = new Set<() => void>()
  const done = () => {
    underWay--
    if (underWay === 0) onChange(false)
  }
  return {
    take(work) {
      underWay++
      if (underWay === 1) onChange(true)
      const turn = last.then(work)
      last = turn.then(done, done)
      return turn
    },
    isUnderWay: () => underWay > 0,
    async settled() {
      const timer = setTimeout(() => {
        isLate = true
        for (const giveUp of givingUp) giveUp()
      }, limit)
      await last
      clearTimeout(timer)
      isLate = false
    },
    inTime: (answer) =>
      new Promise((resolve, reject) => {
        const giveUp = () => reject(new TooLate())
        if (isLate) giveUp()
        givingUp.add(giveUp)
        void answer.then(resolve, reject).finally(() => givingUp.delete(giveUp))
      }),
  }
}
