import affAddress from '../../node_modules/dictionary-en/index.aff?url'
import dicAddress from '../../node_modules/dictionary-en/index.dic?url'
import { createSpeller, type Speller } from '../../shared/check/speller.ts'

/** Loads the English dictionary of the program's own files. */
export async function loadSpeller(): Promise<Speller> {
  const [aff, dic] = await Promise.all([affAddress, dicAddress].map(readBytes))
  if (!aff || !dic) throw new Error('The English dictionary is not there')
  return withoutFetch(() => createSpeller({ aff, dic }))
}

async function readBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

// Hunspell carries its program with it as a data address, and would fetch it from there, which the policy of the page
// forbids: where there is no `fetch` it decodes it at once instead.
function withoutFetch<T>(start: () => T): T {
  const scope = globalThis as { fetch: typeof fetch | undefined }
  const { fetch: kept } = scope
  scope.fetch = undefined
  try {
    return start()
  } finally {
    scope.fetch = kept
  }
}
