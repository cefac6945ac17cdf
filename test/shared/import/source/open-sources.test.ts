import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../../app/cli/read-docx.ts'
import { BYTE_TABLES, type SingleByteEncoding } from '../../../../shared/import/encodings.ts'
import { openSources } from '../../../../shared/import/source/open-sources.ts'
import type {
  Source,
  SourceInput,
  SourceSurroundings,
} from '../../../../shared/import/source/source.ts'
import { makeDocx, wordParagraph } from '../../../support/docx.ts'

const file = (name: string, content: string | Uint8Array): SourceInput => ({
  name,
  bytes: typeof content === 'string' ? strToU8(content) : content,
})

async function open(
  files: readonly SourceInput[],
  more: Partial<SourceSurroundings> = {},
): Promise<Source[]> {
  const all: Source[] = []
  for await (const source of openSources(files, { docx: readDocx, ...more })) all.push(source)
  return all
}

const one = async (name: string, content: string | Uint8Array, more = {}): Promise<Source> => {
  const [source, ...others] = await open([file(name, content)], more)
  expect(others).toEqual([])
  return source!
}

/** Text in an encoding of one byte; what it lacks becomes a question mark. */
const encode = (text: string, encoding: SingleByteEncoding): Uint8Array =>
  Uint8Array.from(text, (character) => {
    const byte = BYTE_TABLES[encoding].indexOf(character)
    return character < '\u0080' ? character.charCodeAt(0) : byte < 0 ? 0x3f : byte + 0x80
  })

const TEI =
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>x</p></body></text></TEI>'
const RUSSIAN = 'Дорогой товарищ Торпов! Посылаю Вам план лесных заводов на будущий год.'

describe('what a file is', () => {
  it.each([
    ['a.txt', 'Ladygin to Torpov', 'page', 'text'],
    ['a.txt', '<Undated letter>\nHello', 'page', 'text'],
    ['a.html', 'Ladygin<br>to Torpov', 'page', 'html'],
    ['a.txt', '<!DOCTYPE html><p>x', 'page', 'html'],
    ['a.htm', '<!-- saved from url=(0014)about:internet -->\n<HTML><body>x', 'page', 'html'],
    [
      'a.xhtml',
      '<?xml version="1.0"?><html xmlns="x"><body><a id="b"/>x</body></html>',
      'page',
      'html',
    ],
    ['a.xml', TEI, 'tei', undefined],
    ['a.txt', `<?xml version="1.0"?><!-- c --><?p?>\n${TEI}`, 'tei', undefined],
    ['a.xml', `<!DOCTYPE TEI [<!ENTITY a ">">]>${TEI}`, 'tei', undefined],
    ['a.docx', makeDocx({ body: wordParagraph('x') }), 'page', 'docx'],
    ['a.bin', makeDocx({ body: wordParagraph('x') }), 'page', 'docx'],
  ])('%s %#', async (name, content, kind, format) => {
    const source = await one(name, content)
    expect(source).toMatchObject({ kind, ...(format && { format }) })
  })

  it('an empty tag of XHTML does not swallow the page', async () => {
    const source = await one(
      'a.xhtml',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x"/></head><body><p>Seen</p></body></html>',
    )
    expect(source).toMatchObject({ kind: 'page', text: 'Seen' })
  })

  it('a saved web archive gives its page', async () => {
    const mhtml = [
      'From: <Saved by Blink>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html"; boundary="--X--"',
      '',
      '----X--',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<p class=3D"a">=D0=94=D0=B0, =',
      'Torpov</p>',
      '----X--',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'AAAA',
      '----X----',
    ].join('\r\n')
    expect(await one('a.mht', mhtml)).toMatchObject({
      kind: 'page',
      format: 'html',
      text: 'Да, Torpov',
    })
    const packed = mhtml
      .replace('quoted-printable', 'base64')
      .replace(/<p[\s\S]*?<\/p>/, btoa('<p>One'))
    expect(await one('a.mht', packed)).toMatchObject({ text: 'One' })
  })
})

