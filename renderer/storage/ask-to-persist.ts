/** Whether the browser has promised not to clear the library to make room, and how many bytes are used and allowed. */
export interface Persistence {
  readonly persisted: boolean
  readonly usage: number
  readonly quota: number
}

/** Asks the browser to keep the library when it makes room, and says what came of it. */
export async function askToPersist(): Promise<Persistence> {
  const persisted = (await navigator.storage.persisted()) || (await navigator.storage.persist())
  const { usage = 0, quota = 0 } = await navigator.storage.estimate()
  return { persisted, usage, quota }
}
