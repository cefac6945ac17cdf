import type { Host } from '../../host/host.ts'
import type { Session } from '../../session/session.ts'

/** Saves a copy of the letter that is open as it is in memory, which may be more than the library holds; without one, of the collection. */
export async function saveCopy(session: Session, host: Host): Promise<void> {
  const copy = session.letterCopy()
  if (!copy) return await session.saveCollection()
  const result = await host.saveFile(copy)
  if (result.status === 'failed') session.notify('bad', result.message)
}
