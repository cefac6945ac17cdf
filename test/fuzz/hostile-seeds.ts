import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { BYTE_TABLES, SINGLE_BYTE } from '../../shared/import/encodings.ts'
import { makeDocx, wordParagraph } from '../support/docx.ts'

/** A file from which hostile ones are made: its name and its bytes. */
export interface Seed {
  readonly name: string
  readonly bytes: Uint8Array
}

const PAGE = `Ladygin to Torpov October 1, 1934 [Sochi]

TsGAN. F. 901. Op. 4. D. 12. L. 33. Autograph.

Dear comrade Torpov! 3Judging by the plan 1 , the alloy of the forest is ready. See note 2 .
1) First point. one). Second oneOn August 20 .
Ladygin
14/VIII — 31. 15:00. 27 min. No. 1556/sh
______
1 The plan was made by the People's Commissariat of Forestry.
Second paragraph of the note.
3 Ibid.

Торпов – Ладыгину 12 июня 1932 г.

Ф. 901. Оп. 4. Д. 12. Л. 34. Подлинник.

Дорогой товарищ! Посылаю Вам план лесных заводов на будущий год¹.
Торпов
`

const HTML = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>T</title><style>p{}</style></head><body>
<nav><ul><li><a href="/a">A</a><li><a href="/b">B</a><li><a href="/c">C</a></ul></nav>
<h2>Ladygin to Torpov October 1, 1934</h2><p>Dear&nbsp;comrade<sup id="r1"><a href="#n1">[1]</a></sup>!<br>The plan <b>is <i>ready</b></i>.
<table><tr><td>a<td>b<tr><td><p>c<td>d</table><ol start="3"><li>x<li><p>y</ol><blockquote>q</blockquote><pre> a
b</pre><script>alert("</p>")</script><svg><text>s</text></svg><img src="data:x" onerror="y"><a href="javascript:z">j</a>
<ol class="references"><li id="n1"><a href="#r1">^</a> The plan.</ol><aside epub:type="footnote" id="f"><p>* n</p></aside></body></html>`

const TEI = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="x.rng"?>
<!-- c -->
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:x="urn:x" xml:id="l1"><teiHeader><fileDesc><titleStmt><title>Letter</title></titleStmt>
<publicationStmt><p>p</p></publicationStmt><sourceDesc><msDesc><msIdentifier><repository>R</repository><idno>1</idno></msIdentifier></msDesc></sourceDesc></fileDesc>
<profileDesc><correspDesc><correspAction type="sent"><persName ref="#p1">Ladygin</persName><date when="1934-10-01">1 October</date></correspAction>
<correspAction type="received"><persName>Torpov</persName></correspAction></correspDesc></profileDesc></teiHeader>
<standOff><listPerson><person xml:id="p1"><persName>Ladygin</persName></person></listPerson></standOff>
<text><body><div type="translation"><opener><salute>Dear <rs type="person" ref="#p1">comrade</rs>!</salute></opener>
<p>The <choice><sic>alloy</sic><corr>rafting</corr></choice> &amp; <hi rend="it">more</hi><ptr target="#n1"/>, <x:y a="b">z</x:y><![CDATA[<c>]]></p>
<note xml:id="n1" n="1"><p>A note.</p></note><closer><signed>L.</signed></closer></div></body></text></TEI>`

const DOCTYPE = `<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`

const MHTML = `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html";\r\n boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=C4=E0, =\r\nTorpov</p>\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n`

function encode(text: string, encoding: keyof typeof BYTE_TABLES): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const byte = BYTE_TABLES[encoding].indexOf(character)
    return character < '\u0080' ? character.charCodeAt(0) : byte < 0 ? 0x3f : byte + 0x80
  })
}

function wide(text: string, order: 'little' | 'big', marked: boolean): Uint8Array {
  const bytes = new Uint8Array(Buffer.from((marked ? '\ufeff' : '') + text, 'utf16le'))
  return order === 'little' ? bytes : new Uint8Array(Buffer.from(bytes).swap16())
}

const FIXTURES = join(import.meta.dirname, '../fixtures/tei')

/** The TEI files of the tests, each in a style of its own. */
function teiFixtures(): Seed[] {
  return readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FIXTURES, name))) }))
    .filter(({ bytes }) => bytes.length < 20_000)
}

