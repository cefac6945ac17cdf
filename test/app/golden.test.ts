import { expect, test } from 'vitest'
import {
  BROWSER_HOST,
  BROWSER_PORT,
  CONTENT_SECURITY_POLICY,
  COPIES_BELOW_DATA,
  COPIES_FOLDER_NAME,
  DATA_FOLDER_NAME,
  GRANTED_PERMISSIONS,
  INSTANCE_PATH,
  PAGE_HOST,
  PAGE_ORIGIN,
  PAGE_SCHEME,
} from '../../app/golden.ts'
import { packagedFuses } from '../../app/launch/set-fuses.ts'

test('the origin of the desktop page never changes: Chromium keeps a library for each origin, another one is empty', () => {
  expect(PAGE_ORIGIN).toBe('app://epistula')
  expect(`${PAGE_SCHEME}://${PAGE_HOST}`).toBe(PAGE_ORIGIN)
})

test('the data folder never changes: it holds the library, and a program that looks elsewhere finds none', () => {
  expect(DATA_FOLDER_NAME).toBe('Epistula')
})

test('the folders of the safety copies never change: a lost library is brought back from where the copies were put', () => {
  expect(COPIES_FOLDER_NAME).toBe('Epistula')
  expect(COPIES_BELOW_DATA).toBe('Safety copies')
})

test('the address of the browser edition never changes: host and port are part of the origin of its library', () => {
  expect(`http://${BROWSER_HOST}:${BROWSER_PORT}`).toBe('http://127.0.0.1:27182')
})

test('the identifying address never changes: another version that runs must be found, not taken for a stranger', () => {
  expect(INSTANCE_PATH).toBe('/epistula-instance.json')
})

test('the policy never gets wider: it is what stands between a hostile letter and the library', () => {
  expect(CONTENT_SECURITY_POLICY.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ])
})

test('no permission is added: storage that is not evicted and copying are all that the page needs', () => {
  expect(GRANTED_PERMISSIONS).toEqual(['persistent-storage', 'clipboard-sanitized-write'])
})

test('the nine fuses stay as they are: each one that is turned lets another program into ours', () => {
  expect(packagedFuses).toEqual({
    version: '1',
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: true,
    0: false, // it runs as Node for nobody
    1: true, // cookies are encrypted
    2: false, // NODE_OPTIONS does nothing
    3: false, // no debugger from outside
    4: true, // the archive is the one that was signed
    5: true, // code comes from the archive alone
    6: false, // no start-up snapshot of its own
    7: false, // file: pages have no privileges
    8: true, // WebAssembly checks its bounds by traps
  })
})
