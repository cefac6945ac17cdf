import { INSTANCE_PATH } from '../golden.ts'
import { type InstanceAnswer, pageAddress } from './page-server.ts'

/**
 * Asks whether what answers at a port is a browser edition of Epistula; gives its answer, or null for anything else, and
 * for what is silent for ten seconds: ours may have much to do.
 */
export async function findInstance(port: number): Promise<InstanceAnswer | null> {
  try {
    const response = await fetch(new URL(INSTANCE_PATH, pageAddress(port)), {
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    })
    const said: unknown = await response.json()
    return isInstance(said) ? said : null
  } catch {
    // Whatever it is that does not answer so: it is not ours.
    return null
  }
}

function isInstance(said: unknown): said is InstanceAnswer {
  const { app, version } = (said ?? {}) as { app?: unknown; version?: unknown }
  return app === 'epistula' && typeof version === 'string'
}
