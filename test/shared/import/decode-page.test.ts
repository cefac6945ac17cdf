import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePage } from '../../../shared/import/decode-page.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function utf16(text: string, order: 'little' | 'big'): Uint8Array {
  const units = [...text].flatMap((character) =>
    [...Array(character.length).keys()].map((index) => character.charCodeAt(index)),
  )
  return new Uint8Array(
    [0xfeff, ...units].flatMap((unit) =>
      order === 'little' ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff],
    ),
  )
}

/** windows-1251 of Cyrillic and ASCII letters. */
function windows1251(text: string): Uint8Array {
  return new Uint8Array(
    [...text].map((character) => {
      const point = character.charCodeAt(0)
      return point < 0x80 ? point : point - 0x0410 + 0xc0
    }),
  )
}

const codes = (bytes: Uint8Array): string[] => {
  const page = decodePage(bytes)
  return page.ok ? page.notes.map(({ code }) => code) : [page.code]
}

describe('decodePage', () => {
  it('reads what TextDecoder reads', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(text.trim() !== '' && !text.startsWith('\ufeff'))
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are another test's.
        fc.pre(!/[\u0000-\u001f\u007f\ufffe\uffff]/.test(text))
        expect(decodePage(utf8(text))).toMatchObject({
          ok: true,
          text,
          encoding: 'utf-8',
          notes: [],
        })
      }),
    )
  })

  it('refuses exactly the bytes that strict TextDecoder refuses, or says that it guessed', () => {
    const strict = new TextDecoder('utf-8', { fatal: true })
    fc.assert(
      fc.property(fc.uint8Array({ min: 1, minLength: 1, maxLength: 40 }), (bytes) => {
        let valid = true
        try {
          strict.decode(bytes)
        } catch {
          valid = false
        }
        const page = decodePage(bytes)
        if (page.ok && page.encoding === 'utf-8') expect(valid).toBe(true)
        if (page.ok && page.encoding !== 'utf-8' && !/^utf-16/.test(page.encoding))
          expect(page.notes.map(({ code }) => code)).toContain('encoding-guessed')
      }),
    )
  })

  it('removes a mark, unifies line ends, shows forbidden characters, and says so', () => {
    const page = decodePage(utf8('\ufeffone\r\ntwo\rthree\u0001\ufffe'))
    expect(page).toMatchObject({ ok: true, text: 'one\ntwo\nthree\u2401\ufffd' })
    expect(page.ok && page.notes.map(({ code, count }) => [code, count])).toEqual([
      ['bom-removed', 1],
      ['line-ends', 2],
      ['illegal-characters', 2],
    ])
  })

  it('reads UTF-16 with a mark in both orders', () => {
    for (const order of ['little', 'big'] as const)
      expect(decodePage(utf16('Ладыгин 𝄞', order))).toMatchObject({ ok: true, text: 'Ладыгин 𝄞' })
  })

  it('shows halves of characters', () => {
    const page = decodePage(utf16('a\ud800b', 'little'))
    expect(page).toMatchObject({ ok: true, text: 'a\ufffdb' })
    expect(codes(utf16('a\ud800b', 'little'))).toContain('lone-surrogates')
  })

  it('reads windows-1251 only when it is nothing else', () => {
    const page = decodePage(windows1251('Телеграмма Торпову 9 апреля 1934 года'))
    expect(page).toMatchObject({
      ok: true,
      encoding: 'windows-1251',
      text: 'Телеграмма Торпову 9 апреля 1934 года',
    })
    expect(codes(windows1251('Телеграмма'))).toContain('encoding-guessed')
    expect(codes(Uint8Array.of(...utf8('Ладыгин'), 0xd0))).toEqual(['encoding'])
  })

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['white space', utf8(' \n\t\r\n'), 'empty'],
    ['only a mark', utf8('\ufeff'), 'empty'],
    ['many zero bytes', utf8('Ladygin\u0000 to\u0000\u0000\u0000 Torpov'.repeat(5)), 'binary'],
    ['a PDF', utf8('%PDF-1.7 and more'), 'binary'],
    ['a zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'binary'],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'binary'],
    ['control characters', utf8('\u0001\u0002\u0003'.repeat(20)), 'binary'],
    ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), 'encoding'],
    ['broken UTF-16', Uint8Array.of(0xff, 0xfe, 0x41), 'encoding'],
  ])('refuses %s with a sentence', (_, bytes, code) => {
    const page = decodePage(bytes)
    expect(page).toMatchObject({ ok: false, code })
    expect(!page.ok && page.message).toMatch(/^The file .*\.$/)
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void decodePage(bytes)))
  })
})
