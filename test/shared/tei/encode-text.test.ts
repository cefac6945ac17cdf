import { describe, expect, test } from 'vitest'
import { correctedView } from '../../../shared/tei/corrected-view.ts'
import { decodeTei } from '../../../shared/tei/decode/decode-tei.ts'
import { machineView } from '../../../shared/tei/machine-view.ts'
import { validateTei } from '../../../shared/tei/validate-tei.ts'
import {
  EDITOR,
  exportContext,
  letter,
  type TextBuilder,
  translation,
} from '../../support/letter-fixture.ts'
import { letterXml, part, profileGrammar, treeOf } from '../../support/tei-check.ts'

const grammar = profileGrammar()
const context = exportContext([
  { id: 'pers-verkhov', kind: 'person', name: 'Verkhov, Semyon', variants: [], authority: [] },
])

/** What stands in the translation's `div`, one line, after the check that the file is right. */
function body(text: TextBuilder): string {
  const xml = letterXml(letter(text), context)
  expect(validateTei(xml, grammar)).toEqual([])
  return part(
    xml,
    '<div xml:id="ep-1-translation" type="translation" xml:lang="en-t-ru-t0-und">',
    '</div>',
  )
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
}

const at = (block: string, offset: number) => ({ block, offset })
const span = (block: string, from: number, to: number) => ({ block, from, to })
const CORR = (id: string, sic: string, corr: string) =>
  `<choice xml:id="ep-1-${id}"><sic resp="#mt"${sic === '' ? '/>' : `>${sic}</sic>`}` +
  '<corr xml:lang="en" resp="#ed-am" cert="high" ana="#err-mistranslation #sev-major" change="#ep-1-ch2"' +
  `${corr === '' ? '/>' : `>${corr}</corr>`}</choice>`

describe('the blocks of a letter', () => {
  test('each kind has its element, and another where that one cannot stand', () => {
    const text = translation(
      'heading: A to B',
      'opener: Owls. Secret',
      'archive: F. 1.',
      'paragraph: Text',
      'heading: Again',
      'opener: Dear',
      'closer: Early',
      'separator: ***',
      'paragraph: More',
      'closer: Yours',
      'separator: ___',
      'archive: F. 2.',
      'postscript: P. S.',
    )
    expect(body(text)).toBe(
      [
        '<head type="supplied" resp="#ed-source">A to B</head>',
        '<opener><seg type="marking">Owls. Secret</seg></opener>',
        '<opener><seg type="archive" resp="#ed-source">F. 1.</seg></opener>',
        '<p>Text</p>',
        '<ab type="heading">Again</ab>',
        '<ab type="opener">Dear</ab>',
        '<ab type="closer">Early</ab>',
        '<fw type="separator">***</fw>',
        '<p>More</p>',
        '<closer>Yours</closer>',
        '<fw type="separator">___</fw>',
        '<closer><seg type="archive" resp="#ed-source">F. 2.</seg></closer>',
        '<postscript><p>P. S.</p></postscript>',
      ].join('\n'),
    )
  })

  test('a closer without any text before it is no closer of TEI', () => {
    expect(body(translation('heading: A', 'closer: Yours'))).toContain(
      '<ab type="closer">Yours</ab>',
    )
  })

  test('what an editor says a block is goes before what was read', () => {
    const text = translation('paragraph: Yours, A').with(null, 'b1', null, 'kinds', {
      id: 'b1',
      kind: 'opener',
      ...EDITOR,
    })
    expect(body(text)).toBe('<opener>Yours, A</opener>')
  })

  test('white space and reserved characters come through', () => {
    expect(body(translation('paragraph: \u00a0 a  <b> & ]]>\t'))).toBe(
      '<p>\u00a0 a  &lt;b&gt; &amp; ]]&gt;\t</p>',
    )
  })

  test('a break makes parts that know each other, a join a milestone', () => {
    const text = translation('paragraph: One two', 'paragraph: three')
      .with('breaks', 'x', { at: at('b1', 4), order: 0 }, 'structure', {
        id: 'x',
        kind: 'break',
        ...EDITOR,
      })
      .with(null, 'j', null, 'structure', { id: 'j', kind: 'join', block: 'b2', ...EDITOR })
    expect(body(text)).toBe(
      [
        '<p xml:id="ep-1-b1-part1" part="I" next="#ep-1-b1-part2">One </p>',
        '<p xml:id="ep-1-b1-part2" part="F" prev="#ep-1-b1-part1">two<milestone unit="block"/>three</p>',
      ].join('\n'),
    )
    expect(correctedView(treeOf(letterXml(letter(text))), 'translation')).toBe('One \ntwothree')
  })
})

