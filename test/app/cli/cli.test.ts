import { execFile } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDocx, wordParagraph } from '../../support/docx.ts'
import { exportContext } from '../../support/letter-fixture.ts'
import { runCli, startCli } from './run-cli.ts'

const PAGE = `Ladygin to Verkhov September 14, 1934

Archive: TsGAN. F. 901. Op. 4. D. 12. L. 33. Autograph.

Hello, comrade Verkhov!
The plan for the alloy of the forest is ready 1 . Tell me your opinion.
Ladygin

_____________________
1 The plan was made by the People's Commissariat of Forestry.

Verkhov to Ladygin September 15, 1934

I agree. Verkhov
`

let folder = ''
const write = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(folder, name), content)
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'epistula-cli-'))
  mkdirSync(join(folder, 'sub'))
  write('1934-09.txt', PAGE)
  write('sub/1934-09.txt', PAGE)
  write('empty.txt', '')
  write('blank.txt', ' \n\n')
  write('picture.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 1, 2, 3]))
  write('wide.txt', Buffer.from(`\ufeff${PAGE}`, 'utf16le'))
  write('letter.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>')
  write('prose.txt', 'Nothing here is a letter.\n')
  write('edition.json', JSON.stringify(exportContext().edition))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('words that cannot be understood: the reason, how it is used, and code 2', async () => {
  const run = await runCli(folder, ['letters', '--jsn', 'a.txt'])
  expect(run).toMatchObject({ code: 2, stdout: '' })
  expect(run.stderr).toContain('epistula: letters has no option --jsn\n')
  expect(run.stderr).toContain('Usage: epistula COMMAND')
})

test('the installed command is the same program', async () => {
  const command = join(import.meta.dirname, '../../../app/cli/epistula.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [command, '--version'])
  expect(stdout).toBe((await runCli(folder, ['--version'])).stdout)
})

test('help and version', async () => {
  const help = await runCli(folder, ['tei', '--help'])
  expect(help).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('Usage') })
  const version = await runCli(folder, ['--version'])
  expect(version).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})

