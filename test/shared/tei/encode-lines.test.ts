import { describe, expect, test } from 'vitest'
import { validateTei } from '../../../shared/tei/validate-tei.ts'
import {
  EDITOR,
  exportContext,
  letter,
  type TextBuilder,
  translation,
} from '../../support/letter-fixture.ts'
import { letterXml, part, profileGrammar } from '../../support/tei-check.ts'

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

describe('the lines of openers and closers', () => {
  const parties = { senders: [{ text: 'Ladygin' }], recipients: [{ text: 'Verkhov' }] }
  const dated = { ...parties, date: { when: '1934-09-14', text: '', supplied: false } }
  const REF = (id: string, words: string) =>
    `<ref xml:id="ep-1-${id}" type="callout">${words}</ref>`
  const callout = (text: TextBuilder, range: { block: string; from: number; to: number }) =>
    text.with('callouts', 'c1', { printed: [range] }, 'callouts', {
      id: 'c1',
      role: 'callout',
      note: null,
      confidence: 0,
    })

  test('are marked as what they are', () => {
    const text = translation(
      'heading: Ladygin to Verkhov',
      'opener: Strictly secret. Cipher. Gagra. Verkhov.',
      'opener: From Moscow at 3 o’clock.',
      'paragraph: Text. Verkhov.',
      'closer: Greetings. Ladygin. 14/IX-34',
      'closer: No. 58.',
    ).header(dated)
    expect(body(text).split('\n').slice(1)).toEqual([
      '<opener><seg type="marking">Strictly secret.</seg> <seg type="marking">Cipher.</seg> <address><addrLine>Gagra. Verkhov.</addrLine></address></opener>',
      '<opener>From Moscow at 3 o’clock.</opener>',
      '<p>Text. Verkhov.</p>',
      '<closer><salute>Greetings.</salute> <signed>Ladygin.</signed> <dateline><date when="1934-09-14">14/IX-34</date></dateline></closer>',
      '<closer>No. 58.</closer>',
    ])
  })

  test('elsewhere than in openers and closers they stay plain', () => {
    const text = translation('paragraph: a', 'opener: Cipher.', 'closer: Ladygin.', 'paragraph: b')
    expect(body(text.header(parties))).toContain(
      '<ab type="opener">Cipher.</ab>\n<ab type="closer">Ladygin.</ab>',
    )
  })

  test('a callout belongs to the part it stands in', () => {
    const text = translation('paragraph: a', 'closer: 14/IX-34 1').header(dated)
    expect(body(callout(text, span('b2', 8, 10)))).toContain(
      `<closer><dateline><date when="1934-09-14">14/IX-34</date>${REF('c1', ' 1')}</dateline></closer>`,
    )
  })

  test('it is the corrected words that count', () => {
    const owls = translation('opener: Owls, secretly all.', 'paragraph: a')
    expect(body(owls.correct('k1', span('b1', 0, 18), 'Top secret'))).toContain(
      `<opener><seg type="marking">${CORR('k1', 'Owls, secretly all', 'Top secret')}.</seg></opener>`,
    )
    const cipher = translation('opener: Cipher.', 'paragraph: a')
    expect(body(cipher.correct('k1', span('b1', 0, 6), 'Number'))).toContain(
      `<opener>${CORR('k1', 'Cipher', 'Number')}.</opener>`,
    )
  })

  test('names within them stay tagged; what would cross a tag is left plain', () => {
    const line = translation('opener: Cipher. Gagra. Verkhov.', 'paragraph: a').header(parties)
    const inside = line.mention('m1', at('b1', 15), at('b1', 22), { entity: 'pers-verkhov' })
    expect(body(inside)).toContain(
      '<address><addrLine>Gagra. <persName ref="#pers-verkhov" resp="#ed-am">Verkhov</persName>.</addrLine></address>',
    )
    const across = line.mention('m1', at('b1', 3), at('b1', 13), { kind: 'organisation' })
    expect(body(across)).toContain(
      '<opener>Cip<orgName resp="#ed-am">her. Gagra</orgName>. Verkhov.</opener>',
    )
    const day = translation('paragraph: a', 'closer: 14/IX-34').header(dated)
    const tagged = day.mention('m1', at('b2', 0), at('b2', 8), { kind: 'date', when: '1934-09-14' })
    expect(body(tagged)).toContain(
      '<closer><dateline><date when="1934-09-14" resp="#ed-am">14/IX-34</date></dateline></closer>',
    )
  })

  test('a segment over the whole line holds marks and addresses, never a greeting', () => {
    const paired = (line: string, to: number) =>
      translation(line, 'paragraph: a')
        .header(parties)
        .with(null, 'q1', null, 'pairs', {
          id: 'q1',
          original: [span('b1', 0, 4)],
          translation: [span('b1', 0, to)],
          confidence: 1,
          confirmed: true,
        })
    const seg = (text: TextBuilder) => {
      const xml = letterXml(letter(text, ['paragraph: Шифр']))
      expect(validateTei(xml, grammar)).toEqual([])
      return xml
    }
    expect(seg(paired('opener: Cipher. Gagra. Verkhov.', 23))).toContain(
      '<opener><seg xml:id="ep-1-s1"><seg type="marking">Cipher.</seg> <address><addrLine>Gagra. Verkhov.</addrLine></address></seg></opener>',
    )
    expect(seg(paired('opener: Hello, Verkhov!', 15))).toContain(
      '<opener><salute><seg xml:id="ep-1-s1">Hello, Verkhov!</seg></salute></opener>',
    )
    expect(seg(paired('opener: Cipher. Hello, Verkhov!', 23))).toContain(
      '<opener><seg xml:id="ep-1-s1"><seg type="marking">Cipher.</seg> Hello, Verkhov!</seg></opener>',
    )
  })

  test('blocks that an editor joined are more than a line', () => {
    const text = translation('opener: Cipher.', 'opener: Copy.', 'paragraph: a').with(
      null,
      'j',
      null,
      'structure',
      { id: 'j', kind: 'join', block: 'b2', ...EDITOR },
    )
    expect(body(text)).toContain('<opener>Cipher.<milestone unit="block"/>Copy.</opener>')
  })

  test('those of the original too, by its own letters', () => {
    const xml = letterXml(
      letter(translation('paragraph: a').header(dated), [
        'opener: Сов. секретно. Шифром. Гагра. Верхову.',
        'paragraph: б',
        'closer: Ладыгин. 14/IX-34 г.',
      ]),
    )
    expect(validateTei(xml, grammar)).toEqual([])
    expect(xml).toContain(
      '<opener><seg type="marking">Сов. секретно.</seg> <seg type="marking">Шифром.</seg> <address><addrLine>Гагра. Верхову.</addrLine></address></opener>',
    )
    expect(xml).toContain(
      '<closer><signed>Ладыгин.</signed> <dateline><date when="1934-09-14">14/IX-34 г.</date></dateline></closer>',
    )
  })
})
