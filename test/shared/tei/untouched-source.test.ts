import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterDigest } from '../../../shared/collection/letter-digest.ts'
import { letterTextsSchema, letterWorkSchema } from '../../../shared/collection/letter-schemas.ts'
import { joinLetter, textsOf, workOf } from '../../../shared/collection/letter-work.ts'
import { hashText } from '../../../shared/collection/sha.ts'
import { stableJson } from '../../../shared/collection/stable-json.ts'
import type { Entity } from '../../../shared/entity/entity.ts'
import type { CanonicalLetter, CanonicalText } from '../../../shared/letter/canonical.ts'
import { asReadNote, wasReadSo } from '../../../shared/tei/as-read.ts'
import { exportSource, type SourceFileState } from '../../../shared/tei/export-source.ts'
import type { SourceLetter } from '../../../shared/tei/match-letters.ts'
import { type TeiFixture, teiFixture, teiFixtures } from '../../support/tei-fixtures.ts'
import { imported, withHeader } from './imported-file.ts'
import { drawsOf, editAtRandom } from './patch/random-edits.ts'

const hashOf = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function digestOf(letter: CanonicalLetter): Promise<string> {
  return letterDigest(textsOf(letter), await hashText(stableJson(workOf(letter)), hashOf), hashOf)
}

/** Letters with their digests as they are now. */
async function withDigests(letters: readonly SourceLetter[]): Promise<SourceLetter[]> {
  const found: SourceLetter[] = []
  for (const one of letters) found.push({ ...one, digest: await digestOf(one.letter) })
  return found
}

/** A file as the library has it, with what is kept of how its letters came in. */
async function kept(fixture: TeiFixture, library: readonly Entity[] = []) {
  const { letters, entities, notes } = imported(fixture, library)
  const came = await withDigests(letters)
  const asRead = came.map(({ letter, digest }) => asReadNote(letter.id, digest ?? ''))
  const { name, bytes } = fixture
  const file: SourceFileState = { name, bytes, notes: [...notes, ...asRead] }
  return { file, letters: came, entities }
}

// The same export where nothing is known of how the letters came in: everything is decoded and compared.
function atLength(
  file: SourceFileState,
  letters: readonly SourceLetter[],
  entities: readonly Entity[],
) {
  const compared = letters.map(({ letter, imported: then }) => ({ letter, imported: then }))
  return exportSource(file, compared, entities)
}

const P5 = teiFixtures().filter(({ name }) => name !== 'p4-letter.xml')

describe('a file whose letters are as they came in', () => {
  it.each(P5)('comes back as it does when $name is decoded and compared', async (fixture) => {
    const { file, letters, entities } = await kept(fixture)
    const result = exportSource(file, letters, entities)
    expect(result).toEqual(atLength(file, letters, entities))
    expect(result.ok && result.bytes).toBe(fixture.bytes)
  })

  it.each(P5)(
    'does so for $name where the library had its ids for other entries',
    async (fixture) => {
      const other = imported(fixture).entities.map((entity) => ({
        ...entity,
        name: 'Another',
        authority: [],
      }))
      const { file, letters, entities } = await kept(fixture, other)
      expect(exportSource(file, letters, entities)).toEqual(atLength(file, letters, entities))
    },
  )

  it('is not decoded: what its digest says holds', async () => {
    const { file, letters, entities } = await kept(teiFixture('single-line.xml'))
    const titled = letters.map((one) => ({
      ...one,
      letter: withHeader(one.letter, 'title', 'Another title'),
    }))
    expect(exportSource(file, titled, entities)).toMatchObject({ ok: true, changes: [] })
    const known = await withDigests(titled)
    const result = exportSource(file, known, entities)
    expect(result).toEqual(atLength(file, titled, entities))
    expect(result.ok && result.changes).toHaveLength(1)
  })

  it('is compared where two letters say that they are the same one of the file', async () => {
    const { file, letters, entities } = await kept(teiFixture('single-line.xml'))
    const [first] = letters
    const twice = [...letters, { ...first!, letter: { ...first!.letter, id: 'twice' } }]
    const notes = [...file.notes, asReadNote('twice', first!.digest ?? '')]
    const result = exportSource({ ...file, notes }, twice, entities)
    expect(result).toMatchObject({ ok: true, strangers: ['twice'] })
  })
})

