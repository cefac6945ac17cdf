type Tagged = { $: string; v?: unknown; n?: string }
type Tag = (value: object) => Tagged | undefined
type Bytes64 = { toBase64(): string }
type From64 = { fromBase64(text: string): Uint8Array }

const uncloneable = 'An object could not be cloned.'

// Node has Buffer, Chromium has base64 on its byte arrays; each is native.
function to64(bytes: Uint8Array): string {
  if (typeof Buffer === 'undefined') return (bytes as unknown as Bytes64).toBase64()
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

function from64(text: string): Uint8Array {
  if (typeof Buffer === 'undefined') return (Uint8Array as unknown as From64).fromBase64(text)
  return new Uint8Array(Buffer.from(text, 'base64'))
}

const tags: readonly Tag[] = [
  (v) => (v instanceof Date ? { $: 'date', v: v.getTime() } : undefined),
  (v) => (v instanceof ArrayBuffer ? { $: 'buffer', v: to64(new Uint8Array(v)) } : undefined),
  (v) =>
    ArrayBuffer.isView(v)
      ? { $: 'bytes', v: to64(new Uint8Array(v.buffer, v.byteOffset, v.byteLength)) }
      : undefined,
  (v) =>
    v instanceof Map ? { $: 'map', v: [...v].map(([a, b]) => [encode(a), encode(b)]) } : undefined,
  (v) => (v instanceof Set ? { $: 'set', v: [...v].map(encode) } : undefined),
  (v) => (v instanceof Error ? { $: 'error', v: v.message, n: v.name } : undefined),
]

function encode(value: unknown): unknown {
  if (value === undefined) return { $: 'undefined' }
  if (typeof value === 'bigint') return { $: 'bigint', v: String(value) }
  if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', v: String(value) }
  if (typeof value === 'function' || typeof value === 'symbol') throw new Error(uncloneable)
  return value === null || typeof value !== 'object' ? value : encodeObject(value)
}

function encodeObject(value: object): unknown {
  if (Array.isArray(value)) return value.map(encode)
  for (const tag of tags) {
    const tagged = tag(value)
    if (tagged) return tagged
  }
  if ('then' in value && typeof value.then === 'function') throw new Error(uncloneable)
  const plain = mapValues(value, encode)
  return '$' in plain ? { $: 'object', v: plain } : plain
}

const untags: Readonly<Record<string, (tagged: Tagged) => unknown>> = {
  undefined: () => undefined,
  bigint: ({ v }) => BigInt(v as string),
  number: ({ v }) => Number(v),
  date: ({ v }) => new Date(v as number),
  buffer: ({ v }) => from64(v as string).buffer,
  bytes: ({ v }) => from64(v as string),
  map: ({ v }) => new Map((v as [unknown, unknown][]).map(([a, b]) => [decode(a), decode(b)])),
  set: ({ v }) => new Set((v as unknown[]).map(decode)),
  error: ({ v, n }) => Object.assign(new Error(v as string), { name: n }),
  object: ({ v }) => mapValues(v as object, decode),
}

function decode(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(decode)
  const tag = (value as Tagged).$
  return tag === undefined ? mapValues(value, decode) : untags[tag]?.(value as Tagged)
}

function mapValues(value: object, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]))
}

/** Writes a value as text as structured cloning would copy it. Throws for what cannot be cloned. */
export function packValue(value: unknown): string {
  return JSON.stringify(encode(value))
}

/** Reads what `packValue` wrote. */
export function unpackValue(text: string): unknown {
  return decode(JSON.parse(text))
}
