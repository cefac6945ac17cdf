import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CustomScheme } from 'electron'
import { addScheme, toAppAddress } from './addresses.ts'
import { life } from './state.ts'

type Handler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, Handler>()

/** Electron's `protocol`, as far as it is used: schemes registered before ready, handlers that answer fetch requests. */
export const standinProtocol = {
  registerSchemesAsPrivileged(list: CustomScheme[]) {
    if (life.isReady) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    }
    for (const { scheme } of list) addScheme(scheme)
  },
  handle(scheme: string, handler: Handler) {
    if (handlers.has(scheme)) throw new Error(`The scheme has already been registered: ${scheme}`)
    handlers.set(scheme, handler)
  },
  unhandle(scheme: string) {
    handlers.delete(scheme)
  },
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
}

/** Starts the server behind the app's schemes on a free port of this computer and gives the port. */
export async function serveSchemes(): Promise<number> {
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = toAppAddress(`http://${request.headers.host}${request.url}`)
  const handler = handlers.get(url.split(':')[0] ?? '')
  try {
    if (!handler) throw new Error(`No handler for ${url}`)
    const answer = await handler(new Request(url, { method: request.method ?? 'GET' }))
    const body = Buffer.from(await answer.arrayBuffer())
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(body)
  } catch (cause) {
    response.writeHead(500).end(String(cause))
  }
}
