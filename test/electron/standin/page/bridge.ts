type Fn = (...args: unknown[]) => unknown
type Coded =
  | { f: number }
  | { p: number }
  | { a: Coded[] }
  | { e: string }
  | { o: [string, Coded][] }
  | { v: unknown }
type Answer = { returns: Coded } | { throws: Coded }
interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (cause: unknown) => void
}

/** One side of the context bridge. The two worlds of a page share only the DOM: values cross as details of events. */
export interface Bridge {
  readonly encode: (value: unknown) => Coded
  readonly decode: (coded: Coded) => unknown
  readonly tell: (type: string, detail: unknown) => void
  readonly hear: <T>(type: string, listener: (detail: T) => void) => void
  /** Tells the other side something and gives what it answered while being told. */
  readonly ask: (type: string, detail: unknown) => Answer | undefined
  readonly answer: (answer: Answer) => void
}

/** Makes one side of the bridge; functions and promises cross as numbers, the rest is cloned. Synchronous, as Electron's. */
export function makeBridge(side: 'main' | 'preload', tag: string): Bridge {
  const other = side === 'main' ? 'preload' : 'main'
  const functions: Fn[] = []
  const waiting = new Map<number, Waiting>()
  let promises = 0
  let answered: Answer | undefined
  const tell = (type: string, detail: unknown) =>
    void window.dispatchEvent(new CustomEvent(`${tag}:${other}:${type}`, { detail }))
  const hear = <T>(type: string, listener: (detail: T) => void) =>
    window.addEventListener(`${tag}:${side}:${type}`, (event) => {
      event.stopImmediatePropagation()
      listener((event as CustomEvent<T>).detail)
    })
  const number = (value: Fn) => {
    const known = functions.indexOf(value)
    return known >= 0 ? known : functions.push(value) - 1
  }
  const settle = (value: Promise<unknown>) => {
    const p = ++promises
    value.then(
      (result) => tell('settle', { p, ok: true, v: encode(result) }),
      (cause) => tell('settle', { p, ok: false, v: encode(cause) }),
    )
    return p
  }
  const encode = (value: unknown) => encodeValue(value, encode, { number, settle })
  const decode = (coded: Coded) => decodeValue(coded, decode, { call, wait })
  const wait = (p: number) =>
    new Promise<unknown>((resolve, reject) => waiting.set(p, { resolve, reject }))
  const ask = (type: string, detail: unknown) => {
    answered = undefined
    tell(type, detail)
    const got = answered as Answer | undefined
    answered = undefined
    return got
  }
  const call = (f: number, args: unknown[]) =>
    readAnswer(ask('call', { f, args: args.map(encode) }), decode)
  hear<{ f: number; args: Coded[] }>('call', ({ f, args }) => {
    tell(
      'answer',
      run(() => functions[f]?.(...args.map(decode)), encode),
    )
  })
  hear<Answer>('answer', (given) => {
    answered = given
  })
  hear<{ p: number; ok: boolean; v: Coded }>('settle', ({ p, ok, v }) => {
    const asked = waiting.get(p)
    waiting.delete(p)
    if (ok) asked?.resolve(decode(v))
    else asked?.reject(decode(v))
  })
  return { encode, decode, tell, hear, ask, answer: (given) => tell('answer', given) }
}

function run(work: () => unknown, encode: (value: unknown) => Coded): Answer {
  try {
    return { returns: encode(work()) }
  } catch (cause) {
    return { throws: encode(cause instanceof Error ? cause : new Error(String(cause))) }
  }
}

/** Gives what the other side returned, or throws what it threw. */
export function readAnswer(answer: Answer | undefined, decode: (coded: Coded) => unknown): unknown {
  if (!answer) throw new Error('The other side of the context bridge did not answer')
  if ('throws' in answer) throw decode(answer.throws)
  return decode(answer.returns)
}

interface Numbering {
  readonly number: (value: Fn) => number
  readonly settle: (value: Promise<unknown>) => number
}

function encodeValue(
  value: unknown,
  encode: Bridge['encode'],
  { number, settle }: Numbering,
): Coded {
  if (typeof value === 'function') return { f: number(value as Fn) }
  if (typeof value === 'symbol') throw new Error('Symbols cannot cross the context bridge')
  if (value instanceof Promise) return { p: settle(value) }
  if (Array.isArray(value)) return { a: value.map(encode) }
  if (value instanceof Error) return { e: value.message }
  return isPlain(value)
    ? { o: Object.entries(value).map(([k, v]) => [k, encode(v)]) }
    : { v: value }
}

function isPlain(value: unknown): value is object {
  if (value === null || typeof value !== 'object') return false
  return [Object.prototype, null].includes(Object.getPrototypeOf(value))
}

interface Proxying {
  readonly call: (f: number, args: unknown[]) => unknown
  readonly wait: (p: number) => Promise<unknown>
}

function decodeValue(coded: Coded, decode: Bridge['decode'], { call, wait }: Proxying): unknown {
  if ('f' in coded) return (...args: unknown[]) => call(coded.f, args)
  if ('p' in coded) return wait(coded.p)
  if ('a' in coded) return coded.a.map(decode)
  if ('e' in coded) return new Error(coded.e)
  if ('o' in coded) return Object.fromEntries(coded.o.map(([key, value]) => [key, decode(value)]))
  return coded.v
}
