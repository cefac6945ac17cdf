import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findChromium } from '../support/chromium.ts'
import { emptyFolder } from './launch.ts'

const before = process.env.EPISTULA_CHROMIUM

beforeEach(() => {
  delete process.env.EPISTULA_CHROMIUM
})
afterEach(() => {
  if (before === undefined) delete process.env.EPISTULA_CHROMIUM
  else process.env.EPISTULA_CHROMIUM = before
})

async function textOfPage(): Promise<string> {
  const { path: executablePath, args, env } = await findChromium()
  const browser = await chromium.launch({ executablePath, args: [...args], env })
  try {
    const page = await browser.newPage()
    await page.setContent('<p id="here">письмо</p>')
    return await page.innerText('#here')
  } finally {
    await browser.close()
  }
}

test('a browser is found that runs a page', async () => {
  expect(await textOfPage()).toBe('письмо')
})

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'the one of the packages runs too, with its own libraries, in its own process alone',
  async () => {
    process.env.EPISTULA_CHROMIUM = 'bundled'
    const libraries = process.env.LD_LIBRARY_PATH
    const found = await findChromium()
    expect(found.source).toBe('bundled')
    expect(found.env.LD_LIBRARY_PATH).toContain(path.dirname(found.path))
    expect(process.env.LD_LIBRARY_PATH).toBe(libraries)
    expect(await textOfPage()).toBe('письмо')
  },
)

test('the one named is taken as it is, and one that is not there is an error', async () => {
  const file = path.join(emptyFolder(), 'my-browser')
  writeFileSync(file, '')
  process.env.EPISTULA_CHROMIUM = file
  expect(await findChromium()).toMatchObject({ path: file, source: 'named' })
  process.env.EPISTULA_CHROMIUM = '/nowhere/browser'
  expect(existsSync('/nowhere/browser')).toBe(false)
  await expect(findChromium()).rejects.toThrow('EPISTULA_CHROMIUM names no file')
})