describe('encodings', () => {
  it.each(['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'] as const)(
    'a page in %s is found, with others to choose from',
    async (encoding) => {
      const source = await one('a.txt', encode(RUSSIAN, encoding))
      expect(source).toMatchObject({ kind: 'page', text: RUSSIAN, encoding })
      expect(source.kind === 'page' && source.confidence).toBeGreaterThan(0.9)
      expect(source.kind === 'page' && source.alternatives.length).toBeGreaterThan(0)
    },
  )

  it('a person has the last word', async () => {
    const bytes = encode(RUSSIAN, 'koi8-r')
    const source = await one('a.txt', bytes, { encodings: { 'a.txt': 'ibm866' } })
    expect(source).toMatchObject({ kind: 'page', encoding: 'ibm866' })
    expect(source.kind === 'page' && source.text).not.toBe(RUSSIAN)
  })

  it('a page says its encoding in a meta element', async () => {
    const html = `<meta http-equiv="Content-Type" content="text/html; charset=KOI8-R"><p>${RUSSIAN}`
    expect(await one('a.html', encode(html, 'koi8-r'))).toMatchObject({
      text: RUSSIAN,
      encoding: 'koi8-r',
    })
    // Saved again as UTF-8, with the old words left in.
    expect(await one('a.html', html)).toMatchObject({ text: RUSSIAN, encoding: 'utf-8' })
  })

  it('TEI is read in the encoding that it declares, to the letter', async () => {
    const xml = `<?xml version="1.0" encoding="windows-1251"?>\r\n${TEI.replace('>x<', '>Да<')}`
    const source = await one('a.xml', encode(xml, 'windows-1251'))
    expect(source).toMatchObject({ kind: 'tei', xml, encoding: 'windows-1251', bom: false })
    expect(await one('b.xml', xml.replace('windows-1251', 'x-nowhere'))).toMatchObject({
      kind: 'refused',
      code: 'encoding',
    })
    const wide = new Uint8Array(Buffer.from(`\ufeff${TEI}`, 'utf16le'))
    expect(await one('c.xml', wide)).toMatchObject({
      kind: 'tei',
      encoding: 'utf-16le',
      bom: true,
      xml: TEI,
    })
  })
})

