import { parse } from 'parse5'
import { readDocx } from '../../app/cli/read-docx.ts'
import { BYTE_TABLES } from '../../shared/import/encodings.ts'
import { openSources } from '../../shared/import/source/open-sources.ts'
import { longPage } from './import-bench.ts'
import { type Figure, medianTime } from './measure.ts'

const BYTES = 1e6

async function open(name: string, bytes: Uint8Array): Promise<void> {
  for await (const source of openSources([{ name, bytes }], { docx: readDocx }))
    if (source.kind !== 'page') throw new Error(`${name} is no page`)
}

function koi8(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const byte = BYTE_TABLES['koi8-r'].indexOf(character)
    return character < '\u0080' ? character.charCodeAt(0) : byte < 0 ? 0x3f : byte + 0x80
  })
}

async function figure(
  name: string,
  file: string,
  bytes: Uint8Array,
  baseline: { readonly name: string; readonly work: () => unknown },
): Promise<Figure> {
  const speed = async (work: () => unknown) => bytes.length / 1e3 / (await medianTime(5, work))
  const value = await speed(() => open(file, bytes))
  const base = { name: baseline.name, value: await speed(baseline.work) }
  return { name, value, unit: 'MB/s', baseline: base }
}

/** Opening files of about one million bytes: UTF-8, an old encoding that is found by its letters, a saved page. */
export async function openFigures(): Promise<Figure[]> {
  const page = longPage(BYTES)
  const russian = 'Дорогой товарищ! Посылаю Вам план лесных заводов на будущий год.\n'.repeat(
    15_000,
  )
  const html = `<body>${page.replaceAll('&', '&amp;').replaceAll('\n', '<br>\n')}</body>`
  const utf8 = new TextEncoder().encode(page)
  const old = koi8(russian)
  const decode = (label: string, bytes: Uint8Array) => () =>
    new TextDecoder(label, { fatal: true }).decode(bytes)
  return [
    await figure('open a page in UTF-8', 'a.txt', utf8, {
      name: 'TextDecoder',
      work: decode('utf-8', utf8),
    }),
    await figure('open a page whose encoding is found', 'a.txt', old, {
      name: 'TextDecoder that is told',
      work: decode('koi8-r', old),
    }),
    await figure('open a saved page (HTML)', 'a.html', new TextEncoder().encode(html), {
      name: 'parse5 alone',
      work: () => parse(html),
    }),
  ]
}
