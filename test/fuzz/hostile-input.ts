import { hostileSeeds, hostileShapes, type Seed } from './hostile-seeds.ts'
import { makeRandom, type Random } from './random.ts'

const NAMES = ['a.txt', 'a.html', 'a.xml', 'a.docx', 'a.zip', 'a.mht', 'a', 'a.xhtml']

const TOKENS = (
  '<!-- --> <![CDATA[ ]]> <? ?> <!DOCTYPE <!ENTITY &amp; &#0; &#x10FFFF; &#55296; &a; <p> </p> <table> <script> </script> ' +
  '<ol> <li> <sup> <a <svg> <math> <template> <TEI <note <ptr/> xmlns="" xml:id="l1" " \' = > < / \ufeff \u2028 \u202e ' +
  '\u0000 \u000b \ufffe PK\u0003\u0004 PK\u0001\u0002 PK\u0005\u0006 1 [1] * 1) ___ October 12 июня 1932 г. Ф. Оп. Л.'
)
  .split(' ')
  .map((token) => new TextEncoder().encode(token))

type Change = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

function splice(bytes: Uint8Array, from: number, to: number, put: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length - (to - from) + put.length)
  out.set(bytes.subarray(0, from))
  out.set(put, from)
  out.set(bytes.subarray(to), from + put.length)
  return out
}

function range(bytes: Uint8Array, random: Random): readonly [number, number] {
  const from = random.int(bytes.length + 1)
  return [from, Math.min(bytes.length, from + random.int(40))]
}

const CHANGES: readonly Change[] = [
  // One bit or byte.
  (bytes, random) => {
    const out = bytes.slice()
    if (out.length > 0) out[random.int(out.length)]! ^= 1 << random.int(8)
    return out
  },
  (bytes, random) => {
    const out = bytes.slice()
    if (out.length > 0)
      out[random.int(out.length)] = random.pick([0, 0xff, 0x3c, 0x80, random.int(256)])
    return out
  },
  // A stretch taken out, doubled many times, or out of another file; a token put in; the end cut off.
  (bytes, random) => splice(bytes, ...range(bytes, random), new Uint8Array()),
  (bytes, random) => {
    const [from, to] = range(bytes, random)
    const stretch = bytes.subarray(from, to)
    const out = new Uint8Array(stretch.length * (1 + random.int(50)))
    for (let at = 0; at < out.length; at += stretch.length) out.set(stretch, at)
    return splice(bytes, from, from, out)
  },
  (bytes, random, other) => {
    const [from, to] = range(other, random)
    return splice(bytes, ...range(bytes, random), other.subarray(from, to))
  },
  (bytes, random) => {
    const at = random.int(bytes.length + 1)
    return splice(bytes, at, at, random.pick(TOKENS))
  },
  (bytes, random) => bytes.slice(0, random.int(bytes.length + 1)),
]

const ELEMENT = /<([\w:]+)(?:\s[^<>]*)?>[^<>]*<\/\1>/g

/** Takes out, doubles or moves a whole element, so that what was well-formed stays so. */
function moveElement(bytes: Uint8Array, random: Random): Uint8Array {
  const places = [...Buffer.from(bytes).toString('latin1').matchAll(ELEMENT)]
  if (places.length === 0) return bytes
  const element = random.pick(places)
  const [from, to] = [element.index, element.index + element[0].length]
  const other = random.pick(places)
  const behind = other.index + other[0].length
  const text = bytes.slice(from, to)
  if (random.chance(0.3)) return splice(bytes, from, to, new Uint8Array())
  const put = new Uint8Array(text.length * (1 + random.int(4)))
  for (let at = 0; at < put.length; at += text.length) put.set(text, at)
  return splice(bytes, behind, behind, put)
}

const seeds = hostileSeeds()
const small = hostileShapes(2_000)

/** The share of inputs that attack by size or shape, and of those that are large. */
const SHAPES = 0.05
const LARGE = 0.001

/** The hostile file of a number: the same for the same seed and number, whatever ran before. */
export function hostileInput(seed: number, index: number): Seed {
  const random = makeRandom(seed * 1_000_003 + index)
  if (random.chance(LARGE)) return random.pick(hostileShapes(20_000 * (1 + random.int(15))))
  const base = random.chance(SHAPES) ? random.pick(small) : random.pick(seeds)
  let { bytes } = base
  const isWhole = /ml$/.test(base.name) && random.chance(0.6)
  const kinds = isWhole ? [moveElement] : CHANGES
  const changes = random.chance(0.02) ? 0 : 1 + random.int(8)
  for (let count = 0; count < changes && bytes.length < 200_000; count++)
    bytes = random.pick(kinds)(bytes, random, random.pick(seeds).bytes)
  return { name: random.chance(0.12) ? random.pick(NAMES) : base.name, bytes }
}
