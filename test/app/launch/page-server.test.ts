import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../../app/golden.ts'
import { findInstance } from '../../../app/launch/find-instance.ts'
import { pageAddress, servePage } from '../../../app/launch/page-server.ts'

const above = mkdtempSync(join(tmpdir(), 'epistula-serve-'))
const folder = join(above, 'renderer')
let server: Server
let port = 0

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<p>письмо</p>')
  writeFileSync(join(folder, 'assets/a.js'), '1')
  writeFileSync(join(above, 'package.json'), '{}')
  port = await freePort()
  server = await servePage({ folder, port, version: '1.2.3' })
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port: free } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return free
}

interface Got {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

// Node's own client sends paths and hosts as they are given, as a hostile one would.
function get(path: string, host = `127.0.0.1:${port}`, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers: { host } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const body = Buffer.concat(chunks).toString()
          resolve({ status: response.statusCode, headers: response.headers, body })
        })
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

test('serves the page under the policy', async () => {
  const page = await get('/?x=1')
  expect([page.status, page.body]).toEqual([200, '<p>письмо</p>'])
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
  })
  expect((await get('/assets/a.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
})

test.each([
  '/missing',
  '/../package.json',
  '/%2e%2e/package.json',
  '/..%5cpackage.json',
  '/assets',
])('%s is not found', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test.each(['evil.example', 'evil.example:27182', '127.0.0.1', '[::1]:27182', '127.0.0.1:1'])(
  'a name of this server that somebody else made up is refused: %s',
  async (host) => {
    expect((await get('/', host)).status).toBe(421)
  },
)

test('localhost is sent to the one address, because its library would be another', async () => {
  const moved = await get('//evil.example/x', `localhost:${port}`)
  expect([moved.status, moved.headers.location]).toEqual([
    307,
    `http://127.0.0.1:${port}/evil.example/x`,
  ])
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
  expect((await get('/', undefined, method)).status).toBe(405)
})

test('a question for the headers alone gets no body', async () => {
  const page = await get('/', undefined, 'HEAD')
  expect([page.status, page.headers['content-length'], page.body]).toEqual([200, '19', ''])
})

test('says what it is, and is found by it', async () => {
  expect(await findInstance(port)).toEqual({ app: 'epistula', version: '1.2.3' })
})

test('the port is taken once', async () => {
  await expect(servePage({ folder, port, version: '1' })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})

test('is reached from this computer alone', () => {
  expect((server.address() as AddressInfo).address).toBe('127.0.0.1')
  expect(pageAddress(port)).toBe(`http://127.0.0.1:${port}/`)
})

test.each([
  ['not JSON', 'hello'],
  ['another program', '{"app":"other","version":"1"}'],
  ['no object', 'null'],
])('%s is no instance', async (_what, body) => {
  const other = createServer((_request, response) => response.end(body))
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  expect(await findInstance((other.address() as AddressInfo).port)).toBeNull()
  other.close()
  other.closeAllConnections()
})
