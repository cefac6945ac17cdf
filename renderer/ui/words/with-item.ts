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
