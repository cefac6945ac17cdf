import fc from 'fast-check'
import { Schema } from 'node-schematron'
import { describe, expect, test } from 'vitest'
import type { CanonicalLetter, CanonicalText } from '../../../../shared/letter/canonical.ts'
import { machineString } from '../../../../shared/letter/machine-text.ts'
import { phraseAround } from '../../../../shared/letter/phrase-around.ts'
import type { CorrectionDecision } from '../../../../shared/letter/records.ts'
import { checkPointers } from '../../../../shared/tei/check-pointers.ts'
import { correctedView } from '../../../../shared/tei/corrected-view.ts'
import { decodeTei } from '../../../../shared/tei/decode/decode-tei.ts'
import { encodeCorpus } from '../../../../shared/tei/encode-corpus.ts'
import { encodeLetter } from '../../../../shared/tei/encode-letter.ts'
import { machineView } from '../../../../shared/tei/machine-view.ts'
import { validateTei } from '../../../../shared/tei/validate-tei.ts'
import { EDITOR, exportContext, letter, translation } from '../../../support/letter-fixture.ts'
import {
  letterXml,
  material,
  materialFile,
  materialGrammar,
  part,
  profileGrammar,
  treeOf,
  xmlOf,
} from '../../../support/tei-check.ts'
import { randomTrails } from './random-trails.ts'

const plain = {
  ...exportContext(),
  editors: [
    { id: 'ed-am', name: 'Anna Muster', initials: 'AM' },
    { id: 'ed-jk', name: 'Jan Kowal', initials: 'JK' },
  ],
}
const context = { ...plain, trail: true }
const grammar = profileGrammar()

const accepted: readonly CorrectionDecision[] = [
  { verdict: 'accepted', by: 'ed-jk', at: '2026-11-21T09:00:00.000Z', why: 'So the dictionary.' },
]
const refusal = {
  id: 'k2',
  correction: {
    category: 'number',
    severity: 'major',
    cert: 'medium',
    ...EDITOR,
    reason: 'Fewer.',
    phrase: { block: 'b2', from: 3, to: 19 },
    history: [
      { verdict: 'refused', by: 'ed-jk', at: '2026-11-22T09:03:00.000Z', why: 'poods is right' },
    ],
  },
  deleted: [{ block: 'b2', from: 14, to: 19 }],
  inserted: [{ block: 'b2', offset: 19, order: 0, text: 'pounds' }],
} as const
const text = translation('opener: Owls. Secret.', 'paragraph: We 😀 ask for poods of grain.')
  .correct('k1', { block: 'b1', from: 0, to: 12 }, 'Top secret', {
    history: accepted,
    check: 'stock-phrase',
    guessed: true,
    propagatedFrom: { letter: 'ep-7', correction: 'k3' },
  })
  .with(null, 'k2', null, 'refusals', refusal)
  .with(
    'queries',
    'q1',
    { from: { block: 'b2', offset: 23 }, to: { block: 'b2', offset: 28 } },
    'queries',
    {
      id: 'q1',
      question: 'Which grain?',
      replies: [{ by: 'ed-jk', at: '2026-11-23T09:00:00.000Z', text: 'Rye.' }],
      closed: { by: 'ed-am', at: '2026-11-24T09:00:00.000Z' },
      shared: true,
      ...EDITOR,
    },
  )
  .with(
    'queries',
    'q2',
    { from: { block: 'b2', offset: 0 }, to: { block: 'b2', offset: 2 } },
    'queries',
    { id: 'q2', question: 'Private!', replies: [], by: 'ed-secret', at: EDITOR.at },
  )

function decoded(xml: string): CanonicalLetter {
  const result = decodeTei(xml, 'x.xml')
  if (!result.ok) throw new Error(result.message)
  return result.letters[0]!.letter
}

