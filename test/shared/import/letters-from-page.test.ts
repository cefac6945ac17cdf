import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lettersFromPage } from '../../../shared/import/letters-from-page.ts'
import { readPage } from '../../../shared/import/read-page.ts'
import type { CanonicalLetter, CanonicalText } from '../../../shared/letter/canonical.ts'
import { findCorpus } from '../../support/gold.ts'
import { samplePairs } from '../../support/sample-pages.ts'

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures/languages')
const NAMES = ['under-its-own-heading', 'in-turn', 'original-below', 'not-the-original']
const textOf = (name: string) => readFileSync(path.join(FIXTURES, `${name}.txt`), 'utf8')
const corpus = findCorpus()

const source = { name: 'page.txt', format: 'text', sha256: 'ab'.repeat(32) } as const
const lettersOf = (text: string) => lettersFromPage(readPage(text, 'page.txt'), source)

const linesOf = (text: CanonicalText | null) => (text?.machine.blocks ?? []).map((one) => one.text)

/** Every non-blank line of the page is in one letter, on one side, or outside: none lost, none doubled. */
function expectConserved(text: string): void {
  const page = readPage(text, 'page.txt')
  const kept = [
    ...lettersFromPage(page, source).flatMap((letter) => [
      ...linesOf(letter.translation),
      ...linesOf(letter.original),
    ]),
    ...page.outside.map((line) => line.text),
  ]
  const printed = text.split('\n').filter((line) => line.trim() !== '')
  expect(kept.toSorted()).toEqual(printed.toSorted())
}

/** Records of a side name blocks and notes of that side alone. */
function expectSound(text: CanonicalText | null): void {
  if (!text) return
  const blocks = new Map(text.machine.blocks.map(({ id, text: line }) => [id, line]))
  expect(blocks.size).toBe(text.machine.blocks.length)
  for (const [id, record] of Object.entries(text.records.callouts)) {
    expect(record.id).toBe(id)
    if (record.note !== null) expect(text.records.notes[record.note]).toBeDefined()
    const anchor = text.anchors.callouts[id]
    if (!anchor || !('printed' in anchor)) throw new Error(`callout ${id} stands nowhere`)
    for (const { block, to } of anchor.printed)
      expect(to).toBeLessThanOrEqual(blocks.get(block)?.length ?? -1)
  }
  for (const { note } of text.machine.blocks)
    if (note !== undefined) expect(text.records.notes[note]).toBeDefined()
}

const oneLetter = (name: string): CanonicalLetter => {
  const letters = lettersOf(textOf(name))
  expect(letters).toHaveLength(1)
  return letters[0] as CanonicalLetter
}

describe('letters from a page in two languages', () => {
  it('makes one letter of a text and its original under a heading of its own', () => {
    const letter = oneLetter('under-its-own-heading')
    expect(letter.translation.machine.lang).toBe('en-t-ru-t0-und')
    expect(letter.original?.machine.lang).toBe('ru')
    expect(linesOf(letter.original)[0]).toBe('Торпов — Ладыгину. 4 октября 1934 г.')
    expect(Object.keys(letter.translation.records.notes)).toHaveLength(1)
    expect(letter.translation.records.header.origin?.value).toMatchObject({ from: 3, to: 20 })
    expect(letter.original?.records.header).toEqual({
      origin: { id: 'origin', confidence: 1, value: { ...source, from: 22, to: 36 } },
    })
    expect(letter.translation.records.header.counterparts).toBeUndefined()
  })

  it('makes one letter of paragraphs that stand in turn', () => {
    const letter = oneLetter('in-turn')
    expect(linesOf(letter.original)).toEqual([
      'Товарищ Торпов!',
      expect.stringMatching(/^Вчера/),
      expect.stringMatching(/^Капитан/),
      expect.stringMatching(/^Прошу/),
      'Верхов.',
    ])
    expect(linesOf(letter.translation).join('\n')).not.toMatch(/\p{Script=Cyrillic}/u)
    expect(letter.translation.records.callouts['c1']).toMatchObject({ note: 'n1' })
  })

  it('makes one letter of a text with the word “Оригинал” and the other below it', () => {
    const letter = oneLetter('original-below')
    expect(linesOf(letter.original)[0]).toBe('Оригинал:')
    expect(linesOf(letter.original)).toHaveLength(4)
  })

  it.each(corpus === null ? ['invented'] : ['invented', 'real'])(
    'keeps two texts that do not belong together as two letters that name each other (%s)',
    (which) => {
      const text =
        which === 'real'
          ? readFileSync(path.join(corpus ?? '', '1932-06-12.txt'), 'utf8')
          : textOf('not-the-original')
      const [english, russian, ...others] = lettersOf(text)
      expect(others).toEqual([])
      expect([english?.original, russian?.original]).toEqual([null, null])
      expect(russian?.translation.machine.lang).toBe('ru')
      const [a, b] = [english, russian].map(
        (letter) => letter?.translation.records.header.counterparts?.value,
      )
      expect(a).toMatchObject([{ letter: russian?.id, is: 'not-the-original' }])
      expect(b).toMatchObject([{ letter: english?.id, is: 'not-the-original' }])
      expect(a?.[0]?.evidence.join(' ')).toContain('The addressee is another')
    },
  )

  it('leaves an English letter that quotes a Russian paragraph whole', () => {
    const quoted = `${textOf('original-below').split('Оригинал:')[0]}
The board of the port writes:

Просим принять меры к немедленной очистке фарватера от затонувшего леса, который угрожает движению всех судов и барж.

I do not know what to answer them. In the next days the mail will leave, and with it all that I have promised to the people of the lower reach, who wait for it since the summer and write to me every week about nothing else but that. Tell me what to do, and tell me soon; until then the steamers will stand where they stand, and nobody will pay for it.
`
    const [letter, ...others] = lettersOf(quoted)
    expect(others).toEqual([])
    expect(letter?.original).toBeNull()
  })

  it.each(NAMES)('loses and doubles no line of %s', (name) => {
    expectConserved(textOf(name))
    for (const { translation, original } of lettersOf(textOf(name))) {
      expectSound(translation)
      expectSound(original)
    }
  })

  it('loses and doubles no line of pages whose lines were taken out, doubled or moved', () => {
    const pages = [
      ...NAMES.map(textOf),
      samplePairs()
        .slice(0, 4)
        .map(({ englishPage, russianPage }) => `${englishPage}\n\n${russianPage}`)
        .join('\n\n'),
    ]
    const change = fc.record({ page: fc.nat(pages.length - 1), cuts: fc.array(fc.nat(80)) })
    fc.assert(
      fc.property(change, ({ page, cuts }) => {
        const lines = (pages[page] ?? '').split('\n')
        cuts.forEach((at, i) => {
          const [line = ''] = lines.splice(at % Math.max(1, lines.length), 1)
          if (i % 3 === 1) lines.splice((at * 7) % (lines.length + 1), 0, line, line)
          if (i % 3 === 2) lines.splice((at * 5) % (lines.length + 1), 0, line)
        })
        const text = lines.join('\n')
        expectConserved(text)
        for (const { translation, original } of lettersOf(text)) {
          expectSound(translation)
          expectSound(original)
        }
      }),
      { numRuns: 60 },
    )
  })
})
