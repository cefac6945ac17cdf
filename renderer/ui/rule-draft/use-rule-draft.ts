import { type KeyboardEvent, useMemo, useRef, useState } from 'react'

/** A rule while it is worked on. */
export interface RuleDraft<R, F> {
  /** As it stands typed; its `enabled` is what is wished. */
  readonly rule: R
  /** Why it cannot be used; null where it can. */
  readonly fault: F | null
  /** Whether the rule is in use when it is kept. */
  readonly enabled: boolean
  set(change: Partial<R>): void
  /** Another rule stands typed, as a whole: what it lacks is gone. */
  put(rule: R): void
  /** Keeps what stands typed, where it is another thing than before: for a field that is left. */
  commit(): void
  setAndCommit(change: Partial<R>): void
  /** Keeps what stands typed at Ctrl+Enter. */
  onKeyDownCapture(event: KeyboardEvent): void
}

/** Where a rule is kept, and what may be wrong with one; `onDraft` hears what is typed before it is kept. */
interface RuleKeeping<R, F> {
  findFault(rule: R): F | null
  onKeep(rule: R): void
  onDraft?(rule: R): void
}

/**
 * A rule while it is worked on: kept as it is typed also where it cannot be used, but then it is off until it is put right. What
 * shows another rule, or the same one as it became elsewhere, begins anew by its key.
 */
export function useRuleDraft<R extends { readonly enabled: boolean }, F>(
  kept: R,
  { findFault, onKeep, onDraft }: RuleKeeping<R, F>,
): RuleDraft<R, F> {
  const [rule, setRule] = useState(() => ({
    ...kept,
    enabled: kept.enabled || findFault(kept) !== null,
  }))
  // A press changes and leaves a field in one moment, before anything is drawn anew.
  const now = useRef(rule)
  // As it was kept last: where nothing was typed since nothing is kept, whatever the clock of a busy machine says of a pattern.
  const last = useRef(rule)
  const fault = useMemo(() => findFault(rule), [findFault, rule])
  const put = (draft: R) => {
    now.current = draft
    setRule(draft)
    onDraft?.(draft)
  }
  const commit = () => {
    const draft = now.current
    if (JSON.stringify(draft) === JSON.stringify(last.current)) return
    last.current = draft
    onKeep({ ...draft, enabled: draft.enabled && findFault(draft) === null })
  }
  return {
    rule,
    fault,
    enabled: rule.enabled && fault === null,
    set: (change) => put({ ...now.current, ...change }),
    put,
    commit,
    setAndCommit(change) {
      put({ ...now.current, ...change })
      commit()
    },
    onKeyDownCapture: ({ key, ctrlKey, metaKey }) => {
      if (key === 'Enter' && (ctrlKey || metaKey)) commit()
    },
  }
}