describe('a file of which something was changed', () => {
  it('is written as when nothing is known of how its letters came in', {
    timeout: 120_000,
  }, async () => {
    let written = 0
    for (const [index, fixture] of P5.entries()) {
      const { file, letters, entities } = await kept(fixture)
      const draw = drawsOf(index + 1)
      // Every third letter is left as it is, never the first.
      const edited = letters.map((one, at) => ({
        ...one,
        letter: at % 3 === 1 ? one.letter : editAtRandom(one.letter, draw, 1 + draw(3)),
      }))
      const now = await withDigests(edited)
      const result = exportSource(file, now, entities)
      expect(result, fixture.name).toEqual(atLength(file, edited, entities))
      if (result.ok && result.changes.length > 0) written += 1
    }
    expect(written).toBeGreaterThan(8)
  })

  it('has each entry written that says something else, whatever the letters say', async () => {
    let written = 0
    for (const fixture of P5) {
      const { file, letters, entities } = await kept(fixture)
      for (const [index, entity] of entities.entries()) {
        const renamed = entities.with(index, { ...entity, name: `${entity.name} the Elder` })
        const result = exportSource(file, letters, renamed)
        expect(result, `${fixture.name} ${entity.id}`).toEqual(atLength(file, letters, renamed))
        if (result.ok && result.changes.length > 0) written += 1
      }
    }
    expect(written).toBeGreaterThan(20)
  })
})

/** A letter as data, with one value of it changed, left out, or added beside it. */
function changedSomewhere(letter: CanonicalLetter, choose: (below: number) => number) {
  const copy = structuredClone(letter)
  const places: [holder: Record<string, unknown>, key: string][] = []
  const visit = (holder: Record<string, unknown>): void => {
    for (const [key, value] of Object.entries(holder)) {
      places.push([holder, key])
      if (typeof value === 'object' && value !== null) visit(value as Record<string, unknown>)
    }
  }
  const visitText = ({ machine, anchors, records }: CanonicalText) => {
    for (const part of [machine, anchors, records])
      visit(part as unknown as Record<string, unknown>)
  }
  for (const text of [copy.translation, copy.original]) if (text) visitText(text)
  const [holder, key] = places[choose(places.length)]!
  const value = holder[key]
  if (typeof value === 'string') holder[key] = `${value}x`
  else if (typeof value === 'number') holder[key] = value + 1
  else if (typeof value === 'boolean') holder[key] = !value
  else if (value === null) holder[key] = 'x'
  else if (Array.isArray(value)) value.push('x')
  else (value as Record<string, unknown>)['x'] = { id: 'x' }
  return copy
}

describe('the digest of a letter', () => {
  const letters = P5.flatMap((fixture) => imported(fixture).letters).map(({ letter }) => letter)

  it('is another one whatever is changed in text, anchors, records or header', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(letters.length - 1), fc.nat(), async (index, seed) => {
        const letter = letters[index]!
        const isAsRead = wasReadSo([asReadNote(letter.id, await digestOf(letter))])
        expect(isAsRead(letter.id, await digestOf(structuredClone(letter)))).toBe(true)
        const other = changedSomewhere(letter, (below) => seed % below)
        expect(isAsRead(letter.id, await digestOf(other))).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('is the same for a letter that was read from the store', async () => {
    for (const letter of letters) {
      const texts = letterTextsSchema.parse(structuredClone(textsOf(letter)))
      const work = letterWorkSchema.parse(structuredClone(workOf(letter)))
      expect(await digestOf(joinLetter(letter.id, texts, work))).toBe(await digestOf(letter))
    }
  })

  it('is that of the letter with this id alone', async () => {
    const letter = letters[0]!
    const digest = await digestOf(letter)
    expect(wasReadSo([asReadNote('another', digest)])(letter.id, digest)).toBe(false)
    expect(
      wasReadSo([{ code: 'tei-register-id', message: `${letter.id} ${digest}` }])(
        letter.id,
        digest,
      ),
    ).toBe(false)
  })
})
