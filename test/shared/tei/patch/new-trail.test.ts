import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { decodeXml } from '../../../../shared/import/source/open-xml.ts'
import type { CanonicalLetter, CanonicalText } from '../../../../shared/letter/canonical.ts'
import type { Span } from '../../../../shared/letter/place.ts'
import { decodeTei } from '../../../../shared/tei/decode/decode-tei.ts'
import { patchTei } from '../../../../shared/tei/patch/patch-tei.ts'
import { trailFacts } from '../../../../shared/tei/patch/trail-loss.ts'
import { schemaProblems } from '../../../../shared/tei/schema/schema-problems.ts'
import { material, materialGrammar } from '../../../support/tei-check.ts'
import { type TeiFixture, teiFixtures } from '../../../support/tei-fixtures.ts'
import { withTrail } from '../trail/random-trails.ts'
import { drawsOf, editAtRandom } from './random-edits.ts'

const WISH = {
  isWanted: true,
  editors: [
    { id: 'ed-am', name: 'Anna Muster', initials: 'AM' },
    { id: 'ed-jk', name: 'Jan Kowal', initials: 'JK' },
  ],
}
const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p>B</p></publicationStmt><sourceDesc><p>C</p></sourceDesc></fileDesc></teiHeader>'
const FILE = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="s-1">
  ${HEADER}
  <text>
    <body>
      <p>Owls fly
         at night.</p>
      <p n="2">We 😀 ask for <hi>poods</hi> of grain.</p>
    </body>
  </text>
