import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { BYTE_TABLES } from '../../shared/import/encodings.ts'
import { browserEdition } from '../support/browser-edition.ts'
import { makeDocx, wordParagraph } from '../support/docx.ts'
import { sayWho } from '../support/letter-steps.ts'
import { confirmReview, dropFiles, shownLetters } from './window-steps.ts'

const edition = browserEdition()
const page = () => edition().page()
const SAMPLE = 12

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'epistula-formats-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const made = async (name: string, content: string | Uint8Array) => {
  const file = path.join(folder, name)
  await writeFile(file, content)
  return file
}

const koi8 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => {
    const byte = BYTE_TABLES['koi8-r'].indexOf(character)
    return byte < 0 ? character.charCodeAt(0) : byte + 0x80
  })

it('pages of all kinds come in together; what is none is refused and runs nothing', async () => {
  await sayWho(page(), 'Jana Kowal', 'JK')
  const lines = [
    'Ladygin to Torpov October 1, 1934',
    'TsGAN. F. 901. Op. 4. D. 12. L. 33.',
    'Yes. Ladygin',
  ]
  await dropFiles(page(), [
    await made(
      'saved.html',
      `<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1"><h2>${lines.join('</h2><p>')}`,
    ),
    await made('word.docx', makeDocx({ body: lines.map((line) => wordParagraph(line)).join('') })),
    await made(
      'koi.txt',
      koi8('Torpov to Ladygin October 2, 1934\n\nДорогой товарищ! Посылаю Вам план.\nТорпов\n'),
    ),
    await made(
      'more.zip',
      zipSync({ 'in/a.txt': Buffer.from(lines.join('\n\n')), '../b.txt': Buffer.from('x') }),
    ),
    await made('picture.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)),
  ])
  await page().getByRole('heading', { name: '4 letters found' }).waitFor()
  await confirmReview(page())
  await expect.poll(() => shownLetters(page())).toBe(SAMPLE + 4)
  expect(await page().evaluate(() => 'hacked' in window)).toBe(false)
  expect(edition().faults).toEqual([])
})
