import { useState } from 'react'
import type { ListedRule } from './listed-rule.ts'

/** A new rule that is not stored yet: it is when something was typed into it. */
export interface FreshRule<R> {
  /** The new rule, where this is its id. */
  listed(id: string | null): ListedRule<R> | null
  begin(rule: R): void
  drop(): void
}

/** Holds the rule that was begun last, so that it can be shown before it is stored. */
export function useFreshRule<R extends { readonly id: string }>(): FreshRule<R> {
  const [fresh, setFresh] = useState<R | null>(null)
  return {
    listed: (id) => (fresh?.id === id ? { rule: fresh, origin: 'own' } : null),
    begin: setFresh,
    drop: () => setFresh(null),
  }
}