describe('letters', () => {
  test('prints JSON and nothing else', async () => {
    const run = await runCli(folder, ['letters', '1934-09.txt', '--json'])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    const { letters, outside } = JSON.parse(run.stdout)
    expect(letters.map(({ id }: { id: string }) => id)).toEqual(['ep-1934-09-1', 'ep-1934-09-12'])
    expect(letters[0]).toMatchObject({
      source: '1934-09.txt',
      line: 1,
      senders: ['Ladygin'],
      recipients: ['Verkhov'],
      date: { when: '1934-09-14' },
      archive: [{ repository: 'TsGAN', fond: '901', leaf: '33' }],
    })
    expect(outside).toEqual([])
  })

  test('prints a table for people', async () => {
    const run = await runCli(folder, ['letters', '1934-09.txt'])
    expect(run.stdout.split('\n')[1]).toMatch(
      /^1934-09-14 {2}Ladygin {2}Verkhov {2}TsGAN 901 4 12 33/,
    )
    expect(run.stdout).toContain('2 letters')
  })

  test('the same input gives the same output; UTF-16 too', async () => {
    const once = await runCli(folder, ['letters', '--json', '1934-09.txt'])
    expect(await runCli(folder, ['letters', '--json', '1934-09.txt'])).toEqual(once)
    const wide = await runCli(folder, ['letters', '--json', 'wide.txt'])
    expect(wide.stdout.replaceAll('wide', '1934-09')).toBe(once.stdout)
  })

  test('each input that cannot be read is one line of warning, and the other files go on', async () => {
    const faulty = ['nowhere.txt', 'empty.txt', 'blank.txt', 'picture.txt', 'letter.xml']
    const run = await runCli(folder, ['letters', '--json', ...faulty, '1934-09.txt'])
    expect(run.code).toBe(2)
    expect(run.stderr.split('\n')).toEqual([
      'epistula: nowhere.txt: there is no such file',
      'epistula: empty.txt: The file is empty.',
      'epistula: blank.txt: The file holds no text.',
      'epistula: picture.txt: The file is a PNG image, not plain text.',
      expect.stringContaining('epistula: letter.xml: The file is TEI already'),
      '',
    ])
    expect(JSON.parse(run.stdout).letters).toHaveLength(2)
  })

  test('folders, archives, saved pages and Word documents are read too', async () => {
    const html = PAGE.replaceAll('\n', '<br>')
    write('saved.html', `<html><body>${html}</body></html>`)
    const body = PAGE.split('\n').map((line) => wordParagraph(line.replaceAll('&', '&amp;')))
    write('word.docx', makeDocx({ body: body.join('') }))
    write('all.zip', zipSync({ 'in/one.txt': Buffer.from(PAGE), '.DS_Store': Buffer.from('x') }))
    const run = await runCli(folder, [
      'letters',
      '--json',
      'sub',
      'all.zip',
      'saved.html',
      'word.docx',
    ])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    const { letters } = JSON.parse(run.stdout)
    const found = letters.map(({ source, senders }: { source: string; senders: string[] }) => [
      source,
      senders[0],
    ])
    expect(found).toEqual(
      ['sub/1934-09.txt', 'all.zip/in/one.txt', 'saved.html', 'word.docx'].flatMap((source) => [
        [source, 'Ladygin'],
        [source, 'Verkhov'],
      ]),
    )
  })

  test('an encoding can be named; a guessed one is said', async () => {
    // «Привет» and more in KOI8-R.
    write(
      'koi.txt',
      Uint8Array.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4, 0x2c, 0x20, 0xce, 0xc1, 0xdb, 0xc1]),
    )
    const guessed = await runCli(folder, ['letters', 'koi.txt', '--json'])
    expect(guessed.stderr).toContain('koi.txt: The file is not UTF-8')
    expect(JSON.parse(guessed.stdout).outside[0].text).toBe('Привет, наша')
    const named = await runCli(folder, ['letters', 'koi.txt', '--json', '--encoding', 'cp1251'])
    expect(JSON.parse(named.stdout).outside[0].text).toBe('рТЙЧЕФ, ОБЫБ')
    const wrong = await runCli(folder, ['letters', 'koi.txt', '--encoding', 'klingon'])
    expect(wrong).toMatchObject({ code: 2 })
  })

  test('a reader that leaves early is no error', async () => {
    write('long.txt', PAGE.repeat(400))
    const child = startCli(folder, ['letters', '--json', 'long.txt'])
    let stderr = ''
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.stdout!.once('data', () => child.stdout!.destroy())
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  test('a long output comes whole through a pipe', async () => {
    write('long.txt', PAGE.repeat(400))
    const { stdout } = await runCli(folder, ['letters', '--json', 'long.txt'])
    expect(stdout.length).toBeGreaterThan(500_000)
    expect(JSON.parse(stdout).letters).toHaveLength(800)
  })

  test('run by npm, paths are those of the place where the person stands', async () => {
    const env = { npm_lifecycle_event: 'epistula', INIT_CWD: folder }
    expect(await runCli(tmpdir(), ['letters', '1934-09.txt'], env)).toMatchObject({
      code: 0,
      stderr: '',
    })
  })
})