describe('refusals, each in words, and the batch goes on', () => {
  it.each([
    ['empty.txt', '', 'empty', 'The file is empty.'],
    ['picture.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'binary', 'PNG'],
    ['broken.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<a></b></TEI>', 'xml', 'line 2'],
    ['plain.xml', 'no markup', 'xml', 'line 1'],
    ['other.xml', '<catalogue/>', 'not-tei', '<catalogue>'],
    ['terms.tbx', '<tbx type="TBX-Basic"/>', 'glossary', 'glossary (TBX)'],
    ['terms.xml', '<!DOCTYPE martif SYSTEM "x.dtd"><martif/>', 'glossary', 'glossary (TBX)'],
    ['p4.xml', '<TEI.2><text/></TEI.2>', 'not-tei', 'P4'],
    ['nons.xml', '<TEI/>', 'not-tei', 'namespace'],
    [
      'external.xml',
      `<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>${TEI.replace('>x<', '>&x;<')}`,
      'xml',
      'x',
    ],
    ['cut.zip', zipSync({ a: strToU8('b') }).slice(0, 40), 'archive', 'cut off'],
    ['none.zip', zipSync({}), 'empty', 'no file'],
    ['only-scripts.html', '<script>x</script>', 'empty', 'shows no text'],
  ])('%s', async (name, content, code, words) => {
    const [bad, good] = await open([file(name, content), file('good.txt', 'Ladygin')])
    expect(bad).toMatchObject({
      kind: 'refused',
      name,
      code,
      message: expect.stringContaining(words),
    })
    expect(good).toMatchObject({ kind: 'page', text: 'Ladygin' })
  })

  it('a malformed file has its place', async () => {
    const broken = await one('a.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n  <a></b></TEI>')
    expect(broken).toMatchObject({ kind: 'refused', line: 2 })
    expect(broken.kind === 'refused' && broken.column).toBeGreaterThan(1)
  })

  it('a file too large is not looked at, one that could not be read says why', async () => {
    const large = new Uint8Array(64 * 1024 * 1024 + 1)
    expect(await one('a.txt', large)).toMatchObject({ code: 'too-large', bytes: null })
    const unread = { ...file('b.txt', ''), problem: { code: 'EACCES', message: 'You may not.' } }
    expect((await open([unread]))[0]).toMatchObject({ code: 'EACCES', message: 'You may not.' })
  })

  it('too many files at once are one refusal', async () => {
    const many = Array.from({ length: 20_001 }, (_, index) => file(`${index}.txt`, 'x'))
    expect(await open(many)).toMatchObject([{ kind: 'refused', code: 'batch' }])
  })
})

describe('archives and folders', () => {
  it('give a source for each entry; what systems and browsers put there is passed over and counted', async () => {
    const inner = zipSync({ 'c.txt': strToU8('See') })
    const zip = zipSync({
      'in/a.txt': strToU8('A'),
      'b.html': strToU8('<p>B'),
      'b_files/x.css': strToU8('p{}'),
      '__MACOSX/._a.txt': strToU8('x'),
      '.DS_Store': strToU8('x'),
      'inner.zip': inner,
      'x.docx': makeDocx({ body: wordParagraph('W') }),
      'deep.zip': zipSync({ 'deeper.zip': zipSync({ 'd.txt': strToU8('D') }) }),
    })
    const sources = await open([file('z.zip', zip)])
    expect(
      sources.map((source) => [source.name, source.kind === 'page' ? source.text : source.kind]),
    ).toEqual([
      ['z.zip/in/a.txt', 'A'],
      ['z.zip/b.html', 'B'],
      ['z.zip/inner.zip/c.txt', 'See'],
      ['z.zip/x.docx', 'W'],
      ['z.zip/deep.zip/deeper.zip', 'refused'],
    ])
    expect(sources[0]?.kind === 'page' && sources[0].notes).toMatchObject([
      { code: 'skipped-files', count: 3 },
    ])
  })

  it('a folder keeps its names, a saved page its attachments out', async () => {
    const sources = await open([
      file('f/page.htm', '<p>P'),
      file('f/page_files/a.js', 'x'),
      file('f/.DS_Store', 'x'),
      file('f/notes.txt', 'N'),
    ])
    expect(sources.map(({ name, kind }) => [name, kind])).toEqual([
      ['f/page.htm', 'page'],
      ['f/notes.txt', 'page'],
    ])
  })

  it('can be ended between files, and say how far they are', async () => {
    const seen: string[] = []
    let left = 2
    const sources = await open([file('a.txt', 'A'), file('b.txt', 'B'), file('c.txt', 'C')], {
      progress: (done: number, total: number, name: string) =>
        void seen.push(`${done}/${total} ${name}`),
      cancelled: () => left-- <= 0,
    })
    expect(sources).toHaveLength(2)
    expect(seen).toEqual(['0/3 a.txt', '1/3 b.txt'])
  })
})

describe('any bytes', () => {
  it('give one source for a file, never an error', async () => {
    const start = fc.constantFrom<Uint8Array>(
      ...[
        '',
        '<?xml version="1.0"?>',
        '<!DOCTYPE html>',
        'PK\u0003\u0004',
        'MIME-Version: 1.0\nContent-Type: text/html\n',
        '\ufeff',
      ].map((text) => strToU8(text)),
      Uint8Array.of(0xff, 0xfe),
    )
    const name = fc.constantFrom('a.txt', 'a.html', 'a.xml', 'a.docx', 'a.zip', 'a')
    await fc.assert(
      fc.asyncProperty(
        start,
        fc.uint8Array({ maxLength: 300 }),
        name,
        async (first, rest, named) => {
          const sources = await open([file(named, Uint8Array.of(...first, ...rest))])
          expect(sources).toHaveLength(1)
          if (sources[0]?.kind === 'refused') expect(sources[0].message).toMatch(/\.$/)
        },
      ),
    )
  })
})
