import fc from 'fast-check'
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { CollectionContent } from '../../../shared/collection/collection-content.ts'
import { PACKAGE_LIMITS } from '../../../shared/collection/package-names.ts'
import { type ReadPackage, readPackage } from '../../../shared/collection/read-package.ts'
import { stableJson } from '../../../shared/collection/stable-json.ts'
import { writePackage } from '../../../shared/collection/write-package.ts'
import { collectionDrafts, collectionOf, nodeSha256 } from './random-collection.ts'

const created = '2026-11-21T12:00:00.000Z'
const application = 'Epistula 0.1.0'

async function written(content: CollectionContent): Promise<Uint8Array> {
  const tei = new Map(content.letters.map(({ id }) => [id, `<TEI xml:id="${id}"/>`]))
  return writePackage(content, { application, created, tei }, nodeSha256)
}

/** One invented collection, always the same, with letters that have a history. */
async function sample(): Promise<CollectionContent> {
  const drafts = fc.sample(collectionDrafts, { numRuns: 40, seed: 7 })
  const rich = drafts.find(({ letters, sources, entities }) => {
    const worked = letters.some(({ titles, original }) => titles.length > 1 && original)
    return worked && letters.length > 1 && sources.length > 0 && entities.length > 0
  })
  if (!rich) throw new Error('The seed gives no rich collection')
  return collectionOf(rich)
}

/** Unpacks a package, lets `change` alter its files, and packs it again with a manifest that fits. */
async function forged(
  bytes: Uint8Array,
  change: (files: Map<string, Uint8Array>) => void,
  manifest: Record<string, unknown> = {},
): Promise<Uint8Array> {
  const files = new Map(Object.entries(unzipSync(bytes)))
  files.delete('manifest.json')
  change(files)
  const entries = []
  for (const [name, data] of files)
    entries.push({ name, length: data.length, sha256: await nodeSha256(data) })
  const stated = { format: 1, application, created, entries, ...manifest }
  const digest = await nodeSha256(strToU8(stableJson(stated)))
  const all = { 'manifest.json': strToU8(stableJson({ ...stated, digest })) }
  return zipSync({ ...all, ...Object.fromEntries(files) })
}

function editJson(files: Map<string, Uint8Array>, name: string, edit: (text: string) => string) {
  const text = new TextDecoder().decode(files.get(name))
  const changed = edit(text)
  if (changed === text) throw new Error(`Nothing was changed in ${name}`)
  files.set(name, strToU8(changed))
}

async function faultOf(bytes: Uint8Array, limits = PACKAGE_LIMITS): Promise<string> {
  const result = await readPackage(bytes, nodeSha256, limits)
  return result.status === 'refused' ? `${result.fault.code}: ${result.fault.detail}` : 'read'
}

describe('a package', () => {
  it('gives back what was written, whatever the collection', async () => {
    await fc.assert(
      fc.asyncProperty(collectionDrafts, async (draft) => {
        const content = await collectionOf(draft)
        const result = await readPackage(await written(content), nodeSha256)
        expect(result).toEqual({ status: 'read', content, application, created, sealed: true })
      }),
      { numRuns: 200 },
    )
  })

  it('is the same bytes for the same collection', async () => {
    expect(await written(await sample())).toEqual(await written(await sample()))
  })

  it('is never accepted silently when a bit, a byte or a part of it is wrong', async () => {
    const content = await sample()
    const good = await written(content)
    const whole: ReadPackage = { status: 'read', content, application, created, sealed: true }
    expect(await readPackage(good, nodeSha256)).toEqual(whole)
    const counts = { refused: 0, unsealed: 0 }
    await fc.assert(
      fc.asyncProperty(damages(good), async (bad) => {
        fc.pre(!Buffer.from(bad).equals(Buffer.from(good)))
        const result = await readPackage(bad, nodeSha256)
        counts[result.status === 'refused' ? 'refused' : 'unsealed']++
        // Damage outside the content is told; the content is then verified all the same.
        if (result.status === 'read') expect(result).toEqual({ ...whole, sealed: false })
      }),
      { numRuns: 1000, seed: 11 },
    )
    expect(counts.refused).toBeGreaterThan(500)
  })

  it('that another program packed anew is read, and told to be unsealed', async () => {
    const again = await forged(await written(await sample()), () => {})
    expect(await readPackage(again, nodeSha256)).toMatchObject({ status: 'read', sealed: false })
  })
})

/** A package with one thing wrong: a flipped bit, a run of other bytes, a part cut out, put in or cut off. */
function damages(good: Uint8Array): fc.Arbitrary<Uint8Array> {
  const at = fc.nat(good.length - 1)
  const parts = (...pieces: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(pieces))
  const splice = (from: number, gone: number, put: Uint8Array) =>
    parts(good.subarray(0, from), put, good.subarray(from + gone))
  return fc.oneof(
    fc
      .tuple(at, fc.nat(7))
      .map(([i, bit]) => splice(i, 1, Uint8Array.of((good[i] as number) ^ (1 << bit)))),
    fc
      .tuple(at, fc.uint8Array({ minLength: 1, maxLength: 60 }))
      .map(([i, put]) => splice(i, put.length, put)),
    fc.tuple(at, fc.integer({ min: 1, max: 500 })).map(([i, n]) => splice(i, n, new Uint8Array())),
    fc
      .tuple(at, fc.uint8Array({ minLength: 1, maxLength: 60 }))
      .map(([i, put]) => splice(i, 0, put)),
    at.map((i) => good.slice(0, i)),
  )
}

