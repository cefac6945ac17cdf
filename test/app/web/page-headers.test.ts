import { expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../../app/golden.ts'
import { pageHeaders } from '../../../app/web/page-headers.ts'

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['assets/main.JS', 'text/javascript; charset=utf-8'],
  ['manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['assets/parser.wasm', 'application/wasm'],
  ['assets/literata.woff2', 'font/woff2'],
  ['assets/unknown.bin', 'application/octet-stream'],
])('%s is sent as %s, under the policy, never sniffed', (path, type) => {
  expect(pageHeaders(path)).toMatchObject({
    'content-type': type,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
  })
})