/** The files that all hostile inputs are made from. */
export function hostileSeeds(): Seed[] {
  const docx = makeDocx({
    body:
      wordParagraph('Ladygin to Torpov October 1, 1934') +
      '<w:p><w:r><w:t>The plan</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    footnotes: [wordParagraph('A note.')],
    comments: ['c'],
    header: 'h',
  })
  const zip = zipSync({
    'in/a.txt': strToU8(PAGE),
    'b.html': strToU8(HTML),
    'c.xml': strToU8(TEI),
    '.DS_Store': strToU8('x'),
    'd.docx': docx,
    'e.zip': zipSync({ 'f.txt': strToU8(PAGE) }),
  })
  const russian = PAGE.slice(PAGE.indexOf('Торпов'))
  return [
    { name: 'a.txt', bytes: strToU8(PAGE) },
    { name: 'a.html', bytes: strToU8(HTML) },
    { name: 'a.xml', bytes: strToU8(TEI) },
    { name: 'b.xml', bytes: strToU8(TEI.replace('<!-- c -->', DOCTYPE).replace('&amp;', '&b;')) },
    { name: 'a.mht', bytes: strToU8(MHTML) },
    { name: 'a.docx', bytes: docx },
    { name: 'a.zip', bytes: zip },
    { name: 'w.txt', bytes: wide(PAGE, 'little', true) },
    { name: 'w.txt', bytes: wide(PAGE, 'big', false) },
    { name: 'w.xml', bytes: wide(TEI, 'little', true) },
    ...teiFixtures(),
    ...SINGLE_BYTE.map((encoding) => ({
      name: `${encoding}.txt`,
      bytes: encode(russian, encoding),
    })),
  ]
}

const DEEP = [
  '<div>',
  '<p><b>',
  '<ul><li>',
  '<table><tr><td>',
  '<font a>',
  '<svg><g>',
  '<a href="#n">',
  '<q>',
  '<nav>',
]

/** Files that attack by their size or shape: nested deep, many times the same, entities upon entities, zip bombs. `size` is about their length. */
export function hostileShapes(size: number): Seed[] {
  const times = (text: string): string => text.repeat(Math.max(1, Math.floor(size / text.length)))
  const tei = (inner: string, doctype = ''): Uint8Array =>
    strToU8(
      `${doctype}<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${inner}</body></text></TEI>`,
    )
  const entities = Array.from(
    { length: 30 },
    (_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};">`,
  )
  return [
    ...DEEP.map((tag) => ({ name: 'deep.html', bytes: strToU8(`${times(tag)}end`) })),
    { name: 'flat.html', bytes: strToU8(times('<p>x<sup>1</sup><a href="#n1">1</a><i id=n1>')) },
    { name: 'tags.html', bytes: strToU8(`<a ${times('b="c" ')}>`) },
    { name: 'style.html', bytes: strToU8(`<ol style="${times('list-style:')}"><li>x</ol>`) },
    { name: 'open.html', bytes: strToU8(times('<!--')) },
    { name: 'references.html', bytes: strToU8(times('&#x41;&notin;&amp')) },
    { name: 'deep.xml', bytes: tei(times('<p>')) },
    { name: 'closed.xml', bytes: tei(times('<seg>x</seg>')) },
    {
      name: 'attributes.xml',
      bytes: tei(
        `<p ${Array.from({ length: size / 12 }, (_, index) => `a${index}=""`).join(' ')}/>`,
      ),
    },
    {
      name: 'laughs.xml',
      bytes: tei('<p>&e30;</p>', `<!DOCTYPE TEI [<!ENTITY e0 "lol">${entities.join('')}]>`),
    },
    {
      name: 'square.xml',
      bytes: tei(`<p>${'&a;'.repeat(500)}</p>`, `<!DOCTYPE TEI [<!ENTITY a "${times('a')}">]>`),
    },
    {
      name: 'pointers.xml',
      bytes: tei(`<p>${times('<ptr target="#n"/><note xml:id="n">x</note>')}</p>`),
    },
    { name: 'line.txt', bytes: strToU8(times('Ladygin 1 to Torpov, ')) },
    { name: 'lines.txt', bytes: strToU8(times('Ladygin to Torpov May 1, 1934\n1\n')) },
    { name: 'notes.txt', bytes: strToU8(times('word 1 .\n1 note\n____\n')) },
    { name: 'blank.txt', bytes: strToU8(`x${times(' \n')}x`) },
    { name: 'digits.txt', bytes: strToU8(times('1.')) },
    { name: 'bom.txt', bytes: strToU8(times('\ufeff\u202e')) },
    { name: 'bomb.zip', bytes: zipSync({ 'a.txt': new Uint8Array(size * 20) }, { level: 9 }) },
    {
      name: 'many.zip',
      bytes: zipSync(
        Object.fromEntries(
          Array.from({ length: Math.min(400, size / 50) }, (_, index) => [
            `${index}.txt`,
            strToU8('x'),
          ]),
        ),
      ),
    },
    {
      name: 'names.zip',
      bytes: zipSync({
        '../a.txt': strToU8('x'),
        '/b.txt': strToU8('x'),
        'c:\\d.txt': strToU8('x'),
        '__proto__.txt': strToU8('x'),
      }),
    },
    { name: 'deep.docx', bytes: makeDocx({ body: `${times('<w:p>')}` }) },
    { name: 'runs.docx', bytes: makeDocx({ body: times(wordParagraph('x')) }) },
  ]
}
