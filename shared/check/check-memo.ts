type Known = ReadonlyMap<string, ReadonlyMap<string | object, unknown>>

/** What was found out about texts, kept from one run of the checks to the next: what a run did not ask for is forgotten after it. */
export interface CheckMemo {
  readonly known: Known
  /** What is known under a key, made where nothing is. The same kind and key must always make the same; an object is a key by its identity. */
  get<T>(kind: string, key: string | object, make: () => T): T
  /** What the last run had under this key where it says the same as `now`, else `now`: so that what has not changed keeps its identity. */
  keep<T extends object>(kind: string, key: string, now: T, isSame: (a: T, b: T) => boolean): T
}

/** A memo that knows what the run before it asked for, as far as `keeps` says of a kind that it still holds. */
export function createMemo(
  before?: CheckMemo | null,
  keeps: (kind: string) => boolean = () => true,
): CheckMemo {
  const old: Known = new Map([...(before?.known ?? [])].filter(([kind]) => keeps(kind)))
  const known = new Map<string, Map<string | object, unknown>>()
  const tableOf = (kind: string) => {
    const table = known.get(kind)
    if (table) return table
    const made = new Map<string | object, unknown>()
    known.set(kind, made)
    return made
  }
  return {
    known,
    get<T>(kind: string, key: string | object, make: () => T): T {
      const table = tableOf(kind)
      const here = table.get(key)
      if (here !== undefined || table.has(key)) return here as T
      const last = old.get(kind)
      const before = last?.get(key)
      const value = before !== undefined || last?.has(key) ? (before as T) : make()
      table.set(key, value)
      return value
    },
    keep<T extends object>(kind: string, key: string, now: T, isSame: (a: T, b: T) => boolean): T {
      const last = old.get(kind)?.get(key) as T | undefined
      const kept = last && isSame(last, now) ? last : now
      tableOf(kind).set(key, kept)
      return kept
    },
  }
}
