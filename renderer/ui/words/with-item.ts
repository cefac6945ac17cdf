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

/** Gives ids with this prefix and the next numbers that none of the items has, another one each time. */
export function freeIds(prefix: string, taken: readonly { readonly id: string }[]): () => string {
  const ids = new Set(taken.map(({ id }) => id))
  let n = taken.length
  return () => {
    do n++
    while (ids.has(`${prefix}${n}`))
    return `${prefix}${n}`
  }
}