describe('the trail', () => {
  const xml = letterXml(letter(text), context)

  test('says of each correction who proposed it and what was said of it', () => {
    const list = part(xml, '<listAnnotation type="translation-corrections">', '</listAnnotation>')
    expect(list).toContain(
      '<annotation xml:id="ep-1-trail-k1" motivation="editing" target="#ep-1-k1" cert="high" ana="#err-mistranslation #sev-major">',
    )
    expect(list).toContain(
      '<change status="accepted" who="#ed-jk" when="2026-11-21T09:00:00.000Z">So the dictionary.</change>',
    )
    expect(list).toContain('<note type="before">Owls. Secret</note>')
    expect(list).toContain('<note type="after">Top secret</note>')
  })

  test('names those who speak in it to who opens it', () => {
    const read = decodeTei(xml, 'x.xml')
    expect(read.ok && read.people).toEqual([
      { id: 'ed-am', name: 'Anna Muster', initials: 'AM' },
      { id: 'ed-jk', name: 'Jan Kowal', initials: 'JK' },
    ])
  })

  test('points to what was refused by its characters, of which a smiling face is one', () => {
    expect(xml).toContain('target="#string-range(ep-1-b2,13,5)"')
    expect(xml).toContain('<note type="before">poods</note>')
    expect(xml).toContain('<note type="after" n="0" target="#string-range(ep-1-b2,18,0)">pounds')
    expect(xml).toContain('>poods is right</change>')
  })

  test('holds shared queries alone, and is not there unless it is asked for', () => {
    expect(xml).toContain('<note type="query">Which grain?</note>')
    expect(xml).not.toContain('Private!')
    const without = letterXml(letter(text), plain)
    for (const xmlOfOne of [xml, without]) expect(xmlOfOne).not.toContain('ed-secret')
    expect(without).not.toContain('poods is right')
    expect(without).not.toContain('Which grain?')
  })

  test('says in words what a correction was meant for, and how much of it stands before the correction', () => {
    const line = 'paragraph: Look 😀 in the bottom of it.'
    const phrase = { block: 'b1', from: 5, to: 21 }
    const narrow = translation(line).correct('k1', { block: 'b1', from: 8, to: 10 }, 'at', {
      phrase,
    })
    const meant = letterXml(letter(narrow), context)
    expect(meant).toContain('<note type="phrase" n="2">😀 in the bottom</note>')
    expect(validateTei(meant, grammar)).toEqual([])
    expect(decoded(meant).translation.records.corrections.k1?.phrase).toEqual(phrase)
    const other = meant.replace('😀 in the bottom</note>', '😀 in the top</note>')
    expect(decoded(other).translation.records.corrections.k1?.phrase).toBeUndefined()
    const grown = translation(line).correct('k1', { block: 'b1', from: 8, to: 25 }, 'at', {
      phrase,
    })
    expect(letterXml(letter(grown), context)).not.toContain('type="phrase"')
  })

  test('gives corrections, refusals and queries back whole', () => {
    const { records, anchors } = decoded(xml).translation
    expect(records.corrections).toEqual(text.text.records.corrections)
    expect(records.refusals).toEqual(text.text.records.refusals)
    expect(records.queries).toEqual({ q1: text.text.records.queries.q1 })
    expect(anchors.queries).toEqual({ q1: text.text.anchors.queries.q1 })
  })

  test('gives what was said of segments back, and the header counts their states', () => {
    const s1 = {
      id: 's1',
      range: { block: 'b2', from: 0, to: 29 },
      state: 'checked',
      by: 'ed-jk',
      at: '2026-11-25T10:00:00.123Z',
    } as const
    const written = letterXml(letter(text.with(null, 's1', null, 'segments', s1)), context)
    expect(validateTei(written, grammar)).toEqual([])
    expect(written).toContain('motivation="assessing" target="#string-range(ep-1-b2,0,28)"')
    expect(written).toContain('<measure type="checked" unit="segment" quantity="1">checked: 1<')
    expect(decoded(written).translation.records.segments).toEqual({ s1 })
  })

  test('is not needed for the verdict of a day of work', () => {
    const without = letterXml(letter(text), plain)
    expect(without).toContain('who="#ed-am" status="approved"')
    const open = translation('paragraph: Owls.').correct('k1', { block: 'b1', from: 0, to: 4 }, 'X')
    expect(letterXml(letter(open), plain)).toContain('who="#ed-am" status="candidate"')
  })
})