describe('corrections', () => {
  test.each([
    ['a replacement', span('b1', 4, 9), 'rafting', `The ${CORR('k1', 'alloy', 'rafting')} plan`],
    ['an omission', span('b1', 4, 4), 'whole ', `The ${CORR('k1', '', 'whole ')}alloy plan`],
    ['superfluous words', span('b1', 3, 9), '', `The${CORR('k1', ' alloy', '')} plan`],
  ])('%s', (_, range, put, wanted) => {
    expect(body(translation('paragraph: The alloy plan').correct('k1', range, put))).toBe(
      `<p>${wanted}</p>`,
    )
  })

  test('a correction in two places is two choices, the second pointing to the first', () => {
    const text = translation('paragraph: a b c').with(
      'corrections',
      'k1',
      { deleted: [span('b1', 0, 1), span('b1', 4, 5)], inserted: [] },
      'corrections',
      { id: 'k1', category: 'style', severity: 'minor', cert: 'low', ...EDITOR },
    )
    expect(body(text)).toContain('<choice xml:id="ep-1-k1.2" corresp="#ep-1-k1">')
  })

  test.each([
    ['orig-reg', 'orig', 'reg'],
    ['abbr-expan', 'abbr', 'expan'],
  ] as const)('one that came as %s stays that', (choice, as, to) => {
    const text = translation('paragraph: The alloy').correct('k1', span('b1', 4, 9), 'rafting', {
      choice,
    })
    expect(body(text)).toMatch(new RegExp(`<${as} .*>alloy</${as}><${to} .*>rafting</${to}>`))
    const xml = treeOf(letterXml(letter(text), context))
    expect(correctedView(xml, 'translation')).toBe('The rafting')
    expect(machineView(xml, 'translation')).toBe('The alloy')
  })

  test('one that another person retyped is theirs, also without the trail', () => {
    const again = { verdict: 'proposed', by: 'ed-jk', at: '2026-11-22T09:00:00.000Z' } as const
    const text = translation('paragraph: Owls.').correct('k1', span('b1', 0, 4), 'Top', {
      history: [again],
      reason: 'So.',
    })
    const xml = letterXml(letter(text))
    expect(validateTei(xml, grammar)).toEqual([])
    expect(xml).toMatch(/<corr [^>]*resp="#ed-jk"[^>]*change="#[^"]+"/)
    expect(xml).toMatch(/<note [^>]*type="reason" resp="#ed-jk"/)
    expect(xml).toContain('<respStmt xml:id="ed-jk">')
    expect(xml).toMatch(/<change [^>]*when="2026-11-22"[^>]*who="#ed-jk"/)
  })

  test('evidence is a segment of the original, a reason a note', () => {
    const text = translation('paragraph: alloy').correct('k1', span('b1', 0, 5), 'rafting', {
      evidence: span('b1', 0, 5),
      reason: 'means both',
    })
    const xml = letterXml(letter(text, ['paragraph: сплав леса']))
    expect(validateTei(xml, grammar)).toEqual([])
    expect(xml).toContain('<p><seg xml:id="ep-1-os1">сплав</seg> леса</p>')
    expect(xml).toContain('source="#ep-1-os1"')
    expect(xml).toContain(
      '<note xml:id="ep-1-k1-why" type="reason" resp="#ed-am" target="#ep-1-k1">means both</note>',
    )
  })
})

