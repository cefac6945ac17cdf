import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { letterDigest } from '../../../../shared/collection/letter-digest.ts'
import { textsOf, workOf } from '../../../../shared/collection/letter-work.ts'
import { hashText } from '../../../../shared/collection/sha.ts'
import { stableJson } from '../../../../shared/collection/stable-json.ts'
import type { Entity } from '../../../../shared/entity/entity.ts'
import { decodeXml } from '../../../../shared/import/source/open-xml.ts'
import type { CanonicalLetter } from '../../../../shared/letter/canonical.ts'
import { asReadNote } from '../../../../shared/tei/as-read.ts'
import { decodeSource } from '../../../../shared/tei/decode/decode-tei.ts'
import { exportSource } from '../../../../shared/tei/export-source.ts'
import type { SourceLetter } from '../../../../shared/tei/match-letters.ts'
import { findStretches } from '../../../../shared/tei/stretch/find-stretches.ts'
import { isPlainLine } from '../../../../shared/tei/stretch/plain-line.ts'
import { stretchNotes } from '../../../../shared/tei/stretch/stretch.ts'
import { writePart } from '../../../../shared/tei/stretch/write-part.ts'
import { readSource } from '../../../../shared/xml/source/read-source.ts'
import { eachSourceElement } from '../../../../shared/xml/source/source-tree.ts'
import { type TeiFixture, teiFixtures } from '../../../support/tei-fixtures.ts'
import { imported, withHeader } from '../imported-file.ts'
import { type Draw, drawsOf, editAtRandom } from '../patch/random-edits.ts'
import { randomFile } from './random-file.ts'

const hashOf = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function digestOf(letter: CanonicalLetter): Promise<string> {
  return letterDigest(textsOf(letter), await hashText(stableJson(workOf(letter)), hashOf), hashOf)
}

const FILES = teiFixtures().filter(({ name }) => name !== 'p4-letter.xml')

function stretchesOf({ name, bytes }: TeiFixture, longest?: number) {
  const text = decodeXml(bytes)
  const decoded = text.ok ? decodeSource(text.xml, name) : null
  if (!decoded?.ok) throw new Error(name)
  return findStretches(decoded.file, decoded.letters, decoded.registerUnits, longest)
}

/** The file with each line that says nothing of others standing in it `times` times. */
function thickened(file: TeiFixture, times: number): TeiFixture {
  const text = decodeXml(file.bytes)
  if (!text.ok) throw new Error(file.name)
  const { xml } = text
  const read = readSource(xml)
  if (!read.ok) throw new Error(file.name)
  const { root } = read.source
  const parts: string[] = []
  let at = 0
  for (const element of eachSourceElement(root)) {
    if (!isPlainLine(element, xml, new Set())) continue
    const { from, to } = element
    parts.push(xml.slice(at, to), `\n${xml.slice(from, to)}`.repeat(times - 1))
    at = to
  }
  const thick = (parts.join('') + xml.slice(at)).replace(/encoding="[^"]*"/, 'encoding="UTF-8"')
  return { name: file.name, bytes: new TextEncoder().encode(thick) }
}

/** A file as the library has it, with all that is kept of how its letters came in. */
async function kept(file: TeiFixture, longest: number, library: readonly Entity[] = []) {
  const { letters, entities, notes } = imported(file, library)
  const came: SourceLetter[] = []
  for (const one of letters)
    came.push({ ...one, came: { letter: one.letter, digest: await digestOf(one.letter) } })
  const asRead = came.map(({ letter, came }) => asReadNote(letter.id, came?.digest ?? ''))
  const stretches = stretchNotes(stretchesOf(file, longest))
  const { name, bytes } = file
  return {
    file: { name, bytes, notes: [...notes, ...asRead, ...stretches] },
    letters: came,
    entities,
  }
}

type Kept = Awaited<ReturnType<typeof kept>>

/** Whether a part was enough; in any case what comes out is what comes out where nothing is known of how the letters came in. */
function checkSame({ file, entities }: Kept, letters: readonly SourceLetter[], what: string) {
  const whole = letters.map(({ letter, imported: then }) => ({ letter, imported: then }))
  const result = exportSource(file, letters, entities)
  expect(result, what).toEqual(exportSource(file, whole, entities))
  const text = decodeXml(file.bytes)
  return text.ok && writePart(text.xml, file, letters, entities) !== null
}

