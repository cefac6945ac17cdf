import { openStore } from '../storage/open-store.ts'
import type { Store } from '../storage/store.ts'

/** Opens the library in a worker, which only reads it: what is to be written goes back to the window. Rejects where it does not open. */
export async function openLibrary(): Promise<Store> {
  const opened = await openStore(
    () => new Date().toISOString(),
    () => crypto.randomUUID(),
  )
  if (opened.status !== 'open') throw new Error(`The library does not open here: ${opened.status}`)
  return opened.store
}
