import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { letter, translation } from '../../support/letter-fixture.ts'
import { letterXml } from '../../support/tei-check.ts'
import { runCli } from './run-cli.ts'

let folder = ''
const header = { senders: [{ text: 'Ladygin' }] }

/** A letter that names the one behind it, in its header and in its text. */
function pointing(id: string, to: string): string {
  const xml = letterXml(letter(translation('paragraph: See there.').header(header), undefined, id))
  return xml
    .replace(
      '</correspDesc>',
      `<correspContext><ref type="next" target="#${to}">next</ref></correspContext></correspDesc>`,
    )
    .replace('See there', `See <ref type="document" target="#${to}">there</ref>`)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'epistula-together-'))
  const write = (name: string, xml: string): void => writeFileSync(join(folder, name), xml)
  write('a.xml', pointing('ep-1', 'ep-2'))
  write('b.xml', pointing('ep-2', 'ep-1'))
  write('copy.xml', pointing('ep-2', 'ep-1'))
  write('inner.xml', pointing('ep-4', 'ep-4').replace('<p>See', '<p><persName ref="#ep-1"/>See'))
  write('broken.xml', '<TEI xml:id="ep-2">')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const check = (...files: readonly string[]) => runCli(folder, ['check', ...files])
const lines = (stdout: string): string[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/:\d+:\d+:/, ':'))

describe('letters that point to each other', () => {
  test('alone each pointer is a fault, with what to do', async () => {
    const run = await check('a.xml')
    expect(run).toMatchObject({ code: 1, stderr: '' })
    const fault =
      'a.xml: @target points to #ep-2, which is not in this file; check it together with the file that holds it'
    expect(lines(run.stdout)).toEqual([fault, fault])
  })

  test('together they are good, in any order, and a file named twice is one', async () => {
    const good = { code: 0, stdout: '', stderr: '' }
    expect(await check('a.xml', 'b.xml')).toEqual(good)
    expect(await check('b.xml', 'a.xml', './b.xml')).toEqual(good)
  })

  test('an id that several files hold is no place to point to', async () => {
    const run = await check('a.xml', 'b.xml', 'copy.xml')
    expect(run.code).toBe(1)
    expect(new Set(lines(run.stdout))).toEqual(
      new Set([
        'a.xml: @target points to #ep-2, which is not in this file but in several others: b.xml, copy.xml',
      ]),
    )
  })

  test('a file that cannot be read or parsed holds nothing', async () => {
    const run = await check('a.xml', 'broken.xml', 'nowhere.xml')
    expect(run.code).toBe(2)
    expect(run.stdout).toContain('check it together with the file that holds it')
  })

  test('all other pointers must lead to the file itself', async () => {
    const run = await check('inner.xml', 'a.xml', 'b.xml')
    expect(run.code).toBe(1)
    expect(lines(run.stdout)).toEqual([
      'inner.xml: @ref points to #ep-1, which is not in this file',
    ])
  })
})
