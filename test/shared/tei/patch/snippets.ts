/** A snippet of TEI that must come back unchanged, and unchanged but for the edit where another word is edited. Without `whole` it is the content of a body. */
export interface Snippet {
  readonly name: string
  readonly xml: string
  readonly whole?: true
}

const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p>B</p></publicationStmt><sourceDesc><p>C</p></sourceDesc></fileDesc></teiHeader>'

/** The snippet as a document, with a paragraph of plain words at the end that can be edited. */
export function documentOf({ xml, whole }: Snippet): string {
  const plain = '<p>Edit these plain words.</p>'
  if (whole) return xml.replace('HEADER', HEADER).replace('PLAIN', plain)
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="s-1">${HEADER}<text><body>${xml}${plain}</body></text></TEI>\n`
}

function rows(list: readonly (readonly [name: string, xml: string, whole?: true])[]): Snippet[] {
  return list.map(([name, xml, whole]) => (whole ? { name, xml, whole } : { name, xml }))
}

/** What FairCopy 1.2.1 and JinnTap 2.1.1 were seen to lose or change. */
const LOST_ELSEWHERE = rows([
  ['text after an empty element in a note', '<p>A<note>one<lb/>two</note> b.</p>'],
  ['a line break in a note', '<p>A<note><p>one<lb/>two</p><p>three</p></note></p>'],
  ['a pointer in a note, text behind it', '<p>A<note>see <ptr target="#x"/> there</note></p>'],
  ['a link', '<p xml:id="a">A b.</p><p xml:id="b">C d.</p><link target="#a #b"/>'],
  ['a linkGrp', '<p xml:id="a">A b.</p><linkGrp type="x"><link target="#a #a"/></linkGrp>'],
  ['nested marks', '<p><hi rend="b">one <hi rend="i">two</hi> three</hi></p>'],
  [
    'nested marks of one name with ids',
    '<p><seg xml:id="a">one <seg xml:id="b">two</seg></seg></p>',
  ],
  [
    'nested persName with different refs',
    '<p><persName ref="#a">Ann of <persName ref="#b">Bess</persName></persName></p>',
  ],
  ['adjacent identical marks', '<p><hi rend="i">one</hi><hi rend="i">two</hi></p>'],
  ['abbr and expan', '<p><choice><abbr>Dr</abbr><expan>Doctor</expan></choice> A</p>'],
  ['comments', '<p>A<!-- c --> b<!--d--></p><!-- e -->'],
  ['processing instructions', '<p>A<?x y="1"?> b</p><?z?>'],
  ['no-break spaces', '<p>A\u00a0b 5\u202f000 &#160;c</p>'],
  [
    'attributes on TEI, teiHeader and text',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" rend="x" n="1" xml:id="s-1">HEADER<text n="2" type="t" xml:lang="de"><body>PLAIN</body></text></TEI>',
    true,
  ],
  [
    'a teiCorpus',
    '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">HEADER<TEI xml:id="a">HEADER<text><body><p>One.</p></body></text></TEI><TEI xml:id="b">HEADER<text><body>PLAIN</body></text></TEI></teiCorpus>',
    true,
  ],
  ['white space in mixed content', '<p>A <hi>b</hi> <hi>c</hi>\n   d\t<hi> e </hi></p>'],
  ['notBefore and notAfter', '<p><date notBefore="1931-01" notAfter="1932">then</date></p>'],
  [
    'unknown attributes of a known element',
    '<p><persName ref="#a" role="x" cert="low" resp="#y" nymRef="#z">Ann</persName></p>',
  ],
  ['two marks of one kind over the same words', '<p><hi rend="b"><hi rend="b">one</hi></hi></p>'],
])

const TEXT = rows([
  ['sic and corr', '<p>An <choice><sic>eror</sic><corr>error</corr></choice>.</p>'],
  ['orig and reg, the second first', '<p><choice><reg>the</reg><orig>ye</orig></choice> end</p>'],
  [
    'two corr with changes',
    '<p><choice><sic>a</sic><corr change="#c1">b</corr><corr change="#c2" cert="low">c</corr></choice></p>',
  ],
  ['a choice laid out in lines', '<p><choice>\n  <sic>a</sic>\n  <corr>b</corr>\n</choice></p>'],
  ['empty sic', '<p>A <choice><sic/><corr>b</corr></choice> c</p>'],
  ['empty corr', '<p>A <choice><sic>b</sic><corr/></choice> c</p>'],
  ['marks in corr', '<p><choice><sic>a</sic><corr>b <hi>c</hi></corr></choice></p>'],
  [
    'a choice in a choice',
    '<p><choice><sic>a <choice><abbr>b</abbr><expan>bb</expan></choice></sic><corr>c</corr></choice></p>',
  ],
  ['seg alternatives', '<p><choice><seg>one</seg><seg>two</seg></choice> x</p>'],
  [
    'unclear alternatives with cert',
    '<p><choice><unclear cert="low">bred</unclear><unclear cert="high">bread</unclear></choice></p>',
  ],
  ['sic alone, corr alone', '<p><sic>eror</sic> and <corr>error</corr></p>'],
  [
    'app with lem and rdg',
    '<p><app><lem wit="#a">and</lem><rdg wit="#b">an</rdg><rdg wit="#c">&amp;</rdg></app> b</p>',
  ],
  ['app with rdgGrp', '<p><app><lem>a</lem><rdgGrp><rdg>b</rdg><rdg>c</rdg></rdgGrp></app></p>'],
  ['subst with del and add', '<p><subst><del>a</del><add place="above">b</add></subst> c</p>'],
  [
    'gap, unclear, supplied, space',
    '<p>A <gap reason="lost"/> <unclear>b</unclear><supplied>c</supplied><space/></p>',
  ],
  ['foreign and emph', '<p><foreign xml:lang="fr">un</foreign> <emph>two</emph></p>'],
  [
    'an element of another namespace',
    '<p>x <m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>y</m:mi></m:math></p>',
  ],
  ['an attribute of another namespace', '<p xmlns:k="urn:k" k:w="1">x <hi k:v="2">y</hi></p>'],
  ['CDATA', '<p>A <![CDATA[<b> & c]]> d</p>'],
  ['references to characters', '<p>&#65;&#x42;&lt;&gt;&quot;&apos;&amp;</p>'],
  ['xml:space', '<p xml:space="preserve">a  b\n c</p>'],
  ['a soft hyphen and bidi marks', '<p>a\u00adb \u202bc\u202c \u200dd</p>'],
  [
    'line breaks in words and between them',
    '<p>one<lb/>two thr<lb break="no"/>ee <pb n="2"/>four</p>',
  ],
  ['milestones and anchors', '<p><milestone unit="x" n="1"/>a<anchor xml:id="q"/>b</p>'],
  ['single quotes and odd spaces in tags', "<p   n = '1'\n  rend='x'  >a<lb  />b</p  >"],
])

const LINES = rows([
  ['verse', '<lg type="stanza"><l n="1">one</l><l>two</l></lg>'],
  [
    'a list with labels',
    '<list><head>h</head><label>1</label><item>one</item><label>2</label><item>two <hi>x</hi></item></list>',
  ],
  ['a list in a paragraph', '<p>before <list><item>one</item></list> behind</p>'],
  ['a table', '<table><row><cell>a</cell><cell>b</cell></row></table>'],
  [
    'a quotation with paragraphs in a note',
    '<p>a<note><quote><p>one</p><p>two</p></quote></note></p>',
  ],
  [
    'opener and closer',
    '<opener><dateline><placeName>A</placeName>, <date when="1934-09-14">14.9.</date></dateline><salute>Dear B,</salute></opener><p>x</p><closer><salute>yours</salute><signed>C</signed></closer>',
  ],
  [
    'an address',
    '<opener><address><addrLine>A</addrLine><addrLine>B</addrLine></address></opener>',
  ],
  [
    'a postscript and a trailer',
    '<postscript><label>PS</label><p>one</p></postscript><trailer>end</trailer>',
  ],
  [
    'a paragraph in parts',
    '<p xml:id="p1" part="I" next="#p2">one</p><p xml:id="p2" part="F" prev="#p1">two</p>',
  ],
  ['loose text', 'loose <hi>text</hi> here<p>and a paragraph</p>'],
  ['empty paragraphs', '<p/><p></p><p> </p>'],
  ['running heads and page breaks', '<pb n="1"/><fw type="header">x</fw><p>a</p>'],
  ['divisions in divisions', '<div type="a"><head>A</head><div><p>b</p></div></div>'],
  ['a figure', '<figure><graphic url="a.png"/><head>A</head><figDesc>b</figDesc></figure>'],
])

const APART = rows([
  [
    'a note called by a reference',
    '<p>a<ref target="#n1">1</ref></p><note xml:id="n1" n="1">one</note>',
  ],
  ['a note that points to an anchor', '<p>a<anchor xml:id="k"/> b</p><note target="#k">one</note>'],
  [
    'a note on a passage',
    '<p>a <anchor xml:id="k1"/>b c<anchor xml:id="k2"/> d</p><note target="#k1" targetEnd="#k2">one</note>',
  ],
  ['a note on a paragraph', '<p xml:id="k">a b</p><note target="#k">one</note>'],
  ['a note within a note', '<p>a<note>b<note>c</note> d</note></p>'],
  [
    'stand-off notes',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="s-1">HEADER<standOff>\n<listAnnotation>\n<note xml:id="n1" target="#k">one</note>\n</listAnnotation>\n</standOff><text><body><p>a<anchor xml:id="k"/></p>PLAIN</body></text></TEI>',
    true,
  ],
  [
    'original and translation with links',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="s-1">HEADER<standOff><linkGrp type="translation"><link target="#r1 #e1" cert="low"/></linkGrp></standOff><text><body><div type="original" xml:lang="ru"><p xml:id="r1">Да.</p></div><div type="translation" xml:lang="en"><p xml:id="e1">Yes.</p>PLAIN</div></body></text></TEI>',
    true,
  ],
  [
    'source and translation as texts',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="s-1">HEADER<text><group><text type="source" xml:lang="la"><body><p><seg xml:id="l1">Salve.</seg></p></body></text><text type="translation" xml:lang="en"><body><p><seg corresp="#l1">Hail.</seg></p>PLAIN</body></text></group></text></TEI>',
    true,
  ],
  [
    'a register in the standOff',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="s-1">HEADER<standOff><listPerson><person xml:id="ann"><persName>Ann</persName><note>x</note></person></listPerson></standOff><text><body><p><persName ref="#ann">Ann</persName></p>PLAIN</body></text></TEI>',
    true,
  ],
  [
    'a register in the back',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="s-1">HEADER<text><body>PLAIN</body><back><listPlace><place xml:id="x"><placeName>X</placeName></place></listPlace></back></text></TEI>',
    true,
  ],
])

const FILES = rows([
  [
    'prefixed elements',
    '<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0" xml:id="s-1"><t:teiHeader/><t:text><t:body><t:p>Edit these <t:hi>plain</t:hi> words here.</t:p></t:body></t:text></t:TEI>',
    true,
  ],
  [
    'xml-model and stylesheet instructions',
    '<?xml version="1.0" encoding="utf-8"?>\n<?xml-model href="a.rng"?>\n<?xml-stylesheet href="b.css"?>\n<!-- c -->\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="s-1">HEADER<text><body>PLAIN</body></text></TEI>\n<!-- d -->\n',
    true,
  ],
  [
    'a DOCTYPE with entities',
    '<!DOCTYPE TEI [\n  <!ENTITY mdash "&#8212;">\n  <!ENTITY ann "<persName>Ann</persName>">\n]>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="s-1">HEADER<text><body><p>a &mdash; b &ann; c</p>PLAIN</body></text></TEI>',
    true,
  ],
  [
    'CRLF line ends',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="s-1">\r\nHEADER\r\n<text>\r\n<body>\r\n<p>one\r\ntwo</p>\r\nPLAIN\r\n</body></text></TEI>\r\n',
    true,
  ],
  [
    'a schema location',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" xml:id="s-1">HEADER<text><body>PLAIN</body></text></TEI>',
    true,
  ],
  ['no namespace', '<TEI xml:id="s-1">HEADER<text><body>PLAIN</body></text></TEI>', true],
  [
    'a corpus in a corpus',
    '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">HEADER<teiCorpus>HEADER<TEI xml:id="s-1">HEADER<text><body>PLAIN</body></text></TEI></teiCorpus></teiCorpus>',
    true,
  ],
  [
    'front and back',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="s-1">HEADER<text><front><p>f</p></front><body>PLAIN</body><back><p>b</p></back></text></TEI>',
    true,
  ],
  [
    'all in one line',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="s-1">HEADER<text><body><p>a</p><p>b</p>PLAIN</body></text></TEI>',
    true,
  ],
])

/** All snippets. */
export const SNIPPETS: readonly Snippet[] = [
  ...LOST_ELSEWHERE,
  ...TEXT,
  ...LINES,
  ...APART,
  ...FILES,
]
