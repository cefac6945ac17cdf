import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToText } from '../../../../shared/import/html/html-to-text.ts'

function read(html: string) {
  const result = htmlToText(html)
  if (!result.ok) throw new Error(result.message)
  return result
}

const textOf = (html: string): string => read(html).text
/** The characters that the callout hints cover, with their targets. */
const calloutsOf = (html: string) => {
  const { text, hints } = read(html)
  return hints.callouts.map(({ line, from, to, target }) => [
    text.split('\n')[line - 1]?.slice(from, to),
    target,
  ])
}
const kindsOf = (html: string) =>
  read(html).hints.lines.map(({ line, kind, level }) => `${line} ${kind} ${level ?? ''}`.trim())

describe('the text of a page', () => {
  it.each([
    [
      'blocks and line breaks',
      '<div>One<div>two<br>three</div>four</div>',
      'One\ntwo\nthree\nfour',
    ],
    ['paragraphs with a blank line', '<p>One<p>Two', 'One\n\nTwo'],
    ['white space collapsed', '<p> One \n\t two <b> three</b> </p>', 'One two three'],
    ['no-break spaces kept', '<p>1934&nbsp;&#160;г.</p>', '1934\u00a0\u00a0г.'],
    ['entities', '<p>&laquo;A&raquo; &mdash; &#1071; &lt;b&gt; &amp;c', '«A» — Я <b> &c'],
    ['font and other old marks', '<font size=5>B<big>i</big>g</font> <center>c</center>', 'Big\nc'],
    ['preformatted', '<pre>\n a  b\n\tc</pre>', ' a  b\n\tc'],
    [
      'white space that a style keeps',
      '<div style="white-space: pre-wrap">a  b\nc</div>',
      'a  b\nc',
    ],
    ['numbers of lists', '<ol start=3><li>a<li value=9><p>b</ol>', '3. a\n9. b'],
    ['letters and Roman numbers', '<ol type=a><li>x</ol><ol type=I><li>y</ol>', 'a. x\n\nI. y'],
    ['lists counted down', '<ol reversed><li>a<li>b</ol>', '2. a\n1. b'],
    ['unnumbered lists', '<ul><li>a<li>b</ul>', 'a\nb'],
    ['short cells in one line', '<table><tr><td>a<td>b<tr><td><p>c</p><td>d</table>', 'a\tb\nc\td'],
    [
      'columns of a layout one after the other',
      '<table><tr><td>menu<br>more<td><p>Dear T.</p><p>Yes.</p></table>',
      'menu\nmore\n\nDear T.\n\nYes.',
    ],
    ['a page of body alone', 'Ladygin to Torpov<br>May 1', 'Ladygin to Torpov\nMay 1'],
    ['quotation marks of q', '<p>He said <q>yes</q>.', 'He said “yes”.'],
    ['a drawn line', 'a<hr>b', 'a\n__________\nb'],
    [
      'links of all kinds as text',
      '<a href="javascript:alert(1)">a</a> <a href="data:,x">b</a>',
      'a b',
    ],
    ['what is never closed', '<p>a<b>b<i>c<p>d', 'abc\n\nd'],
    ['control characters as pictures', '<p>a&#1;b\u0002c', 'a\u2401b\u2402c'],
  ])('%s', (_, html, text) => expect(textOf(html)).toBe(text))

  it('never reads scripts, styles, templates, frames and what is hidden; says what was left out', () => {
    const { text, notes } = read(
      '<head><title>T</title><style>p{}</style></head><body onload="x()"><p>Seen</p><script>bad()</script>' +
        '<template>t</template><p hidden>h</p><p style="display: none">n</p><img src=x onerror=y alt=a>' +
        '<svg onload=z><script>s</script></svg><iframe srcdoc="<p>i">f</iframe><!-- c -->',
    )
    expect(text).toBe('Seen')
    expect(notes.map(({ code, count }) => [code, count])).toEqual([['left-out', 4]])
  })

  it('reads the page that a saved view of its source shows', () => {
    const { text, notes } = read(
      '<table><tr><td class="line-number" value="1"></td><td class="line-content"><span>&lt;p&gt;</span>One</td></tr>' +
        '<tr><td class="line-number" value="2"></td><td class="line-content">&lt;p&gt;Two</td></tr></table>',
    )
    expect(text).toBe('One\n\nTwo')
    expect(notes[0]?.code).toBe('view-source')
  })

  it('reads markup nested ten thousand deep', () => {
    const deep = `${'<div>'.repeat(10_000)}end${'</div>'.repeat(10_000)}`
    expect(textOf(deep)).toBe('end')
    expect(textOf(`${'<b><i>'.repeat(5000)}end`)).toBe('end')
    expect(textOf(`${'<ul><li>'.repeat(5000)}end`)).toContain('end')
  })

  it('refuses markup nested beyond all measure', () => {
    expect(htmlToText('<div>'.repeat(60_000))).toMatchObject({ ok: false })
  })

  it('refuses a tag with more attributes than anybody writes', () => {
    const attributes = Array.from({ length: 100_000 }, (_, index) => `a${index}`).join(' ')
    expect(htmlToText(`<p ${attributes}>x`)).toMatchObject({ ok: false })
  })
})

