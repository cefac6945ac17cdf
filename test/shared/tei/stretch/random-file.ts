import type { Draw } from '../patch/random-edits.ts'

const WORDS = 'the board asks to approve our plan for rafting timber on a river in May'.split(' ')

function pick<T>(draw: Draw, from: readonly T[]): T {
  return from[draw(from.length)] as T
}

function times(count: number, make: () => string): string {
  return Array.from({ length: count }, make).join('')
}

function words(draw: Draw, most = 5): string {
  return Array.from({ length: 1 + draw(most) }, () => pick(draw, WORDS)).join(' ')
}

// What the app would call its own elements.
const TAKEN = ['x1-m1', 'x1-m1-start', 'x1-k1', 'x1-k2', 'x1-x0']
const POINTERS = ['#ann', '#belaya', '#gone', 'https://viaf.org/viaf/1234', 'other.xml#wells']

function phrase(draw: Draw, depth: number): string {
  const inner = () => (depth > 2 ? words(draw) : line(draw, depth + 1, 2))
  const makers: readonly (() => string)[] = [
    () => words(draw),
    () => words(draw),
    () => `<persName ref="${pick(draw, POINTERS)}">${inner()}</persName>`,
    () => `<placeName key="${pick(draw, ['belaya', 'ann', 'kew'])}">${words(draw, 2)}</placeName>`,
    () => `<rs type="org" ref="${pick(draw, POINTERS)}">${words(draw, 2)}</rs>`,
    () => `<date when="1934-09-1${draw(9)}">${words(draw, 2)}</date>`,
    () => `<hi rend="i">${inner()}</hi>`,
    () => `<choice><sic>${words(draw)}</sic><corr>${words(draw)}</corr></choice>`,
    () =>
      `<choice><sic>${words(draw)}</sic><corr change="#c1" cert="low">${words(draw)}</corr></choice>`,
    () => `<note n="${draw(9)}">${depth > 1 ? words(draw) : inner()}</note>`,
    () => `<note><p>${inner()}</p><p>${words(draw)}</p></note>`,
    () => '<lb/>',
    () => '<pb n="2" facs="#z1"/>',
    () => '<!-- said -->',
    () => '<milestone unit="paragraph" type="break"/>',
    () => `<ref target="#n${draw(3)}">${draw(9)}</ref>`,
    () => `<ref target="#q${draw(4)}">${words(draw, 1)}</ref>`,
    () => `<anchor xml:id="a${draw(4)}"/>`,
    () => `<seg xml:id="q${draw(4)}">${words(draw)}</seg>`,
    () => `<persName xml:id="q${draw(4)}">${words(draw)}</persName>`,
    () => `<seg xml:id="${pick(draw, TAKEN)}">${words(draw)}</seg>`,
    () => `<persName ref="#q${draw(4)}">${words(draw, 1)}</persName>`,
    () => `&name; &lt;${words(draw, 1)}`,
    () => `<x:other xmlns:x="urn:x">${words(draw, 1)}</x:other>`,
    () => `<note/>`,
  ]
  // What is quite plain comes most often, else no line of a file could be left out.
  return pick(draw, draw(4) === 0 ? makers : makers.slice(0, 10))()
}

function line(draw: Draw, depth = 0, most = 4): string {
  return Array.from({ length: 1 + draw(most) }, () => phrase(draw, depth)).join(' ')
}

function paragraph(draw: Draw, known: string[]): string {
  if (known.length > 0 && draw(3) === 0) return pick(draw, known)
  const attributes =
    draw(8) === 0 ? pick(draw, [' xml:id="p1"', ' prev="#p1"', ' rend="in"', ' n="1"']) : ''
  const name = draw(6) === 0 ? pick(draw, ['ab', 'head', 'opener', 'dateline', 'list']) : 'p'
  if (name === 'list') return `<list><item>${line(draw)}</item><item>${line(draw)}</item></list>`
  const made = `<${name}${attributes}>${line(draw)}</${name}>`
  if (!/ (xml:id|prev|corresp)=/.test(made)) known.push(made)
  return made
}

function division(draw: Draw, known: string[], depth: number): string {
  const parts = times(2 + draw(7), () => {
    const gap = pick(draw, ['\n  ', '', ' ', '\n<!-- gap -->\n', '\n<pb/>', '\n<?other x?>'])
    const loose = draw(25) === 0 ? words(draw) : ''
    const isInner = depth < 2 && draw(7) === 0
    return gap + loose + (isInner ? division(draw, known, depth + 1) : paragraph(draw, known))
  })
  return draw(5) === 0 ? parts : `<div>${parts}\n</div>`
}

/**
 * A TEI file of others at random, its lines mostly plain and often the same ones again: names, notes within and outside, corrections,
 * elements that point to each other, words loose between lines, entities, two sides, several letters.
 */
export function randomFile(draw: Draw): string {
  const count = draw(4) === 0 ? 2 + draw(2) : 1
  const known: string[] = []
  const letters = Array.from({ length: count }, (_, index) => letter(draw, known, `x${index + 1}`))
  const dtd = '<!DOCTYPE TEI [<!ENTITY name "Ann <hi>Lee</hi>">]>'
  const start = `<?xml version="1.0" encoding="UTF-8"?>\n${dtd}\n`
  const ns = 'xmlns="http://www.tei-c.org/ns/1.0"'
  const all = letters.join('\n')
  if (count === 1) return start + all.replace('<TEI', `<TEI ${ns}`)
  return `${start}<teiCorpus ${ns}><teiHeader/>${all}</teiCorpus>`
}

function letter(draw: Draw, known: string[], id: string): string {
  const register =
    draw(3) === 0
      ? ''
      : `<standOff><listPerson><person xml:id="${id === 'x1' ? 'ann' : `ann-${id}`}"><persName>Ann</persName></person></listPerson></standOff>`
  const apart =
    id === 'x1' && draw(2) === 0
      ? `<standOff><note xml:id="n1"${draw(2) === 0 ? ' target="#a1"' : ''}>${words(draw)}</note></standOff>`
      : ''
  const date = draw(2) === 0 ? '<date when="1934-09-14"/>' : ''
  const header = `<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><sourceDesc><p>s</p></sourceDesc></fileDesc><profileDesc><correspDesc><correspAction type="sent"><persName ref="${pick(draw, POINTERS)}">A</persName>${date}</correspAction></correspDesc></profileDesc><revisionDesc><change xml:id="c1" when="2020-01-01">x</change></revisionDesc></teiHeader>`
  const sides = draw(5)
  const body =
    sides === 0
      ? `<div type="original" xml:lang="ru">${division(draw, known, 1)}</div><div type="translation">${division(draw, known, 1)}</div>`
      : division(draw, known, 0)
  return `<TEI xml:id="${id}">${header.replaceAll('xml:id="c1"', id === 'x1' ? 'xml:id="c1"' : 'n="1"')}${register}${apart}<text><body>${body}</body></text></TEI>`
}
