/** A letter that this window may write (until `release`, which resolves when it is free), or that another window has open. */
export type LetterLock =
  | { readonly status: 'held'; release(): Promise<void> }
  | { readonly status: 'elsewhere' }

/** Asks for the one right to write a letter; never waits. The browser frees it when the window closes or crashes. */
export async function lockLetter(letter: string): Promise<LetterLock> {
  return new Promise((resolve, reject) => {
    const freed: Promise<void> = navigator.locks
      .request(`epistula/letter/${letter}`, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve({ status: 'elsewhere' })
          return undefined
        }
        return new Promise<void>((end) => {
          const release = () => {
            end()
            return freed
          }
          resolve({ status: 'held', release })
        })
      })
      .catch(reject)
  })
}
