import { describe, expect, it } from 'vitest'
import { inTheCaseOf, sameFinder } from '../../../../shared/translate/spread/find-same.ts'
import { compareHits } from '../../../../shared/translate/spread/spread-hit.ts'
import { spreadSource } from '../../../../shared/translate/spread/spread-source.ts'
import { pairedLetter, withCorrection } from '../../../support/spread-letters.ts'

function sourceOf(line: string, before: string, after: string) {
  const letter = withCorrection(pairedLetter('a', line), { id: 'k1', line: 0, before, after })
  const source = spreadSource(letter, 'k1')
  if (!source) throw new Error('No source')
  return source
}

const found = (line: string, before: string, after: string, other: string, similar = true) =>
  sameFinder(
    sourceOf(line, before, after),
    similar,
  )(pairedLetter('b', other)).map(
    ({ words, after, reason, rank }) => `${words} → ${after} (${rank}, ${reason})`,
  )

describe('the same words elsewhere', () => {
  it('finds the same machine words, with what will read there', () => {
    expect(
      found(
        'Owls. Secret. To the Board.',
        'Owls. Secret',
        'Top secret',
        'No. 5. Owls. Secret. Owls. Secret',
      ),
    ).toEqual([
      'Owls. Secret → Top secret (identical, same)',
      'Owls. Secret → Top secret (identical, same)',
    ])
  })

  it('cuts no word in two', () => {
    expect(
      found('The barge', 'barge', 'boat', 'bargeman, sub-barge, barge2, barge.', false),
    ).toEqual(['barge → boat (identical, same)'])
  })

  it.each([
    [
      'the old barge',
      'old barge',
      'new boat',
      'The OLD BARGE',
      'OLD BARGE → NEW BOAT (similar, case)',
    ],
    [
      'the old barge',
      'old barge',
      'new boat',
      'Old barge.',
      'Old barge → New boat (similar, case)',
    ],
    [
      'two old barges',
      'old barges',
      'boats',
      'two old  barges',
      'old  barges → boats (similar, space)',
    ],
    ['ten pounds', 'pounds', 'poods', 'one pound', 'pound → poods (similar, inflection)'],
    [
      'He sends the old grey barges today',
      'sends the old grey barges',
      'sent the boats',
      'We hear he sends the grey barges today',
      'sends the grey barges → sent the boats (similar, words)',
    ],
  ])('finds what is like %s', (line, before, after, other, expected) => {
    expect(found(line, before, after, other)).toEqual([expected])
  })

  it('takes no other phrase for a like one', () => {
    expect(found('the old barge', 'old barge', 'boat', 'the old ship and a barge')).toEqual([])
  })

  it('leaves places that somebody corrected, and those right beside a correction', () => {
    const source = sourceOf('ten pounds', 'pounds', 'poods')
    const other = withCorrection(pairedLetter('b', 'one pounds, two pounds, pounds,'), {
      id: 'k9',
      line: 0,
      before: 'one pounds',
      after: 'a pood',
    })
    expect(sameFinder(source, false)(other).map(({ from }) => from)).toEqual([16, 24])
    const beside = withCorrection(pairedLetter('b', 'two pounds, pounds'), {
      id: 'k9',
      line: 0,
      before: ', ',
      after: ' and ',
    })
    expect(sameFinder(source, false)(beside)).toEqual([])
  })

  it('puts places with the same neighbours first', () => {
    const source = sourceOf('We sent ten pounds of rye', 'pounds', 'poods')
    const hits = sameFinder(
      source,
      false,
    )(pairedLetter('b', 'he paid five pounds in gold', 'they sent ten pounds of rye'))
    expect([...hits].sort(compareHits).map(({ block }) => block)).toEqual(['t1', 't0'])
  })

  it('gives the aligned passage and the context of a hit', () => {
    const source = sourceOf('ten pounds | десять пудов', 'pounds', 'poods')
    const [hit] = sameFinder(
      source,
      false,
    )(pairedLetter('b', 'We took two pounds more | Взяли ещё два пуда'))
    expect(hit).toMatchObject({
      left: 'We took two ',
      right: ' more',
      aligned: 'Взяли ещё два пуда',
      guard: 'none',
    })
  })
})

describe('what a correction does', () => {
  it('takes words along where it only puts words in', () => {
    const letter = withCorrection(pairedLetter('a', 'We ask an answer.'), {
      id: 'k1',
      line: 0,
      before: '',
      after: 'for ',
    })
    const moved = {
      ...letter,
      translation: {
        ...letter.translation,
        anchors: {
          ...letter.translation.anchors,
          corrections: {
            k1: { deleted: [], inserted: [{ block: 't0', offset: 7, order: 0, text: 'for ' }] },
          },
        },
      },
    }
    expect(spreadSource(moved, 'k1')).toMatchObject({ before: 'ask an', after: 'ask for an' })
  })

  it('takes words along where it only changes a sign', () => {
    expect(sourceOf('Wait, here it is', ',', ':')).toMatchObject({
      before: 'Wait, here',
      after: 'Wait: here',
    })
  })

  it('is the whole phrase that it was meant for, though only a word of it differs', () => {
    const line = 'Nothing more. Hello to you! Your Ladygin.'
    const change = { id: 'k1', line: 0, before: 'Hello', after: 'Greetings' }
    const letter = withCorrection(pairedLetter('a', line), change)
    const block = letter.translation.machine.blocks[0]?.id ?? ''
    const phrase = { block, from: 13, to: 27 }
    const source = spreadSource(letter, 'k1', phrase)
    const { records } = letter.translation
    const { k1 } = records.corrections
    if (!k1) throw new Error('No correction')
    const corrections = { k1: { ...k1, phrase } }
    const known = { ...letter.translation, records: { ...records, corrections } }
    expect(spreadSource({ ...letter, translation: known }, 'k1')).toEqual(source)
    expect(source).toMatchObject({ before: 'Hello to you!', after: 'Greetings to you!' })
    const other = pairedLetter('b', 'Hello, dear Torpov! I go. Hello to you! Yours.')
    const hits = source ? sameFinder(source, true)(other) : []
    expect(hits.map(({ words, rank }) => `${words} ${rank}`)).toEqual(['Hello to you! identical'])
  })

  it('is nothing where the correction is not there', () => {
    expect(spreadSource(pairedLetter('a', 'x'), 'k1')).toBeNull()
  })
})

it('writes a replacement as the words it stands for', () => {
  expect(inTheCaseOf('OLD BARGE', 'old barge', 'boat')).toBe('BOAT')
  expect(inTheCaseOf('Barge', 'barge', '“boat”')).toBe('“Boat”')
  expect(inTheCaseOf('barge', 'barge', 'Boat')).toBe('Boat')
})
