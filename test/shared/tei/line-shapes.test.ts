import { describe, expect, test } from 'vitest'
import { dateAtStart, isDay } from '../../../shared/tei/line-dates.ts'
import { LINE_RULES, lineShapes } from '../../../shared/tei/line-shapes.ts'
import { isNameOf, plainLatin } from '../../../shared/tei/names-in-line.ts'

const known = {
  senders: ['Ladygin', 'Torpov'].map(plainLatin),
  recipients: ['Verkhov'].map(plainLatin),
  day: '1934-09-14',
}

/** The shapes of a line, `name[text]`; ‹ › enclose callouts. */
function shapes(kind: 'opener' | 'closer', marked: string): string {
  const text = marked.replace(/[‹›]/g, '')
  const callouts = [...marked.matchAll(/‹([^›]*)›/g)].map((found, n) => {
    const from = found.index - 2 * n
    return { from, to: from + found[1]!.length }
  })
  return lineShapes({ text, callouts }, kind, known)
    .map(({ name, from, to, date }) => {
      const day = date ? `|${text.slice(date.from, date.to)}=${date.when ?? '?'}` : ''
      return `${name}[${text.slice(from, to)}${day}]`
    })
    .join(' ')
}

describe.each(LINE_RULES.map((rule) => [`${rule.line} ${rule.name}`, rule] as const))(
  '%s',
  (_, rule) => {
    test.each(rule.takes)('takes “%s”', (line) => {
      const found = lineShapes({ text: line, callouts: [] }, rule.line, known)
      expect(found.at(-1)?.name).toBe(rule.name)
      expect(found.at(-1)?.to).toBe(line.trimEnd().length)
    })
    test.each(rule.leaves)('leaves “%s”', (line) => {
      expect(shapes(rule.line, line)).toBe('')
    })
  },
)

describe('whole lines', () => {
  test.each([
    [
      'opener',
      'Top secret. Cipher. Gagra. To Verkhov.',
      'marking[Top secret.] marking[Cipher.] address[Gagra. To Verkhov.]',
    ],
    ['opener', 'Immediately . Tov. Verkhov.', 'marking[Immediately .] address[Tov. Verkhov.]'],
    ['opener', ' Copy . ', 'marking[Copy .]'],
    ['opener', 'Cipher. We ask for timber.', ''],
    ['opener', 'Gagra. Verkhov‹ 1› .', 'address[Gagra. Verkhov 1 .]'],
    ['opener', '14/IX‹ 1›', 'dateline[14/IX 1|14/IX=1934-09-14]'],
    ['opener', 'Ladygin. Torpov.', ''],
    [
      'closer',
      'Ladygin. Torpov. 14/IX-34 ‹3›',
      'signed[Ladygin. Torpov.] dateline[14/IX-34 3|14/IX-34=1934-09-14]',
    ],
    ['closer', '15/IX-34', 'dateline[15/IX-34|15/IX-34=?]'],
    [
      'closer',
      'Hello to you! Shake your hand. Your P. Ladygin ‹2› .',
      'salute[Hello to you! Shake your hand.] signed[Your P. Ladygin 2 .]',
    ],
    ['closer', 'Greetings. Verkhov', ''],
    ['closer', 'Cipher.', ''],
    ['closer', '', ''],
    ['closer', '  ', ''],
  ] as const)('%s “%s”', (kind, line, wanted) => expect(shapes(kind, line)).toBe(wanted))

  test('together they are the whole line, in order, and never overlap', () => {
    for (const rule of LINE_RULES) {
      for (const line of rule.takes) {
        let at = 0
        for (const { from, to } of lineShapes({ text: line, callouts: [] }, rule.line, known)) {
          expect(line.slice(at, from).trim()).toBe('')
          at = to
        }
        expect(line.slice(at).trim()).toBe('')
      }
    }
  })
})

describe('names and dates in lines', () => {
  test.each([
    ['Каганский', 'kaganski'],
    ['Юрий', 'iuri'],
    ['Yuri', 'iuri'],
  ])('%s in plain Latin is %s', (name, wanted) => expect(plainLatin(name)).toBe(wanted))

  test.each([
    ['Verkhov', true],
    ['Верхову', true],
    ['Верховым', true],
    ['Верховский', false],
    ['Верховцев', false],
    ['Verkhova', false],
    ['Ver', false],
  ])('%s is Verkhov: %s', (word, wanted) =>
    expect(isNameOf(word, [plainLatin('Verkhov')])).toBe(wanted),
  )

  test.each([
    ['14/IX-34', '1934-09-14', true],
    ['14.IX.1934', '1934-09-14', true],
    ['14/IX', '1934-09-14', true],
    ['14/IX-33', '1934-09-14', false],
    ['1/X-34', '1934-09-14', false],
    ['14 сентября 1934 г.', '1934-09-14', true],
    ['14/IX-34', '1934-09', false],
  ])('%s is %s: %s', (text, day, wanted) => {
    expect(isDay(dateAtStart(text)!, day)).toBe(wanted)
  })

  test.each(['40/IX-34', '3/XIII', 'Verkhov 14', '2186/sh', '12:20'])('%s is no date', (text) => {
    expect(dateAtStart(text)).toBeUndefined()
  })
})
