import { strFromU8 } from 'fflate'

const maxDepth = 64

/** Parsed JSON, or the reason why it is refused, for people. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string }

/**
 * JSON from a file of others: refuses what is not JSON in UTF-8, keys that could reach an object's prototype
 * (`__proto__`), and nesting deeper than 64.
 */
export function parseJson(bytes: Uint8Array): ParsedJson {
  let value: unknown
  try {
    value = JSON.parse(strFromU8(bytes))
  } catch (cause) {
    return { ok: false, message: cause instanceof Error ? cause.message : String(cause) }
  }
  const message = findFault(value, 0)
  return message ? { ok: false, message } : { ok: true, value }
}

function findFault(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null) return ''
  if (depth > maxDepth) return `nested deeper than ${maxDepth}`
  if (Object.hasOwn(value, '__proto__')) return 'a key named __proto__'
  for (const inner of Object.values(value)) {
    const fault = findFault(inner, depth + 1)
    if (fault) return fault
  }
  return ''
}
