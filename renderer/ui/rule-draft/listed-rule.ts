/** A rule as a screen lists it: as it came with the program, a shipped one that was changed or switched off here, or one made here. */
export interface ListedRule<R> {
  readonly rule: R
  readonly origin: 'shipped' | 'changed' | 'own'
}

/** All rules: the own ones first, in their order, then the shipped ones, those that were changed in their place. */
export function listRules<R extends { readonly id: string }>(
  ours: readonly R[],
  shipped: readonly R[],
): readonly ListedRule<R>[] {
  const known = new Set(shipped.map(({ id }) => id))
  const byId = new Map(ours.map((rule) => [rule.id, rule]))
  return [
    ...ours
      .filter(({ id }) => !known.has(id))
      .map((rule): ListedRule<R> => ({ rule, origin: 'own' })),
    ...shipped.map((rule): ListedRule<R> => {
      const changed = byId.get(rule.id)
      return changed ? { rule: changed, origin: 'changed' } : { rule, origin: 'shipped' }
    }),
  ]
}
