import type { Page } from 'playwright-core'

/** Keeps a row in a database beside the library, which lies in the same files. */
export function keepRow(page: Page, key: number): Promise<void> {
  return page.evaluate(
    (own) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('probe', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const work = opening.result.transaction('rows', 'readwrite', { durability: 'strict' })
          work.objectStore('rows').put('письмо '.repeat(500), own)
          work.oncomplete = () => resolve()
          work.onerror = () => reject(work.error)
        }
      }),
    key,
  )
}

/** The keys of the rows that were kept beside the library; rejects where that database is not there any more. */
export function keptRows(page: Page): Promise<IDBValidKey[]> {
  return page.evaluate(
    () =>
      new Promise<IDBValidKey[]>((resolve, reject) => {
        const opening = indexedDB.open('probe', 1)
        opening.onupgradeneeded = () => reject(new Error('No row was kept'))
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const asked = opening.result.transaction('rows').objectStore('rows').getAllKeys()
          asked.onsuccess = () => resolve(asked.result)
          asked.onerror = () => reject(asked.error)
        }
      }),
  )
}