function edited(
  letters: readonly SourceLetter[],
  edit: (letter: CanonicalLetter, at: number) => CanonicalLetter,
) {
  return letters.map((one, at) => ({ ...one, letter: edit(one.letter, at) }))
}

function pick<T>(draw: Draw, from: readonly T[]): T {
  return from[draw(from.length)] as T
}

const LIBRARY: readonly Entity[] = [
  { id: 'ann', kind: 'place', name: 'Annfield', variants: [], authority: [] },
  { id: 'belaya', kind: 'place', name: 'the river', variants: [], authority: [] },
  { id: 'wells', kind: 'person', name: 'Wells', variants: [], authority: [] },
]

/** The letter with its new mentions pointing to entries of the register. */
function pointing(
  letter: CanonicalLetter,
  draw: Draw,
  entities: readonly Entity[],
): CanonicalLetter {
  const { translation } = letter
  const mentions = Object.fromEntries(
    Object.entries(translation.records.mentions).map(([id, mention]) => {
      const isNew = id.startsWith('x') && mention.kind !== 'date' && entities.length > 0
      if (!isNew || draw(3) === 0) return [id, mention]
      const { id: entity, kind } = pick(draw, entities)
      return [id, { ...mention, kind, entity }]
    }),
  )
  const records = { ...translation.records, mentions }
  return { ...letter, translation: { ...translation, records } }
}

describe('a file of which only the changed part is decoded', () => {
  it('comes out as it does of the whole way, whatever is changed in the files of the tests', {
    timeout: 240_000,
  }, async () => {
    let parts = 0
    for (const fixture of FILES)
      for (const [longest, file] of [
        [1, fixture],
        [1, thickened(fixture, 3)],
        [3000, thickened(fixture, 9)],
      ] as const) {
        const known = await kept(file, longest)
        for (let seed = 0; seed < 5; seed++) {
          const draw = drawsOf(seed * 7919 + longest)
          const now = edited(known.letters, (letter, at) =>
            at > 0 && draw(2) === 0 ? letter : editAtRandom(letter, draw, 1 + draw(3)),
          )
          if (checkSame(known, now, `${file.name} ${longest} ${seed}`)) parts += 1
        }
      }
    expect(parts).toBeGreaterThan(70)
  })

  it('comes out so whatever stands in it', { timeout: 240_000 }, async () => {
    let parts = 0
    for (let seed = 0; seed < 120; seed++) {
      const draw = drawsOf(seed * 104_729 + 3)
      const bytes = new TextEncoder().encode(randomFile(draw))
      const library = draw(3) === 0 ? LIBRARY : []
      const known = await kept({ name: `x${seed}.xml`, bytes }, pick(draw, [1, 400]), library)
      for (let n = 0; n < 3; n++) {
        const now = edited(known.letters, (letter, at) =>
          at > 0 && draw(2) === 0
            ? letter
            : pointing(editAtRandom(letter, draw, 1 + draw(2)), draw, known.entities),
        )
        if (checkSame(known, now, `seed ${seed} ${n}`)) parts += 1
      }
    }
    expect(parts).toBeGreaterThan(120)
  })

  it('does so where entries of the register say other things, are gone or new, and where the header is changed', async () => {
    let parts = 0
    for (let seed = 0; seed < 40; seed++) {
      const draw = drawsOf(seed * 15_485 + 7)
      const bytes = new TextEncoder().encode(randomFile(draw))
      const known = await kept({ name: `x${seed}.xml`, bytes }, 1)
      const entities = known.entities.flatMap((entity) => {
        const chance = draw(5)
        if (chance === 0) return []
        return chance === 1 ? [{ ...entity, name: `${entity.name} the Elder` }] : [entity]
      })
      const library = [
        ...entities,
        ...LIBRARY.filter(({ id }) => !entities.some((one) => one.id === id)),
      ]
      const now = edited(known.letters, (letter, at) => {
        const titled = draw(3) === 0 ? withHeader(letter, 'title', `Title ${seed}`) : letter
        return at > 0 ? titled : pointing(editAtRandom(titled, draw, 1), draw, library)
      })
      if (checkSame({ ...known, entities: library }, now, `seed ${seed}`)) parts += 1
    }
    expect(parts).toBeGreaterThan(10)
  })
})

