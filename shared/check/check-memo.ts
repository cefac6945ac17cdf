type Known = ReadonlyMap<string, ReadonlyMap<string, unknown>>

/** What was found out about texts, kept from one run of the checks to the next: what a run did not ask for is forgotten after it. */
export interface CheckMemo {
  readonly known: Known
  /** What is known under a key, made where nothing is. The same kind and key must always make the same. */
  get<T>(kind: string, key: string, make: () => T): T
}

/** A memo that knows what the run before it asked for, as far as `keeps` says of a kind that it still holds. */
export function createMemo(
  before?: CheckMemo | null,
  keeps: (kind: string) => boolean = () => true,
): CheckMemo {
  const old: Known = new Map([...(before?.known ?? [])].filter(([kind]) => keeps(kind)))
  const known = new Map<string, Map<string, unknown>>()
  return {
    known,
    get<T>(kind: string, key: string, make: () => T): T {
      let table = known.get(kind)
      if (!table) {
        table = new Map()
        known.set(kind, table)
      }
      if (table.has(key)) return table.get(key) as T
      const last = old.get(kind)
      const value = last?.has(key) ? (last.get(key) as T) : make()
      table.set(key, value)
      return value
    },
  }
}
