import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addressOf,
  type Shown,
  screenOf,
  showable,
} from '../../../renderer/ui/screen-in-address.ts'

const LIBRARY: Shown = { screen: 'library' }
const shown: fc.Arbitrary<Shown> = fc.oneof(
  fc.constantFrom(
    ...(['library', 'register', 'review', 'rules', 'words'] as const).map((screen) => ({ screen })),
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map((letter) => ({ screen: 'letter', letter }) as const),
)

it('says every screen and every letter so that it is found again', () => {
  fc.assert(
    fc.property(shown, (one) => {
      const address = addressOf(one)
      expect(new URL(address, 'http://127.0.0.1/').hash).toBe(address)
      expect(screenOf(address)).toEqual(one)
    }),
  )
})

it.each(['', '#', '#letter', '#letter/', '#letter/%E0%A4%A', '#nowhere', '#library'])(
  'takes %j for the library',
  (address) => {
    expect(screenOf(address)).toEqual(LIBRARY)
  },
)

it('shows the library where a letter or a review is not there any more', () => {
  const none = { letters: [], review: null, leftReview: null }
  expect(showable({ screen: 'letter', letter: 'gone' }, none)).toEqual(LIBRARY)
  expect(showable({ screen: 'review' }, none)).toEqual(LIBRARY)
  expect(showable({ screen: 'words' }, none)).toEqual({ screen: 'words' })
})