</TEI>
`
const BY = { by: 'ed-am', at: '2026-11-20T10:00:00.000Z' }

function lettersOf(xml: string, name = 'x.xml'): CanonicalLetter[] {
  const decoded = decodeTei(xml, name)
  if (!decoded.ok) throw new Error(decoded.message)
  return decoded.letters.map(({ letter }) => letter)
}

function changed(letter: CanonicalLetter, change: (draft: Draft) => void): CanonicalLetter {
  const copy = JSON.parse(JSON.stringify(letter)) as CanonicalLetter
  change(copy.translation as unknown as Draft)
  return copy
}

interface Draft {
  readonly anchors: Record<string, Record<string, unknown>>
  readonly records: Record<string, Record<string, unknown>>
}

function written(xml: string, letters: readonly CanonicalLetter[], trail = WISH): string {
  const result = patchTei(xml, letters, [], trail)
  if (!result.ok) throw new Error(result.message)
  expect(result.lost).toEqual([])
  return result.xml
}

function span(block: string, from: number, to: number): Span {
  return { from: { block, offset: from }, to: { block, offset: to } }
}

function addAll({ anchors, records }: Draft): void {
  records.corrections!.k1 = {
    id: 'k1',
    category: 'term',
    severity: 'major',
    cert: 'high',
    ...BY,
    guessed: true,
    check: 'number',
    history: [{ verdict: 'accepted', by: 'ed-jk', at: '2026-11-21T09:00:00.000Z', why: 'Yes.' }],
  }
  anchors.corrections!.k1 = {
    deleted: [{ block: 'b1', from: 0, to: 4 }],
    inserted: [{ block: 'b1', offset: 4, order: 0, text: 'Top' }],
  }
  records.refusals!.k9 = {
    id: 'k9',
    correction: { category: 'number', severity: 'minor', cert: 'medium', ...BY, reason: 'Fewer.' },
    deleted: [{ block: 'b2', from: 14, to: 19 }],
    inserted: [{ block: 'b2', offset: 19, order: 0, text: 'pounds' }],
  }
  records.queries!.q1 = { id: 'q1', question: 'Which?', replies: [], shared: true, ...BY }
  anchors.queries!.q1 = span('b2', 23, 28)
  records.queries!.q2 = { id: 'q2', question: 'Private!', replies: [], ...BY }
  anchors.queries!.q2 = span('b2', 0, 2)
  records.segments!.s1 = {
    id: 's1',
    range: { block: 'b1', from: 0, to: 18 },
    state: 'corrected',
    ...BY,
  }
}

describe('a trail in a file of others', () => {
  const [letter] = lettersOf(FILE) as [CanonicalLetter]
  const now = changed(letter, addAll)
  const xml = written(FILE, [now])

  it('stands apart, and people whom the file does not know are named in it', () => {
    expect(xml).toContain('<annotation xml:id="s-1-trail-k1" motivation="editing" target="#s-1-k1"')
    expect(xml).toContain('<persName xml:id="s-1-trail-k1.by" key="ed-am">Anna Muster</persName>')
    expect(xml).toContain('<change status="accepted" who="#s-1-trail-k1.by.2"')
    expect(xml).toContain('target="#string-range(s-1-b2,13,5)"')
    expect(xml).not.toContain('Private!')
    const text = xml.slice(xml.indexOf('<text>'))
    expect(text.replace(/<choice.*<\/choice>/, 'Owls').replaceAll(/ xml:id="s-1-b\d"/g, '')).toBe(
      FILE.slice(FILE.indexOf('<text>')),
    )
  })

  it('comes back as it was', () => {
    const [again] = lettersOf(xml) as [CanonicalLetter]
    const { queries, ...tables } = again.translation.records
    expect(tables.corrections).toEqual(now.translation.records.corrections)
    expect(tables.refusals).toEqual(now.translation.records.refusals)
    expect(tables.segments).toEqual(now.translation.records.segments)
    expect(queries).toEqual({ q1: now.translation.records.queries.q1 })
    expect(again.translation.anchors.queries).toEqual({ q1: span('b2', 23, 28) })
  })

  it('is written once: a second export changes nothing', () => {
    expect(written(xml, lettersOf(xml))).toBe(xml)
    expect(written(FILE, [now])).toBe(xml)
  })

  it('is not written unless it is wanted', () => {
    const plain = written(FILE, [now], { ...WISH, isWanted: false })
    expect(plain).toContain('<corr')
    expect(plain).not.toMatch(/annotation|string-range|Which|Anna/)
  })

  it('follows its words, and says which a correction changes now', () => {
    const after = written(
      xml,
      lettersOf(xml).map((one) =>
        changed(one, ({ anchors, records }) => {
          const k1 = records.corrections!.k1 as { history: object[] }
          k1.history.push({ verdict: 'disputed', by: 'ed-jk', at: '2026-11-23T09:00:00.000Z' })
          k1.history.push({ verdict: 'refused', by: 'ed-new', at: '2026-11-24T09:00:00.000Z' })
          ;(anchors.corrections!.k1 as { inserted: object[] }).inserted = [
            { block: 'b1', offset: 4, order: 0, text: 'Tops' },
          ]
          records.corrections!.k2 = {
            id: 'k2',
            category: 'style',
            severity: 'minor',
            cert: 'high',
            ...BY,
          }
          anchors.corrections!.k2 = {
            deleted: [],
            inserted: [{ block: 'b2', offset: 2, order: 0, text: ' now' }],
          }
        }),
      ),
    )
    expect(after).toContain('<note type="after">Tops</note>')
    expect(after).toContain('target="#string-range(s-1-b2,17,5)"')
    expect(after.match(/key="ed-jk"/g)).toHaveLength(1)
    const [again] = lettersOf(after) as [CanonicalLetter]
    expect(again.translation.anchors.queries).toEqual({ q1: span('b2', 23, 28) })
    expect(written(after, [again])).toBe(after)
  })

  it('lets go of what is gone', () => {
    const after = written(
      xml,
      lettersOf(xml).map((one) =>
        changed(one, ({ anchors, records }) => {
          delete records.corrections!.k1
          delete anchors.corrections!.k1
          records.refusals = {}
          records.queries!.q1 = { ...(records.queries!.q1 as object), shared: false }
          records.segments = {}
        }),
      ),
    )
    expect(after).not.toMatch(/annotation/i)
  })

  it('says by name what does not come back', () => {
    const lost = changed(now, ({ records }) => {
      records.segments!.s2 = {
        id: 's2',
        range: { block: 'b9', from: 0, to: 1 },
        state: 'checked',
        ...BY,
      }
    })
    expect(patchTei(FILE, [lost], [], WISH)).toMatchObject({
      ok: true,
      lost: [{ letter: 's-1', table: 'segments', name: 's2' }],
    })
  })
})

// What the edits at random did that the file itself cannot take up, with the trail or without.
const REFUSALS =
  /comes out of an entity|a note that stands in the text|cannot stand in XML|is not declared/

// Trails at random over letters of the fixtures, edited at random; a query on some words of each text.
function withTrails(letter: CanonicalLetter, seed: number): CanonicalLetter {
  const draw = drawsOf(seed)
  const edited = editAtRandom(letter, draw, draw(4))
  const text = (side: CanonicalText) => withTrail(withQueries(side, draw), draw)
  const { original } = edited
  const noStatements = (side: CanonicalText) => ({
    ...side,
    records: { ...side.records, segments: {} },
  })
  return {
    ...edited,
    translation: text(edited.translation),
    original: original && noStatements(text(original)),
  }
}

function withQueries(text: CanonicalText, draw: (below: number) => number): CanonicalText {
  const block = text.machine.blocks[draw(text.machine.blocks.length)]!
  const words = [...block.text.matchAll(/\S+/g)]
  const word = words[draw(words.length)]
  if (!word) return text
  const query = { id: 'q1', question: 'Who is “she” & why?', replies: [], ...BY }
  const q1 = span(block.id, word.index, word.index + word[0].length)
  return {
    ...text,
    anchors: { ...text.anchors, queries: { q1 } },
    records: { ...text.records, queries: { q1: query } },
  }
}

function xmlOf({ bytes }: TeiFixture): string {
  const text = decodeXml(bytes)
  if (!text.ok) throw new Error(text.message)
  return text.xml
}

function factsOf(letter: CanonicalLetter) {
  const sides = [letter.translation, letter.original].flatMap((side) => side ?? [])
  return sides.map((side) => [...trailFacts(shareds(side)).values()].sort())
}

// Queries that are not shared stay at home.
function shareds(text: CanonicalText): CanonicalText {
  const queries = Object.entries(text.records.queries).filter(([, { shared }]) => shared)
  return { ...text, records: { ...text.records, queries: Object.fromEntries(queries) } }
}

describe('any trail over any file', () => {
  test.each(teiFixtures().filter(({ name }) => !/p4/.test(name)))(
    'comes back, and a second time nothing changes: $name',
    (fixture) => {
      const xml = xmlOf(fixture)
      const letters = lettersOf(xml, fixture.name)
      let [count, told, all] = [0, 0, 0]
      fc.assert(
        fc.property(fc.nat(2 ** 31), (seed) => {
          const now = letters.map((letter, n) => withTrails(letter, seed + n))
          const result = patchTei(xml, now, [], WISH)
          if (!result.ok) {
            expect(result.message).toMatch(REFUSALS)
            return
          }
          count += 1
          const again = lettersOf(result.xml, fixture.name)
          const [read, wanted] = [again.flatMap(factsOf).flat(), now.flatMap(factsOf).flat()]
          const missing = wanted.filter((fact) => !read.includes(fact))
          expect(result.lost).toHaveLength(missing.length)
          expect(read.length + result.lost.length).toBeGreaterThanOrEqual(wanted.length)
          told += missing.length
          all += wanted.length
          expect(patchTei(result.xml, again, [], WISH)).toMatchObject({ xml: result.xml, lost: [] })
        }),
        { numRuns: 12, seed: 20261128 },
      )
      expect(count).toBeGreaterThan(3)
      // What has no place of its own in the file is told, and it is little.
      expect(told).toBeLessThan(2 + all / 20)
    },
  )

  test.skipIf(!material)('leaves a valid file valid (needs EPISTULA_MATERIAL)', async () => {
    const grammar = await materialGrammar('tei_all.rng')
    const [letter] = lettersOf(FILE) as [CanonicalLetter]
    expect(schemaProblems(FILE, grammar)).toEqual([])
    expect(schemaProblems(written(FILE, [changed(letter, addAll)]), grammar)).toEqual([])
    fc.assert(
      fc.property(fc.nat(2 ** 31), (seed) => {
        const result = patchTei(FILE, [withTrails(letter, seed)], [], WISH)
        if (!result.ok) throw new Error(result.message)
        expect(schemaProblems(result.xml, grammar)).toEqual([])
      }),
      { numRuns: 10 },
    )
  })
})
