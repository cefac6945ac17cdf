/** Whether two plain values say the same: keys in any order, absent and undefined alike. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return false
  if (Array.isArray(one) || Array.isArray(other)) return isSameList(one, other)
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>]
  let surplus = 0
  for (const key in left) {
    const value = left[key]
    if (value !== right[key] && !isSame(value, right[key])) return false
    if (value !== undefined) surplus += 1
  }
  for (const key in right) if (right[key] !== undefined) surplus -= 1
  return surplus === 0
}

function isSameList(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
  return one.every((value, index) => isSame(value, other[index]))
}

/** `isSame` for tables of thousands of values, none of which is undefined; a table that is not there is empty. */
export function isSameTable(
  one: Readonly<Record<string, unknown>> = {},
  other: Readonly<Record<string, unknown>> = {},
): boolean {
  if (one === other) return true
  const keys = Object.keys(one)
  if (keys.length !== Object.keys(other).length) return false
  for (const key of keys) if (!isSame(one[key], other[key])) return false
  return true
}
