import { describe, expect, test } from 'vitest'
import {
  isAllowedRequest,
  isOwnPage,
  readExternalUrl,
} from '../../../../app/main/core/url-policy.ts'

describe('isOwnPage', () => {
  test.each(['app://epistula', 'app://epistula/', 'app://epistula/index.html?x#y'])('%s', (url) => {
    expect(isOwnPage(url)).toBe(true)
  })

  test.each([
    '',
    'epistula',
    'app:epistula',
    'app:///epistula',
    'app://epistula.example/',
    'app://other/',
    'app://epistula:80/',
    'app://user@epistula/',
    'http://epistula/',
    'https://epistula/',
    'file:///epistula/index.html',
    'about:blank',
    'data:text/html,x',
    'javascript:alert(1)',
  ])('not %s', (url) => {
    expect(isOwnPage(url)).toBe(false)
  })
})

test.each([
  ['app://epistula/assets/a.js', true],
  ['blob:app://epistula/1-2-3', true],
  ['data:image/png;base64,AA', true],
  ['app://other/a.js', false],
  ['http://127.0.0.1/', false],
  ['https://example.org/', false],
  ['ws://example.org/', false],
  ['file:///etc/passwd', false],
  ['ftp://example.org/', false],
  ['chrome://settings', false],
  ['devtools://devtools/x', false],
  ['not an address', false],
])('the page may load %s: %s', (url, allowed) => {
  expect(isAllowedRequest(url)).toBe(allowed)
})

describe('readExternalUrl', () => {
  test.each([
    ['https://d-nb.info/gnd/118540238', 'https://d-nb.info/gnd/118540238'],
    ['http://example.org', 'http://example.org/'],
    ['HTTPS://EXAMPLE.ORG/A', 'https://example.org/A'],
    ['https://example.org:8443/?q=%20#x', 'https://example.org:8443/?q=%20#x'],
    ['https://пример.рф/', 'https://xn--e1afmkfd.xn--p1ai/'],
    ['mailto:editor@example.org', 'mailto:editor@example.org'],
    ['mailto:a@example.org?subject=x', 'mailto:a@example.org?subject=x'],
  ])('%s goes out as %s', (url, read) => {
    expect(readExternalUrl(url)).toBe(read)
  })

  test.each([
    '',
    '/etc/passwd',
    '//example.org',
    'example.org',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001https://example.org',
    'https://exa\tmple.org',
    'https://example.org/\r\nx',
    'https:\\\\example.org',
    'https:example.org',
    'https:/example.org',
    'https:///example.org',
    'http://user@example.org/',
    'http://bank.example:secret@example.org/',
    'file:///etc/passwd',
    'smb://server/share',
    'ftp://example.org/',
    'data:text/html,x',
    'vbscript:x',
    'ms-settings:',
    'ms-msdt:/id',
    'search-ms:query=x',
    'app://epistula/',
    'chrome://settings',
    'mailto:',
    'mailto:nobody',
    'mailto:a@example.org\n',
    'tel:+1',
    'https://',
    'https://[::1',
  ])('%s is refused', (url) => {
    expect(readExternalUrl(url)).toBeNull()
  })
})