describe('tei', () => {
  const common = ['tei', '1934-09.txt', '--edition', 'edition.json', '--date', '2026-11-21']

  test('writes letters, collection and index, which check finds good; twice the same', async () => {
    expect(await runCli(folder, [...common, '--out', 'a/b'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
    const names = readdirSync(join(folder, 'a/b')).sort()
    expect(names).toEqual(['cmif.xml', 'corpus.xml', 'ep-1934-09-1.xml', 'ep-1934-09-12.xml'])
    expect(read('a/b/ep-1934-09-1.xml')).toContain(
      '<ref xml:id="ep-1934-09-1-c1" type="callout" target="#ep-1934-09-1-n1"',
    )
    const paths = names.map((name) => `a/b/${name}`)
    expect(await runCli(folder, ['check', ...paths])).toEqual({ code: 0, stdout: '', stderr: '' })
    await runCli(folder, [...common, '--out=c'])
    for (const name of names) expect(read(`c/${name}`)).toBe(read(`a/b/${name}`))
  })

  test('replaces a file as a whole and leaves nothing else behind', async () => {
    mkdirSync(join(folder, 'd'))
    write('d/cmif.xml', 'old'.repeat(10_000))
    await runCli(folder, [...common, '--out', 'd'])
    expect(read('d/cmif.xml')).toMatch(/<\/TEI>\n$/)
    expect(readdirSync(join(folder, 'd'))).toHaveLength(4)
  })

  test('without an edition record one warning', async () => {
    const run = await runCli(folder, ['tei', '1934-09.txt', '--out', 'e'])
    expect(run.code).toBe(0)
    expect(run.stderr).toMatch(/^epistula: no edition record .*\n$/)
  })

  test.each([
    ['{', 'it is not JSON'],
    [JSON.stringify({ ...exportContext().edition, licence: 'mine' }), 'licence must be'],
  ])('an edition record that cannot be used (%#)', async (json, reason) => {
    write('bad.json', json)
    const run = await runCli(folder, ['tei', '1934-09.txt', '--out', 'f', '--edition', 'bad.json'])
    expect(run.code).toBe(2)
    expect(run.stderr).toContain(`epistula: the edition record bad.json: ${reason}`)
    expect(readdirSync(folder)).not.toContain('f')
  })

  test('a date that is none, an edition that is not there', async () => {
    expect(
      (await runCli(folder, ['tei', '1934-09.txt', '--out', 'g', '--date', 'today'])).code,
    ).toBe(2)
    expect(
      (await runCli(folder, ['tei', '1934-09.txt', '--out', 'g', '--edition', 'no.json'])).code,
    ).toBe(2)
    expect(readdirSync(folder)).not.toContain('g')
  })

  test('two pages of one name would overwrite each other: nothing is written', async () => {
    const run = await runCli(folder, [...common, 'sub/1934-09.txt', '--out', 'h'])
    expect(run.code).toBe(1)
    expect(run.stderr).toContain('1934-09.txt and sub/1934-09.txt give letters of the same id')
    expect(readdirSync(folder)).not.toContain('h')
  })

  test('a page without letters writes nothing; a file that is missing does not stop the others', async () => {
    const none = await runCli(folder, [
      'tei',
      'prose.txt',
      '--out',
      'i',
      '--edition',
      'edition.json',
    ])
    expect(none).toMatchObject({
      code: 1,
      stderr: 'epistula: no letter was found, nothing is written\n',
    })
    const some = await runCli(folder, [...common, 'nowhere.txt', '--out', 'j'])
    expect(some).toMatchObject({
      code: 2,
      stderr: 'epistula: nowhere.txt: there is no such file\n',
    })
    expect(readdirSync(join(folder, 'j'))).toHaveLength(4)
  })

  test('a place that cannot be written is said', async () => {
    const run = await runCli(folder, [...common, '--out', '1934-09.txt'])
    expect(run.code).toBe(2)
    expect(run.stderr).toMatch(/^epistula: 1934-09\.txt cannot be written: .+\n$/)
    expect(read('1934-09.txt')).toBe(PAGE)
  })
})

describe('check', () => {
  beforeAll(async () => {
    await runCli(folder, ['tei', '1934-09.txt', '--edition', 'edition.json', '--out', 'x'])
    const good = read('x/ep-1934-09-1.xml')
    write('good.xml', good)
    write('wide.xml', Buffer.from(`\ufeff${good.replace('UTF-8', 'UTF-16')}`, 'utf16le'))
    write(
      'latin.xml',
      Buffer.from(
        good.replace('UTF-8', 'ISO-8859-1').replace(/[\u0100-\uffff]/g, '\u00e8'),
        'latin1',
      ),
    )
    write('bad.xml', good.replace('<body>', '<body n="1">'))
    write('dangling.xml', good.replace('target="#ep-1934-09-1-n1"', 'target="#gone"'))
    write('broken.xml', good.replace('</body>', ''))
    write('bomb.xml', '<!DOCTYPE a [<!ENTITY a "&b;&b;"><!ENTITY b "x">]>\n<a>&a;</a>')
    write(
      'small.rng',
      '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>',
    )
    write(
      'parts.rng',
      '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="small.rng"/></grammar>',
    )
    write('a.xml', '<a>x</a>')
    write('locked.xml', good)
    chmodSync(join(folder, 'locked.xml'), 0)
  })

  test('letters, collections and indexes, in the encodings that XML names', async () => {
    const files = ['good.xml', 'wide.xml', 'latin.xml', 'x/corpus.xml', 'x/cmif.xml']
    expect(await runCli(folder, ['check', ...files])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('errors with their places', async () => {
    const files = ['bad.xml', 'good.xml', 'dangling.xml', 'broken.xml', 'bomb.xml', 'a.xml']
    const run = await runCli(folder, ['check', ...files])
    expect(run).toMatchObject({ code: 1, stderr: '' })
    expect(run.stdout.split('\n')).toEqual([
      expect.stringMatching(/^bad\.xml:\d+:\d+: @n is not allowed on body$/),
      expect.stringMatching(
        /^dangling\.xml:\d+:\d+: @target points to #gone, which is not in this file$/,
      ),
      expect.stringMatching(/^broken\.xml:\d+:\d+: not well-formed XML: unexpected close tag$/),
      expect.stringMatching(/^bomb\.xml:1:\d+: not well-formed XML: a document type declaration/),
      'a.xml:1:1: a is not allowed as the root element; expected here: TEI, teiCorpus',
      '',
    ])
  })

  test('what cannot be read is a line of warning; the others go on and the highest code wins', async () => {
    const run = await runCli(folder, [
      'check',
      'nowhere.xml',
      'sub',
      'empty.txt',
      'picture.txt',
      'bad.xml',
    ])
    expect(run.code).toBe(2)
    expect(run.stderr.split('\n')).toEqual([
      'epistula: nowhere.xml: there is no such file',
      'epistula: sub: it is a folder, not a file',
      'epistula: empty.txt: The file is empty.',
      'epistula: picture.txt: The file is a PNG image, not plain text.',
      '',
    ])
    expect(run.stdout).toMatch(/^bad\.xml:.*\n$/)
  })

  test.skipIf(process.getuid?.() === 0)(
    'a file that may not be opened (skipped for root)',
    async () => {
      expect(await runCli(folder, ['check', 'locked.xml'])).toMatchObject({
        code: 2,
        stderr: 'epistula: locked.xml: it may not be opened (permission)\n',
      })
    },
  )

  test('another schema can be named', async () => {
    expect(await runCli(folder, ['check', '--schema', 'small.rng', 'a.xml'])).toMatchObject({
      code: 0,
    })
    expect(await runCli(folder, ['check', '--schema', 'small.rng', 'good.xml'])).toMatchObject({
      code: 1,
    })
  })

  test.each([
    ['parts.rng', 'it includes another file (small.rng)'],
    ['good.xml', 'it is no RELAX NG schema'],
    ['nowhere.rng', 'there is no such file'],
  ])('a schema that cannot be used: %s', async (schema, reason) => {
    const run = await runCli(folder, ['check', '--schema', schema, 'a.xml'])
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toContain(`the schema ${schema} cannot be used: ${reason}`)
  })
})