describe('a package from elsewhere', () => {
  it.each([
    ['../evil.json', 'foreign-entry'],
    ['/etc/passwd', 'foreign-entry'],
    ['letters/../../evil.json', 'foreign-entry'],
    ['letters\\evil.json', 'foreign-entry'],
    ['letters/', 'foreign-entry'],
    ['letters/é.json', 'foreign-entry'],
    ['autorun.exe', 'foreign-entry'],
  ])('is refused for an entry named %s', async (name, code) => {
    const bytes = await forged(await written(await sample()), (files) =>
      files.set(name, strToU8('{}')),
    )
    expect(await faultOf(bytes)).toBe(`${code}: ${name}`)
  })

  it('is refused for an entry named like the prototype of objects', async () => {
    const bytes = zipSync({ proto_abc: strToU8('{}') })
    const text = Buffer.from(bytes).toString('latin1').replaceAll('proto_abc', '__proto__')
    expect(await faultOf(Buffer.from(text, 'latin1'))).toBe('foreign-entry: __proto__')
  })

  it('is refused for two entries of one name', async () => {
    const good = await written(await sample())
    const twice = new Uint8Array(Buffer.concat([good, good]))
    expect(await faultOf(twice)).toBe('double-entry: manifest.json')
  })

  it('is refused for an entry that the manifest does not name', async () => {
    const files = unzipSync(await forged(await written(await sample()), () => {}))
    const bytes = zipSync({ ...files, 'tei/other.xml': strToU8('<TEI/>') })
    expect(await faultOf(bytes)).toBe('foreign-entry: tei/other.xml is not in the manifest')
  })

  it('is refused as soon as it unpacks to more than is allowed, whatever sizes it states', async () => {
    const zeros = new Uint8Array(8 * 2 ** 20)
    const bomb = zipSync({ 'README.txt': zeros })
    expect(await faultOf(bomb)).toBe('too-large: README.txt unpacks to more than is allowed')
    const liar = bomb.slice()
    new DataView(liar.buffer).setUint32(22, 1000, true)
    expect(await faultOf(liar)).toMatch(/^too-large/)
    const many: Zippable = {}
    for (let i = 0; i < 30; i++) many[`tei/l${i}.xml`] = strToU8('<TEI/>')
    expect(await faultOf(zipSync(many), { ...PACKAGE_LIMITS, entries: 20 })).toMatch(/^too-large/)
    expect(await faultOf(zipSync(many), { ...PACKAGE_LIMITS, packed: 20 })).toMatch(/^too-large/)
  })

  it.each([
    ['a key __proto__', '{"edition":', '{"__proto__":{"x":1},"edition":'],
    ['an escaped key __proto__', '{"edition":', '{"__proto\\u005f_":{"x":1},"edition":'],
    ['an unknown key', '{"edition":', '{"colour":1,"edition":'],
    ['no JSON', '{"edition":', '{edition:'],
  ])('is refused for %s', async (_name, from, to) => {
    const bytes = await forged(await written(await sample()), (files) =>
      editJson(files, 'collection.json', (text) => text.replace(from, to)),
    )
    expect(await faultOf(bytes)).toMatch(/^not-valid: collection.json/)
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  it('is refused for nesting without end', async () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000)
    const bytes = await forged(await written(await sample()), (files) =>
      editJson(files, 'collection.json', (text) =>
        text.replace('"edition":', `"deep":${deep},"edition":`),
      ),
    )
    expect(await faultOf(bytes)).toMatch(/^not-valid: collection.json: nested deeper/)
  })

  it.each([
    [
      'a changed machine text',
      /("texts":.*?"text":")[^"]*"/,
      '$1forged"',
      /the machine text of the/,
    ],
    ['a journal with a gap', /"seq":1,/, '"seq":7,', /gap/],
    ['a row too few', /"seq":(\d+),"texts"/, '"seq":99,"texts"', /journal ends at/],
    ['a record of an unknown kind', /"kinds":\{/, '"colour":{},"kinds":{', /colour/],
    ['a newer letter', /"version":4/, '"version":5', /^newer: letters.*version 5/],
    ['a letter of no version', /"version":4/, '"version":"x"', /version "x"/],
  ])('is refused for %s', async (_name, from, to, message) => {
    const content = await sample()
    const worked = content.letters.find(({ journal }) => journal.length > 1)
    if (!worked) throw new Error('No letter with a history')
    const bytes = await forged(await written(content), (files) =>
      editJson(files, `letters/${worked.id}.json`, (text) => text.replace(from, to)),
    )
    expect(await faultOf(bytes)).toMatch(message)
  })

  it('is refused where the bytes of a page are not those that were imported', async () => {
    const bytes = await forged(await written(await sample()), (files) => {
      const name = [...files.keys()].find((entry) => entry.startsWith('sources/'))
      files.set(name as string, strToU8('another page'))
    })
    expect(await faultOf(bytes)).toMatch(/is not the page that was imported/)
  })

  it('of a newer format is named as such before anything else of it is judged', async () => {
    const bytes = await forged(await written(await sample()), () => {}, { format: 2, colour: 1 })
    expect(await faultOf(bytes)).toBe('newer: format 2; this program reads 1')
  })

  it.each([
    ['no bytes', new Uint8Array()],
    ['a text', strToU8('A letter')],
    ['another zip archive', zipSync({ 'README.txt': strToU8('x') })],
  ])('is refused as no package: %s', async (_name, bytes) => {
    expect(await faultOf(bytes)).toMatch(/^not-a-package/)
  })
})