describe('mentions', () => {
  const verkhov = { entity: 'pers-verkhov' }

  test('encloses the choice where it covers the old word or the new one', () => {
    const wanted = `<p>To <persName ref="#pers-verkhov" resp="#ed-am">${CORR('k1', 'Tops', 'Verkhov')}</persName>.</p>`
    const base = translation('paragraph: To Tops.').correct('k1', span('b1', 3, 7), 'Verkhov')
    expect(body(base.mention('m1', at('b1', 3), at('b1', 7), verkhov))).toBe(wanted)
    const put = { block: 'b1', offset: 7, into: { order: 0, inner: 7 } }
    expect(body(base.mention('m1', at('b1', 7), put, verkhov))).toBe(wanted)
  })

  test('stands inside the reading where it covers a part of it', () => {
    const base = translation('paragraph: To Tops.').correct(
      'k1',
      span('b1', 3, 7),
      'comrade Verkhov',
    )
    const from = { block: 'b1', offset: 7, into: { order: 0, inner: 8 } }
    const to = { block: 'b1', offset: 7, into: { order: 0, inner: 15 } }
    expect(body(base.mention('m1', from, to, verkhov))).toContain(
      '>comrade <persName ref="#pers-verkhov" resp="#ed-am">Verkhov</persName></corr>',
    )
  })

  test('two that cross: the second is a span between anchors', () => {
    const text = translation('paragraph: a b c d')
      .mention('m1', at('b1', 0), at('b1', 3), verkhov)
      .mention('m2', at('b1', 2), at('b1', 5), { kind: 'organisation', cert: 'low' })
    expect(body(text)).toBe(
      '<p><persName ref="#pers-verkhov" resp="#ed-am">a <anchor xml:id="ep-1-m2-start"/>b</persName> c<anchor xml:id="ep-1-m2-end"/> d</p>',
    )
    expect(letterXml(letter(text), context)).toContain(
      '<span xml:id="ep-1-m2" type="orgName" from="#ep-1-m2-start" to="#ep-1-m2-end" cert="low" resp="#ed-am"/>',
    )
  })

  test('dates carry their value, documents their type; a value that is no date is left out', () => {
    const text = translation('paragraph: on May 5 of No. 3')
      .mention('m1', at('b1', 3), at('b1', 8), { kind: 'date', when: '1933-05-05' })
      .mention('m2', at('b1', 12), at('b1', 17), { kind: 'document' })
      .mention('m3', at('b1', 0), at('b1', 2), { kind: 'date', when: '1933-02-30' })
    expect(body(text)).toBe(
      '<p><date resp="#ed-am">on</date> <date when="1933-05-05" resp="#ed-am">May 5</date> of <rs type="document" resp="#ed-am">No. 3</rs></p>',
    )
  })

  test('an entry that the registers do not hold is no pointer', () => {
    const text = translation('paragraph: X').mention('m1', at('b1', 0), at('b1', 1), {
      entity: 'gone',
    })
    expect(body(text)).toBe('<p><persName resp="#ed-am">X</persName></p>')
  })
})

describe('notes and callouts', () => {
  const noted = translation(
    'paragraph: On August 1 , 26',
    'note(n1): 1 See there.',
    'note(n1): And there.',
  )
    .with(null, 'n1', null, 'notes', { id: 'n1', n: '1', resp: 'source' })
    .with('callouts', 'c1', { printed: [span('b1', 9, 11)] }, 'callouts', {
      id: 'c1',
      role: 'callout',
      note: 'n1',
      confidence: 0.7,
    })
    .with('callouts', 'h1', { printed: [span('b2', 0, 1)] }, 'callouts', {
      id: 'h1',
      role: 'number',
      note: 'n1',
      confidence: 1,
    })

  test('a printed callout is a pointer over its characters, a note stands apart with its number', () => {
    expect(body(noted)).toBe(
      '<p>On August<ref xml:id="ep-1-c1" type="callout" target="#ep-1-n1" cert="medium"> 1</ref> , 26</p>',
    )
    const xml = letterXml(letter(noted))
    expect(
      part(xml, '<listAnnotation type="footnotes">', '</listAnnotation>').replace(/\n\s*/g, ''),
    ).toBe(
      '<note xml:id="ep-1-n1" n="1" type="editorial" resp="#ed-source" target="#ep-1-c1" xml:lang="en-t-ru-t0-und">' +
        '<p><seg xml:id="ep-1-h1" type="number">1</seg> See there.</p><p>And there.</p></note>',
    )
  })

  test('mark-up that begins in a callout cuts it', () => {
    const text = noted.mention('m1', at('b1', 10), at('b1', 16), {
      kind: 'date',
      when: '1932-08-26',
    })
    expect(body(text)).toContain(
      '<ref xml:id="ep-1-c1" type="callout" target="#ep-1-n1" cert="medium"> </ref><date when="1932-08-26" resp="#ed-am"><ref xml:id="ep-1-c1.2" type="callout" target="#ep-1-n1" cert="medium" prev="#ep-1-c1">1</ref> , 26</date>',
    )
  })

  test('a callout set by an editor is an anchor, a passage a pair of them that the note points to', () => {
    const text = noted
      .with('callouts', 'c1', { point: { at: at('b1', 2), order: 0 } }, 'callouts', {
        id: 'c1',
        role: 'callout',
        note: 'n1',
        confidence: 1,
        ...EDITOR,
      })
      .with('passages', 'p1', { from: at('b1', 3), to: at('b1', 9) }, 'passages', {
        id: 'p1',
        note: 'n1',
        ...EDITOR,
      })
    expect(body(text)).toBe(
      '<p>On<anchor xml:id="ep-1-c1" type="callout" n="1" corresp="#ep-1-n1" resp="#ed-am"/> <anchor xml:id="ep-1-p1-start"/>August<anchor xml:id="ep-1-p1-end"/> 1 , 26</p>',
    )
    expect(letterXml(letter(text))).toContain('target="#ep-1-p1-start" targetEnd="#ep-1-p1-end"')
  })

  test('a note without a callout points to nothing, a callout without a note too', () => {
    const text = translation('paragraph: x 5', 'note(n2): Lost.')
      .with(null, 'n2', null, 'notes', { id: 'n2', n: null, resp: 'source' })
      .with('callouts', 'c2', { printed: [span('b1', 2, 3)] }, 'callouts', {
        id: 'c2',
        role: 'callout',
        note: null,
        confidence: 0,
      })
    expect(body(text)).toBe('<p>x <ref xml:id="ep-1-c2" type="callout">5</ref></p>')
    expect(letterXml(letter(text))).toContain(
      '<note xml:id="ep-1-n2" type="editorial" resp="#ed-source" xml:lang="en-t-ru-t0-und">Lost.</note>',
    )
  })

  test('a note printed between paragraphs stays there', () => {
    const text = translation('paragraph: a', 'note(n1): 1 N', 'archive: F. 1').with(
      null,
      'n1',
      null,
      'notes',
      { id: 'n1', n: '1', resp: 'source' },
    )
    expect(body(text).split('\n')[1]).toMatch(/^<note xml:id="ep-1-n1".*>1 N<\/note>$/)
  })
})