test.skipIf(!material)('the trail keeps the rules of TEI (needs EPISTULA_MATERIAL)', () => {
  const schema = Schema.fromString(materialFile('tei_all.isosch'))
  const messages = schema
    .validateString(letterXml(letter(text), context))
    .map(({ message }) => (message ?? 'no message').trim())
  expect(messages.filter((message) => !/\[W\d+\]/.test(message))).toEqual([])
})

describe('any letter with a trail', () => {
  test('is valid, its pointers hold, and its views are what they are without', () => {
    fc.assert(
      fc.property(randomTrails, (random) => {
        const xml = letterXml(random, context)
        expect(validateTei(xml, grammar)).toEqual([])
        const [tree, without] = [treeOf(xml), treeOf(letterXml(random, plain))]
        for (const side of ['translation', 'original'] as const) {
          const machine = random[side] && machineString(random[side].machine)
          expect(machineView(tree, side)).toBe(machine)
          expect(correctedView(tree, side)).toBe(correctedView(without, side))
        }
      }),
      { numRuns: 80 },
    )
  })

  test('stands in a collection with others', () => {
    fc.assert(
      fc.property(fc.array(randomTrails, { minLength: 1, maxLength: 3 }), (drafts) => {
        const letters = drafts.map((draft, n) => ({ ...draft, id: `ep-${n}` }))
        const encoded = letters.map((one) => encodeLetter(one, context, 'in-corpus').root)
        expect(validateTei(xmlOf(encodeCorpus(letters, encoded, context)), grammar)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('gives its machine text and every refusal back', () => {
    fc.assert(
      fc.property(randomTrails, (random) => {
        const again = decoded(letterXml(random, context))
        for (const side of ['translation', 'original'] as const) {
          const [one, other] = [random[side], again[side]]
          if (!one || !other) continue
          expect(machineString(other.machine)).toBe(machineString(one.machine))
          expect(Object.keys(other.records.refusals)).toEqual(Object.keys(one.records.refusals))
          for (const [id, { correction }] of Object.entries(one.records.refusals))
            expect(other.records.refusals[id]?.correction).toEqual(correction)
        }
      }),
      { numRuns: 80 },
    )
  })

  test('gives the phrase of every correction back that is around it', () => {
    const phrasesOf = ({ records, anchors }: CanonicalText) =>
      Object.values(records.corrections).map(({ id, phrase }) => {
        const anchor = anchors.corrections[id]
        return anchor ? phraseAround(phrase, anchor) : null
      })
    let known = 0
    fc.assert(
      fc.property(randomTrails, (random) => {
        const again = decoded(letterXml(random, context)).translation
        if (!phrasesOf(again).every((one) => one === null)) known++
        // Only what stands where it stood can be compared: letters of a choice may come in another order.
        for (const [id, record] of Object.entries(again.records.corrections)) {
          const [now, was] = [
            again.anchors.corrections[id],
            random.translation.anchors.corrections[id],
          ]
          if (!now || !was || JSON.stringify(now) !== JSON.stringify(was)) continue
          const before = random.translation.records.corrections[id]?.phrase
          expect(record.phrase ?? null).toEqual(phraseAround(before, was))
        }
      }),
      { numRuns: 120 },
    )
    expect(known).toBeGreaterThan(5)
  })

  test('gives every statement on a segment back', () => {
    fc.assert(
      fc.property(randomTrails, (random) => {
        const { segments } = random.translation.records
        const again = decoded(letterXml(random, context)).translation.records.segments
        for (const [id, one] of Object.entries(again))
          expect(one).toMatchObject({ id, by: 'ed-jk' })
        const states = (of: typeof segments) =>
          Object.values(of).map(({ id, state, at }) => [id, state, at])
        expect(states(again)).toEqual(states(segments))
      }),
      { numRuns: 80 },
    )
  })

  test.skipIf(!material)('is valid against tei_all (needs EPISTULA_MATERIAL)', async () => {
    const teiAll = await materialGrammar('tei_all.rng')
    fc.assert(
      fc.property(randomTrails, (random) => {
        const xml = letterXml(random, context)
        expect(validateTei(xml, teiAll)).toEqual([])
        expect(checkPointers(treeOf(xml))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})
