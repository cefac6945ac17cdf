import { describe, expect, it } from 'vitest'
import { decodePage } from '../../../shared/import/decode-page.ts'
import { detectEncoding, READABLE } from '../../../shared/import/detect-encoding.ts'
import {
  BYTE_TABLES,
  encodingOfLabel,
  PAGE_ENCODINGS,
  SINGLE_BYTE,
  type SingleByteEncoding,
} from '../../../shared/import/encodings.ts'

const RUSSIAN = `Дорогой Пётр Ильич! Получил Ваше письмо от 14 сентября и сразу отвечаю. План сплава леса по Вычегде готов, но
инженеры требуют ещё две недели: не хватает тросов, буксиров и людей. Прошу Вас поговорить с наркомом о том, чтобы нам прислали хотя бы
половину обещанного. Вчера вечером приехал Верхов и рассказал, как обстоят дела в Архангельске; я не согласен с ним и думаю, что спешить
нельзя. Если до 1 октября ничего не изменится, придётся остановить работы. Здоровы ли Вы? Поклон Анне Сергеевне. Жму руку, Ваш Ладыгин.
«Северный край» напечатал статью о нашем заводе — читали ли Вы её? Эта газета, как всегда, преувеличивает: объём работ меньше втрое.
`
const ENGLISH = `Dear Peter Ilyich! “I received your letter of 14 September” – and answer at once. The plan for the rafting of the forest is ready…
It’s the naïve résumé of a café in Übersee, Monsieur Lefèvre says: “c’est très bien”, and señor Núñez agrees. `

/** The text as bytes; characters that the encoding lacks become question marks. */
function encode(text: string, encoding: SingleByteEncoding): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const byte = BYTE_TABLES[encoding].indexOf(character)
    return character < '\u0080' ? character.charCodeAt(0) : byte < 0 ? 0x3f : byte + 0x80
  })
}

const decode = (bytes: Uint8Array, encoding: SingleByteEncoding): string =>
  String.fromCharCode(
    ...Array.from(bytes, (byte) =>
      byte < 0x80 ? byte : BYTE_TABLES[encoding].charCodeAt(byte - 0x80),
    ),
  )

/** The share of stretches of a text of this length that are read right: as the text they were made from. */
function shareRight(text: string, encoding: SingleByteEncoding, length: number): number {
  const long = text.repeat(Math.ceil(length / text.length) + 1)
  let right = 0
  let all = 0
  for (let from = 0; from < text.length; from += 23) {
    const bytes = encode(long.slice(from, from + length), encoding)
    const best = detectEncoding(bytes)[0]!.encoding
    all++
    if (decode(bytes, best) === decode(bytes, encoding)) right++
  }
  return right / all
}

describe('the encoding of Russian text is found by its letters', () => {
  const cases = (['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'] as const).flatMap((encoding) =>
    [50, 200, 5000].map((length) => ({ encoding, length })),
  )
  it.each(cases)('$encoding, $length characters', ({ encoding, length }) => {
    expect(shareRight(RUSSIAN, encoding, length)).toBe(1)
  })

  // Its small letters are those of windows-1251 but for я; so a few words can be both.
  it.each([
    [50, 0.9],
    [200, 1],
    [5000, 1],
  ])('x-mac-cyrillic, %d characters: %d', (length, share) => {
    expect(shareRight(RUSSIAN, 'x-mac-cyrillic', length)).toBeGreaterThanOrEqual(share)
  })
})

describe('other text', () => {
  it.each([100, 1000])('Latin letters with accents, %d characters', (length) => {
    expect(shareRight(ENGLISH, 'windows-1252', length)).toBe(1)
  })

  it('bytes at random are no text', () => {
    let state = 1
    const byte = (): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return 0x20 + ((state >>> 16) % 0xe0)
    }
    for (let index = 0; index < 50; index++) {
      const best = detectEncoding(Uint8Array.from({ length: 300 }, byte))[0]
      expect(best === undefined || best.mean < READABLE).toBe(true)
    }
  })
})

describe('decodePage', () => {
  it('tells how sure it is, and what else the bytes may be', () => {
    const bytes = encode(RUSSIAN, 'koi8-r')
    const page = decodePage(bytes)
    const text = decode(bytes, 'koi8-r')
    expect(page).toMatchObject({ ok: true, encoding: 'koi8-r', text })
    if (!page.ok) return
    expect(page.confidence).toBeGreaterThan(0.99)
    expect(page.alternatives[0]?.sample.length).toBeGreaterThan(20)
    expect(page.alternatives.map(({ encoding }) => encoding)).not.toContain('koi8-r')
  })

  it('reads each encoding that a person chooses', () => {
    const bytes = encode('Ладыгин', 'ibm866')
    for (const chosen of PAGE_ENCODINGS)
      expect(decodePage(bytes, { chosen })).toMatchObject(
        chosen.startsWith('utf-16') || chosen === 'windows-1252' || chosen === 'iso-8859-5'
          ? { ok: expect.anything() }
          : { ok: true, encoding: chosen },
      )
    expect(decodePage(bytes, { chosen: 'ibm866' })).toMatchObject({ text: 'Ладыгин' })
  })

  it('shows the damaged places of UTF-8 only where a person chose it', () => {
    const bytes = Uint8Array.of(...new TextEncoder().encode('Ладыгин Торпову'), 0xd0)
    expect(decodePage(bytes)).toMatchObject({ ok: false, code: 'encoding' })
    const chosen = decodePage(bytes, { chosen: 'utf-8' })
    expect(chosen).toMatchObject({ ok: true, text: 'Ладыгин Торпову\ufffd' })
    expect(chosen.ok && chosen.notes.map(({ code }) => code)).toContain('damaged-bytes')
  })

  it('reads UTF-16 without a mark in both orders, Russian too', () => {
    for (const text of ['Ladygin to Torpov\n', 'Ладыгин – Торпову\n']) {
      const little = new Uint8Array(Buffer.from(text, 'utf16le'))
      const big = new Uint8Array(Buffer.from(little).swap16())
      expect(decodePage(little)).toMatchObject({ ok: true, encoding: 'utf-16le', text })
      expect(decodePage(big)).toMatchObject({ ok: true, encoding: 'utf-16be', text })
    }
  })

  it('keeps marks of direction and shows zero characters, and counts both', () => {
    const page = decodePage(new TextEncoder().encode('a\u202eb\u2066c\u0000 d'))
    expect(page).toMatchObject({ ok: true, text: 'a\u202eb\u2066c\u2400 d' })
    expect(page.ok && page.notes.map(({ code, count }) => [code, count])).toEqual([
      ['illegal-characters', 1],
      ['bidi-controls', 2],
    ])
  })
})

it('knows encodings by their other names', () => {
  expect(
    ['CP1251', 'win-1251', 'KOI8-R', 'cp866', ' Windows-1251 ', 'klingon'].map(encodingOfLabel),
  ).toEqual(['windows-1251', 'windows-1251', 'koi8-r', 'ibm866', 'windows-1251', null])
})

it('the tables are those of the encodings (TextDecoder knows them too)', () => {
  for (const encoding of SINGLE_BYTE) {
    const bytes = Uint8Array.from({ length: 128 }, (_, index) => index + 0x80)
    const known = new TextDecoder(encoding).decode(bytes)
    const ours = BYTE_TABLES[encoding]
    expect([...ours].filter((one, at) => one !== '\uffff' && one !== known.charAt(at))).toEqual([])
  }
})