describe('alignment', () => {
  const paired = (range: { block: string; from: number; to: number }) =>
    translation('paragraph: One. Two.')
      .with(null, 'q1', null, 'pairs', {
        id: 'q1',
        original: [span('b1', 0, 5)],
        translation: [range],
        confidence: 0.7,
        confirmed: false,
      })
      .with(null, 'q2', null, 'pairs', {
        id: 'q2',
        original: [span('b1', 6, 10)],
        translation: [],
        confidence: 0.4,
        confirmed: true,
      })

  test('pairs link segments; a sentence without counterpart is a pointer', () => {
    const xml = letterXml(letter(paired(span('b1', 0, 4)), ['paragraph: Один. Два.']))
    expect(validateTei(xml, grammar)).toEqual([])
    expect(xml).toContain('<p><seg xml:id="ep-1-s1">One.</seg> Two.</p>')
    expect(xml).toContain('<link target="#ep-1-os1 #ep-1-s1" cert="medium"/>')
    expect(xml).toContain('<ptr type="untranslated" target="#ep-1-os2" cert="high"/>')
  })

  test('a confirmed pair names who confirmed it and in which session; one inferred is never sure', () => {
    const text = translation('paragraph: One. Two.')
      .with(null, 'q1', null, 'pairs', {
        id: 'q1',
        original: [span('b1', 0, 5)],
        translation: [span('b1', 0, 4)],
        confidence: 0.5,
        confirmed: true,
        ...EDITOR,
      })
      .with(null, 'q2', null, 'pairs', {
        id: 'q2',
        original: [span('b1', 6, 10)],
        translation: [span('b1', 5, 9)],
        confidence: 0.99,
        confirmed: false,
      })
    const xml = letterXml(letter(text, ['paragraph: Один. Два.']))
    expect(validateTei(xml, grammar)).toEqual([])
    expect(xml).toContain(
      '<link target="#ep-1-os1 #ep-1-s1" cert="high" resp="#ed-am" change="#ep-1-ch2"/>',
    )
    expect(xml).toContain('<link target="#ep-1-os2 #ep-1-s2" cert="medium"/>')
    expect(xml).toMatch(/<change xml:id="ep-1-ch2" when="2026-11-20" who="#ed-am">[^<]*pairs: 1/)
    const read = decodeTei(xml, 'ep-1.xml')
    const pairs = read.ok ? read.letters[0]?.letter.translation.records.pairs : {}
    expect(Object.values(pairs ?? {})).toEqual([
      expect.objectContaining({ confirmed: true, by: 'ed-am', at: '2026-11-20' }),
      expect.objectContaining({ confirmed: false, confidence: 0.75 }),
    ])
  })

  test('a segment that crosses a mention is a span between anchors, under the same id', () => {
    const text = paired(span('b1', 0, 4)).mention('m1', at('b1', 2), at('b1', 7))
    const xml = letterXml(letter(text, ['paragraph: Один. Два.']))
    expect(validateTei(xml, grammar)).toEqual([])
    expect(xml).toContain(
      '<span xml:id="ep-1-s1" type="segment" from="#ep-1-s1-start" to="#ep-1-s1-end"/>',
    )
  })

  test('without an original there is no alignment at all', () => {
    const xml = letterXml(letter(paired(span('b1', 0, 4))))
    expect(xml).not.toMatch(/linkGrp|<seg|type="original"/)
  })
})
