import { describe, expect, it } from 'vitest'
import {
  isSameName,
  nameSkeleton,
  partySkeletons,
} from '../../../shared/translate/name-skeleton.ts'

const meet = (a: string, b: string) => isSameName(nameSkeleton(a), nameSkeleton(b))

describe('the skeleton of a name', () => {
  it.each([
    ['Ladygin', 'Ладыгину'],
    ['Torpov', 'Торповым'],
    ['Verkhov', 'Верхова'],
    ['Shchegolev', 'Щеголеву'],
    ['Schegolev', 'Щеголева'],
    ['Khinchuk', 'Хинчук'],
    ['Hinchuk', 'Хинчуку'],
    ['Krestinskii', 'Крестинского'],
    ['Krestinsky', 'Крестинским'],
    ['Rosengoltz', 'Розенгольцем'],
    ['Roosevelt', 'Рузвельтом'],
    ['Zheltukhin', 'Желтухина'],
    ['Kuybyshev', 'Куйбышеве'],
    ['NKLes', 'НКЛеса'],
    ['Tsaritsyn', 'Царицыне'],
  ])('%s is %s', (latin, russian) => {
    expect(meet(latin, russian)).toBe(true)
  })

  it.each([
    ['Torpov', 'Верхову'],
    ['Ladygin', 'Щеголеву'],
    ['Kuznetsov', 'Крестинского'],
    ['Moscow', 'Уфа'],
  ])('%s is not %s', (latin, russian) => {
    expect(meet(latin, russian)).toBe(false)
  })

  it('finds the family names of parties without initials and titles', () => {
    expect(partySkeletons(['Л.М. Ладыгину', 'тов. Верхову'])).toEqual(
      partySkeletons(['L. M. Ladygin', 'Comrade Verkhov']),
    )
  })
})
