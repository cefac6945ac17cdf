import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { BROWSER_HOST, INSTANCE_PATH } from '../golden.ts'
import { findPageFile } from '../web/find-page-file.ts'
import { pageHeaders } from '../web/page-headers.ts'

/** What a page server is made from: the folder of the built page, the one port it answers for, and the app's version. */
export interface PageServing {
  readonly folder: string
  readonly port: number
  readonly version: string
}

/** What a running browser edition answers at its identifying address. */
export interface InstanceAnswer {
  readonly app: 'epistula'
  readonly version: string
}

/** The address of the browser edition at a port. */
export function pageAddress(port: number): string {
  return `http://${BROWSER_HOST}:${port}/`
}

/**
 * Serves the page at one port of this computer, for reading alone. A request that names another host is refused, so
 * that no site on the network can reach it under a name of its own; `localhost` is sent on to the one address, because
 * its library would be another. Rejects with the system's error, EADDRINUSE where the port is taken.
 */
export async function servePage(serving: PageServing): Promise<Server> {
  const server = createServer((request, response) => {
    answer(serving, request, response).catch((cause: unknown) => {
      if (!response.headersSent) send(response, 500, 'failed.txt', `Cannot be read: ${cause}`)
      else response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: BROWSER_HOST, port: serving.port, exclusive: true }, resolve)
  })
  return server
}

async function answer(
  { folder, port, version }: PageServing,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/'
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    return send(response, 405, 'refused.txt', 'Only reading is possible here.')
  }
  if (request.headers.host === `localhost:${port}`) {
    response.setHeader('location', pageAddress(port) + (request.url ?? '/').replace(/^\/+/, ''))
    return send(response, 307, 'moved.txt', '')
  }
  if (request.headers.host !== `${BROWSER_HOST}:${port}`) {
    return send(response, 421, 'refused.txt', 'Not the address of this server.')
  }
  if (path === INSTANCE_PATH) {
    const instance: InstanceAnswer = { app: 'epistula', version }
    return send(response, 200, 'instance.json', JSON.stringify(instance))
  }
  const file = await findPageFile(folder, path)
  if (!file) return send(response, 404, 'not-found.txt', 'Not found')
  send(response, 200, file, await readFile(file))
}

function send(response: ServerResponse, status: number, name: string, body: string | Buffer): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  response.writeHead(status, { ...pageHeaders(name), 'content-length': bytes.length })
  // A HEAD request gets the headers alone; Node leaves the body out by itself.
  response.end(bytes)
}
