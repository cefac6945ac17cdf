import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../../../app/golden.ts'
import { answerPageRequest } from '../../../../app/main/core/answer-page-request.ts'

const above = mkdtempSync(join(tmpdir(), 'epistula-answer-'))
const root = join(above, 'renderer')
mkdirSync(root)
writeFileSync(join(root, 'index.html'), '<p>письмо</p>')
writeFileSync(join(above, 'package.json'), '{}')

test.each(['app://epistula/', 'app://epistula', 'app://epistula/index.html?x=1#y'])(
  '%s is the page, under the policy',
  async (url) => {
    const response = await answerPageRequest(root, new Request(url))
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('<p>письмо</p>')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
  },
)

test.each([
  ['GET', 'app://other/index.html'],
  ['GET', 'app://epistula/../package.json'],
  ['GET', 'app://epistula/%2e%2e/package.json'],
  ['GET', 'app://epistula/..%2fpackage.json'],
  ['GET', 'app://epistula/..%5cpackage.json'],
  ['GET', 'app://epistula/%00'],
  ['GET', 'app://epistula/missing.js'],
  ['POST', 'app://epistula/index.html'],
  ['PUT', 'app://epistula/new.html'],
])('%s %s is not found', async (method, url) => {
  const response = await answerPageRequest(root, new Request(url, { method }))
  expect(response.status).toBe(404)
  expect(await response.text()).toBe('Not found')
})

test('a question for the headers alone gets no body', async () => {
  const response = await answerPageRequest(root, new Request('app://epistula/', { method: 'HEAD' }))
  expect([response.status, await response.text()]).toEqual([200, ''])
})
