/**
 * JSON with the keys of every object in code-unit order, so that equal data gives equal text: what is hashed and compared.
 * Keys whose value is undefined are left out, as in JSON.
 */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isPlainObject(inner) ? sorted(inner) : inner,
  )
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(value: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(value)
  if (keys.every((key, i) => i === 0 || (keys[i - 1] as string) < key)) return value
  // Without a prototype, so that a key such as `__proto__` stays a key.
  const copy = Object.create(null) as Record<string, unknown>
  for (const key of keys.sort()) copy[key] = value[key]
  return copy
}