describe('what the markup says', () => {
  it('headings, items, quotations, navigation', () => {
    expect(
      kindsOf(
        '<nav><a href=/>Home</a></nav><h2>Title</h2><ul><li>a<ul><li>b</ul></ul><blockquote>q</blockquote>' +
          '<ul><li><a href=/1>Next</a><li><a href=/2>Back</a><li><a href=/3>Up</a></ul>',
      ),
    ).toEqual([
      '1 navigation',
      '3 heading 2',
      '5 list-item 1',
      '6 list-item 2',
      '8 quotation',
      '10 list-item 1',
      '10 navigation',
      '11 list-item 1',
      '11 navigation',
      '12 list-item 1',
      '12 navigation',
    ])
  })

  it('references of a wiki', () => {
    const html =
      '<p>Plan<sup id=r1><a href="#cite_note-1">[1]</a></sup>, 5 m<sup>2</sup>, M<sup>r</sup> L.</p>' +
      '<ol class=references><li id="cite_note-1"><a href="#r1">↑</a> The <i>note</i>.</li></ol>'
    expect(textOf(html)).toBe('Plan[1], 5 m2, Mr L.\n\n1. ↑ The note.')
    expect(calloutsOf(html)).toEqual([
      ['1', 'cite_note-1'],
      ['2', null],
    ])
    expect(read(html).hints.notes).toEqual([{ key: 'cite_note-1', lines: [3], n: '1' }])
  })

  it('footnotes of a page that Word wrote', () => {
    const html =
      '<div class=WordSection1><p class=MsoNormal>Yes<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>' +
      '<![if !supportFootnotes]>[1]<![endif]></span></a>.<o:p></o:p></p></div>' +
      "<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>" +
      '<a href="#_ftnref1" name="_ftn1">[1]</a> First.</p><p>More of it.</p></div></div>'
    expect(calloutsOf(html)).toEqual([['1', '_ftn1']])
    expect(read(html).hints.notes).toEqual([{ key: '_ftn1', lines: [5, 7], n: '1' }])
  })

  it('notes of an electronic book', () => {
    const html =
      '<p>Yes<a epub:type="noteref" href="#n">*</a></p><aside epub:type="footnote" id="n"><p>* So.</p></aside>'
    expect(calloutsOf(html)).toEqual([['*', 'n']])
    expect(read(html).hints.notes).toEqual([{ key: 'n', lines: [3], n: '*' }])
  })

  it('notes in one paragraph; links to headings and back are no callouts', () => {
    const html =
      '<p><a name=r1></a>One<a href="#n1">1</a>, two<a href="page.htm#n2"><sup>2</sup></a>, <a href="#h">3</a></p>' +
      '<h3 id=h>3 things</h3><p><a name=n1></a><a href="#r1">1</a> First.<br><a name=n2>2</a> Second.</p>'
    expect(calloutsOf(html)).toEqual([
      ['1', 'n1'],
      ['2', 'n2'],
    ])
    expect(read(html).hints.notes.map(({ lines, n }) => [lines, n])).toEqual([
      [[5], '1'],
      [[6], '2'],
    ])
  })
})

const word = fc.stringMatching(/^[a-zа-я]{1,6}$/)
interface Tree {
  readonly tag: string
  readonly inner: readonly (Tree | string)[]
}
const TAGS = 'p div b i span td table tr ul li ol h2 blockquote font a sup section center'.split(
  ' ',
)
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    tag: fc.constantFrom(...TAGS),
    inner: fc.array(fc.oneof({ maxDepth: 5 }, word, tie('tree')), { maxLength: 4 }),
  }),
}))
const toHtml = (node: Tree | string): string =>
  typeof node === 'string'
    ? ` ${node} `
    : `<${node.tag}>${node.inner.map(toHtml).join('<!-- x --><script>y</script>')}</${node.tag}>`
const wordsOf = (node: Tree | string): string[] =>
  typeof node === 'string' ? [node] : node.inner.flatMap(wordsOf)

describe('properties', () => {
  it('no visible word is lost, doubled or made, but for numbers of lists', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (trees) => {
        const result = htmlToText(trees.map(toHtml).join(''))
        const printed = (result.ok ? result.text : '').split(/\s+/)
        const words = printed.filter((one) => one !== '' && !/^\d+\.$/.test(one))
        expect(words.sort()).toEqual(trees.flatMap(wordsOf).sort())
      }),
    )
  })

  it('hints name lines and characters that are there; nothing throws', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<a href="#n">',
        '</a>',
        '<sup>1</sup>',
        '<li id=n>',
        '<ol>',
        '<p id=n>',
        '1',
        '<table><td>',
        '<nav>',
        '<aside epub:type=footnote id=m>',
        '<a href="#m">2</a>',
        '<h1>',
        '<pre>\n',
        '<br>',
        '</p>',
        '<',
        '&#0;',
        '&nbsp;',
        '<!--',
        '<svg><text>',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const result = htmlToText(pieces.join(''))
        if (!result.ok) return
        const lines = result.text.split('\n')
        const { callouts, notes } = result.hints
        const named = [
          ...result.hints.lines,
          ...notes.flatMap(({ lines: all }) => all.map((line) => ({ line }))),
        ]
        expect(named.filter(({ line }) => !lines[line - 1]?.trim())).toEqual([])
        expect(callouts.map(({ line, from, to }) => lines[line - 1]?.slice(from, to))).toEqual(
          callouts.map(({ n }) => n),
        )
        const keys = [null, ...notes.map(({ key }) => key)]
        expect(new Set(keys).size).toBe(keys.length)
        expect(callouts.filter(({ target }) => !keys.includes(target))).toEqual([])
      }),
    )
  })
})
