import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { ROOT } from '../modules.ts'

/** A running server of the page that lends the storage to tests. */
export interface StoragePage {
  readonly address: string
  close(): Promise<void>
}

/** Bundles the page and serves it on the loopback interface, on a port of the system's choice. */
export async function serveStoragePage(): Promise<StoragePage> {
  const scripts = new Map([
    ['/page.js', await bundled(join(import.meta.dirname, 'page.ts'))],
    // Where the page, unbundled, would look for them.
    ['/workers/bulk-worker.ts', await bundled(join(ROOT, 'renderer/workers/bulk-worker.ts'))],
    ['/workers/copy-worker.ts', await bundled(join(ROOT, 'renderer/workers/copy-worker.ts'))],
  ])
  const server = createServer((request, response) => {
    const script = scripts.get(request.url ?? '')
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8')
    // As in the app: nothing may compile code at run time.
    response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'")
    response.end(
      script ??
        '<!doctype html><title>Storage</title><script type="module" src="page.js"></script>',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function bundled(input: string): Promise<string> {
  const bundle = await rolldown({ input, platform: 'browser' })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false })
  await bundle.close()
  return output[0].code
}
