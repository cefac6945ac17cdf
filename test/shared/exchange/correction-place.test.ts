import { expect, it } from 'vitest'
import { surroundingsOf } from '../../../shared/exchange/correction-place.ts'
import { correctionRows } from '../../../shared/exchange/correction-rows.ts'
import { letter, translation } from '../../support/letter-fixture.ts'

it('gives a correction its sentence and its paragraph', () => {
  const text = translation(
    'heading: A letter',
    'opener: Dear friend!',
    'paragraph: We came. I ask for rye. Yours.',
  ).correct('k1', { block: 'b3', from: 9, to: 14 }, 'I beg')
  const made = letter(text)
  const [row] = correctionRows(made)
  expect(row && surroundingsOf(made, row)).toEqual({
    left: '',
    right: ' for rye.',
    place: { kind: 'paragraph', n: 2 },
  })
})
