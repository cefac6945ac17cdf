import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SAMPLE_EDITOR, sampleEdition } from '../../../../renderer/session/sample-edition.ts'
import type { Entity } from '../../../../shared/entity/entity.ts'
import { decodePage } from '../../../../shared/import/decode-page.ts'
import { letterFromReading } from '../../../../shared/import/letter-from-reading.ts'
import { readPage } from '../../../../shared/import/read-page.ts'
import type { CanonicalLetter, CanonicalText } from '../../../../shared/letter/canonical.ts'
import type { MachineRange, Place } from '../../../../shared/letter/place.ts'
import { certaintyOf, pairCertainty } from '../../../../shared/tei/certainty.ts'
import { decodeTei } from '../../../../shared/tei/decode/decode-tei.ts'
import { exportCollection } from '../../../../shared/tei/export-collection.ts'
import { exportContext } from '../../../support/letter-fixture.ts'
import { material } from '../../../support/tei-check.ts'
import { linkedLetters } from '../linked-letters.ts'

/** The letters as they come back from a file of the export, each, and from the file of the whole collection. */
async function comeBack(letters: readonly CanonicalLetter[], entities: readonly Entity[] = []) {
  const context = { ...exportContext(entities), editors: [SAMPLE_EDITOR] }
  // Whether they are valid is shown elsewhere.
  const result = await exportCollection(letters, context, { check: () => [] })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const read = (wanted: (name: string) => boolean) =>
    result.files
      .filter(({ name }) => name !== 'cmif.xml' && wanted(name))
      .flatMap(({ name, text }) => {
        const decoded = decodeTei(text, name)
        if (!decoded.ok) throw new Error(decoded.message)
        return decoded.letters.map(({ letter }) => letter)
      })
  return {
    apart: read((name) => name !== 'corpus.xml'),
    together: read((name) => name === 'corpus.xml'),
  }
}

/** What hangs together in a letter, by places that do not depend on ids of blocks; in an order of its own. */
function links({ translation, original }: CanonicalLetter): unknown {
  const ours = placesOf(translation)
  const theirs = original && placesOf(original)
  return {
    translation: sideLinks(translation),
    original: original && sideLinks(original),
    pairs: sorted(
      Object.values(translation.records.pairs).map((pair) => ({
        translation: pair.translation.map(ours.range),
        original: pair.original.map((range) => theirs?.range(range)),
        confirmed: pair.confirmed,
        cert: pairCertainty(pair),
        by: pair.by ?? null,
        on: pair.at?.slice(0, 10) ?? null,
      })),
    ),
  }
}

function sideLinks(text: CanonicalText): unknown {
  const { machine, anchors, records } = text
  const { place, range } = placesOf(text)
  const callouts = Object.values(records.callouts).map(({ id, role, note, confidence }) => {
    const anchor = anchors.callouts[id]!
    const at = 'printed' in anchor ? anchor.printed.map(range) : place(anchor.point.at)
    return { role, note, at, cert: note === null ? null : certaintyOf(confidence) }
  })
  const passages = Object.values(records.passages).map(({ id, note }) => {
    const { from, to } = anchors.passages[id]!
    return { note, from: place(from), to: place(to) }
  })
  return {
    lines: machine.blocks.map(({ text: line, note }) => [note ?? null, line]),
    notes: sorted(Object.values(records.notes)),
    callouts: sorted(callouts),
    passages: sorted(passages),
  }
}

function placesOf({ machine }: CanonicalText) {
  const nth = (block: string) => machine.blocks.findIndex(({ id }) => id === block)
  return {
    range: ({ block, from, to }: MachineRange) => `${nth(block)}:${from}-${to}`,
    place: ({ block, offset, into }: Place) =>
      `${nth(block)}:${offset}${into ? `+${into.order}.${into.inner}` : ''}`,
  }
}

function sorted(list: readonly object[]): object[] {
  return list
    .map((one) => ({ one, key: JSON.stringify(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ one }) => one)
}

async function expectBack(letters: readonly CanonicalLetter[], entities?: readonly Entity[]) {
  const { apart, together } = await comeBack(letters, entities)
  expect(apart.map(({ id }) => id)).toEqual(letters.map(({ id }) => id))
  letters.forEach((letter, n) => {
    expect(links(apart[n]!), letter.id).toEqual(links(letter))
    expect(links(together[n]!), `${letter.id} in the collection`).toEqual(links(letter))
  })
}

describe('notes, callouts, passages and pairs come back from the export', () => {
  test('of any letter', async () => {
    const property = fc.asyncProperty(linkedLetters, (letter) => expectBack([letter]))
    await fc.assert(property, { numRuns: 60 })
  })

  test('of the sample edition', async () => {
    const { letters, entities } = sampleEdition()
    await expectBack(letters, entities)
  })

  const pages = ['1933-10.txt', '1931-08.txt', '1932-06-12.txt']
  test.skipIf(!material)('of the letters of real pages (needs EPISTULA_MATERIAL)', async () => {
    const letters = pages.flatMap((page) => {
      const decoded = decodePage(readFileSync(join(material ?? '', 'corpus', page)))
      if (!decoded.ok) throw new Error(decoded.message)
      return readPage(decoded.text, page).letters.map(letterFromReading)
    })
    expect(letters.length).toBeGreaterThan(90)
    await expectBack(letters)
  })
})
