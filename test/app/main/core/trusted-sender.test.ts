import { expect, test } from 'vitest'
import { isTrustedSender } from '../../../../app/main/core/trusted-sender.ts'

const own = { url: 'app://epistula/index.html', origin: 'app://epistula', parent: null }

test('the page in the window is trusted', () => {
  expect(isTrustedSender(own)).toBe(true)
})

test.each([
  ['a page that is gone', null],
  ['a frame in it', { ...own, parent: own }],
  ['another origin', { ...own, origin: 'https://example.org' }],
  ['an opaque origin', { ...own, origin: 'null' }],
  ['another address', { ...own, url: 'https://example.org/' }],
  ['an empty page', { url: 'about:blank', origin: 'app://epistula', parent: null }],
])('%s is not', (_what, frame) => {
  expect(isTrustedSender(frame)).toBe(false)
})
