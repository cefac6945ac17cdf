import type { CorrectionRule, TranslationSet } from '../../../shared/translate/translation-set.ts'

/** A rule of correction as it is in force, and whether it came with the program, was changed here, or was made here. */
export interface ListedCorrectionRule {
  readonly rule: CorrectionRule
  readonly origin: 'shipped' | 'changed' | 'own'
}

/** All rules of correction: those of the collection first, in the order they were made, then the shipped ones. */
export function listCorrectionRules(
  { rules }: TranslationSet,
  shipped: readonly CorrectionRule[],
): readonly ListedCorrectionRule[] {
  const known = new Set(shipped.map(({ id }) => id))
  const ours = new Map(rules.map((rule) => [rule.id, rule]))
  return [
    ...rules
      .filter(({ id }) => !known.has(id))
      .map((rule): ListedCorrectionRule => ({ rule, origin: 'own' })),
    ...shipped.map((rule): ListedCorrectionRule => {
      const changed = ours.get(rule.id)
      return changed ? { rule: changed, origin: 'changed' } : { rule, origin: 'shipped' }
    }),
  ]
}

/** The list with an item set, at its place or at the end. */
export function withItem<T extends { readonly id: string }>(list: readonly T[], item: T): T[] {
  const isKnown = list.some(({ id }) => id === item.id)
  return isKnown ? list.map((one) => (one.id === item.id ? item : one)) : [...list, item]
}

/** The list without the item of an id. */
export function withoutItem<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
): T[] {
  return list.filter((one) => one.id !== id)
}

/** An id with this prefix and the next number that none of the items has. */
export function freeId(prefix: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id))
  let n = taken.length + 1
  while (ids.has(`${prefix}${n}`)) n++
  return `${prefix}${n}`
}