const PLAIN =
  '<p>One <persName ref="#ann">Ann</persName> wrote<note>So <hi>it</hi> is.</note> of timber.</p>'

function plainFile(lines: number): TeiFixture {
  const xml = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x"><teiHeader/><text><body>\n${`${PLAIN}\n`.repeat(lines)}</body></text></TEI>`
  return { name: 'x.xml', bytes: new TextEncoder().encode(xml) }
}

function corrected(letter: CanonicalLetter, block: string): CanonicalLetter {
  const { translation } = letter
  const { anchors, records } = translation
  const id = 'new'
  const record = {
    id,
    category: 'source',
    severity: 'neutral',
    cert: 'high',
    by: 'me',
    at: '',
  } as const
  const anchor = {
    deleted: [{ block, from: 0, to: 3 }],
    inserted: [{ block, offset: 3, order: 0, text: 'Once' }],
  }
  const corrections = { ...anchors.corrections, [id]: anchor }
  return {
    ...letter,
    translation: {
      ...translation,
      anchors: { ...anchors, corrections },
      records: { ...records, corrections: { ...records.corrections, [id]: record } },
    },
  }
}

describe('the part of a file', () => {
  it('is written where it stands among lines that are all the same', async () => {
    const known = await kept(plainFile(60), 500)
    for (const line of [1, 2, 17, 59, 60]) {
      const now = edited(known.letters, (letter) => corrected(letter, `b${line}`))
      expect(checkSame(known, now, `line ${line}`)).toBe(true)
      const result = exportSource(known.file, now, known.entities)
      const lines = result.ok ? result.after.split('\n') : []
      expect(lines.findIndex((text) => text.includes('Once'))).toBe(line)
    }
  })

  it('is all that points to something where that is taken away', async () => {
    const lines = ['<p><persName xml:id="q">Ann</persName></p>', ...Array(9).fill(PLAIN)]
    const pointing = '<p>Of <hi corresp="#q">her</hi>.</p>'
    const xml = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x"><teiHeader/><text><body>${[...lines, pointing].join('\n')}</body></text></TEI>`
    const bytes = new TextEncoder().encode(xml)
    const known = await kept({ name: 'x.xml', bytes }, 1)
    const now = edited(known.letters, (letter) => {
      const { anchors, records } = letter.translation
      const { m1: _anchor, ...places } = anchors.mentions
      const { m1: _record, ...mentions } = records.mentions
      const translation = {
        ...letter.translation,
        anchors: { ...anchors, mentions: places },
        records: { ...records, mentions },
      }
      return { ...letter, translation }
    })
    expect(checkSame(known, now, 'a name that is pointed to')).toBe(true)
    const result = exportSource(known.file, now, known.entities)
    expect(result.ok && result.after).toContain('<p><seg xml:id="q">Ann</seg></p>')
  })

  it('is not enough where nothing says what the letters were, or another letter of the file is gone', async () => {
    const known = await kept(plainFile(60), 500)
    const xml = new TextDecoder().decode(known.file.bytes)
    const now = edited(known.letters, (letter) => corrected(letter, 'b9'))
    const isEnough = (letters: readonly SourceLetter[], notes = known.file.notes) =>
      writePart(xml, { name: 'x.xml', notes }, letters, known.entities) !== null
    expect(isEnough(now)).toBe(true)
    expect(isEnough(now.map(({ came: _, ...one }) => one))).toBe(false)
    const other = now.map((one) => ({ ...one, came: { ...one.came!, digest: 'another' } }))
    expect(isEnough(other)).toBe(false)
    expect(isEnough([])).toBe(false)
    const withMark = xml.replace('<body>', '<body><?epistula-left-out 0?>')
    expect(writePart(withMark, known.file, now, known.entities)).toBe(null)
    const isKnown = ({ code }: { code: string }) => code !== 'tei-stretches'
    expect(isEnough(now, known.file.notes.filter(isKnown))).toBe(false)
  })
})
