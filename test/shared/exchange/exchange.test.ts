import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Entity } from '../../../shared/entity/entity.ts'
import { type ExchangeContent, exchangeFiles } from '../../../shared/exchange/exchange-files.ts'
import type { ExchangeForm } from '../../../shared/exchange/exchange-forms.ts'
import { basicTime } from '../../../shared/exchange/exchange-options.ts'
import { exchangeGroups } from '../../../shared/exchange/exchange-units.ts'
import type { CanonicalLetter } from '../../../shared/letter/canonical.ts'
import { type Grammar, readGrammar } from '../../../shared/tei/grammar.ts'
import { compileSchema } from '../../../shared/tei/schema/compile-schema.ts'
import { schemaProblems } from '../../../shared/tei/schema/schema-problems.ts'
import type { Term } from '../../../shared/translate/translation-set.ts'
import {
  attributeOf,
  childElements,
  eachElement,
  type XmlElement,
} from '../../../shared/xml/xml-element.ts'
import { EDITOR, letter, translation } from '../../support/letter-fixture.ts'
import { treeOf } from '../../support/tei-check.ts'
import { randomTrails } from '../tei/trail/random-trails.ts'

const options = { date: '2026-11-28T09:30:00.000Z', version: '0.1.0', title: 'Letters & more' }
const range = (block: string, from: number, to: number) => ({ block, from, to })
const pair = {
  id: 'a1',
  original: [range('b1', 0, 14)],
  translation: [range('b1', 0, 13)],
  confidence: 1,
  confirmed: true,
}
const paired = letter(
  translation('paragraph: Owls. Secret. Send <grain> & salt.')
    .correct('k1', range('b1', 0, 12), 'Top secret', {
      category: 'abbreviation',
      reason: 'Сов. = "совершенно", not сова',
      evidence: range('b1', 0, 4),
      history: [{ verdict: 'accepted', by: 'ed-jk', at: '2026-11-21T09:00:00Z', why: 'Yes,\nso.' }],
    })
    .with(null, 'k9', null, 'refusals', {
      id: 'k9',
      correction: { category: 'term', severity: 'minor', cert: 'low', ...EDITOR },
      deleted: [range('b1', 19, 26)],
      inserted: [{ block: 'b1', offset: 26, order: 0, text: 'corn' }],
    })
    .with(null, 'a1', null, 'pairs', pair),
  ['paragraph: Сов. секретно. Шлите зерно.'],
)
const terms: Term[] = [
  {
    id: '1 pood',
    original: 'пуд',
    rendering: 'pood',
    allowed: ['poods'],
    forbidden: ['pound', 'pood'],
    note: 'A weight of 16.38 kg.',
  },
]
const entities: Entity[] = [
  {
    id: 'pers-1',
    kind: 'person',
    name: 'Torpov, Ilya',
    original: 'Торпов И.',
    variants: ['Torpovym', 'Торпов'],
    authority: [],
  },
]
const editors = [
  { id: 'ed-am', name: 'Anna Muster', initials: 'AM' },
  { id: 'ed-jk', name: 'Jana "JK" Kowal', initials: 'JK' },
]
const content: ExchangeContent = { letters: [paired], terms, entities, editors }

const grammars = new Map<string, Grammar>()
beforeAll(async () => {
  for (const name of ['tmx', 'xliff', 'tbx']) {
    const file = join(import.meta.dirname, `../../fixtures/exchange/${name}.rng`)
    const compiled = await compileSchema(readFileSync(file, 'utf8'))
    if (!compiled.ok) throw new Error(compiled.message)
    grammars.set(name, readGrammar(compiled.json))
  }
})

function made(form: ExchangeForm, what: ExchangeContent = content): string {
  const result = exchangeFiles(form, what, options)
  if (!result.ok) throw new Error(result.message)
  return result.files[0]!.text
}

function faults(form: string, xml: string): unknown[] {
  return [...schemaProblems(xml, grammars.get(form)!)]
}

function textOf(element: XmlElement): string {
  return element.children
    .map((child) =>
      child.type === 'text' ? child.text : child.type === 'element' ? textOf(child) : '',
    )
    .join('')
}

function rows(csv: string): Record<string, string>[] {
  const cells = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)].map(
    ([, quoted, plain, end]) => ({ cell: quoted?.replaceAll('""', '"') ?? plain ?? '', end }),
  )
  const lines: string[][] = [[]]
  for (const { cell, end } of cells) {
    lines.at(-1)!.push(cell)
    if (end !== ',') lines.push([])
  }
  const [heads = [], ...found] = lines.slice(0, -1)
  return found.map((line) => Object.fromEntries(heads.map((head, n) => [head, line[n] ?? ''])))
}

function texts(root: XmlElement, name: string): string[] {
  return [...eachElement(root)].filter((element) => element.name === name).map(textOf)
}

function properties(tmx: string, type: string): string[] {
  return [...eachElement(treeOf(tmx))]
    .filter((element) => element.name === 'prop' && attributeOf(element, 'type') === type)
    .map(textOf)
}

function issues(xml: string): string[][] {
  expect(faults('xliff', xml)).toEqual([])
  return [...eachElement(treeOf(xml))]
    .filter((element) => attributeOf(element, 'type') === 'its:generic')
    .map((element) => [
      textOf(element),
      ...['Type', 'Comment', 'Severity'].map(
        (name) => attributeOf(element, `its:locQualityIssue${name}`) ?? '',
      ),
    ])
}

describe('forms for other programs', () => {
  test('TMX holds original and corrected segment, the machine text as a property', () => {
    const xml = made('tmx')
    expect(faults('tmx', xml)).toEqual([])
    expect(texts(treeOf(xml), 'seg')).toEqual(['Сов. секретно.', 'Top secret.'])
    expect(xml).toContain('<prop type="x-machine">Owls. Secret.</prop>')
    expect(xml).toContain('srclang="ru"')
    expect(xml).toContain('creationdate="20261128T093000Z"')
    expect(xml).toContain('changedate="20261120T090000Z" changeid="ed-am"')
  })

  test('XLIFF holds the machine text as a candidate and corrections as notes', () => {
    const xml = made('xliff')
    expect(faults('xliff', xml)).toEqual([])
    expect(texts(treeOf(xml), 'target')).toEqual(['Owls. Secret.', 'Top secret.'])
    expect(xml).toContain('state="final"')
    expect(xml).toContain('“Owls. Secret” → “Top secret”: abbreviation, major, accepted')
  })

  test('XLIFF marks what is wrong in the words of the machine, with kind, weight and reason', () => {
    const xml = made('xliff')
    expect(xml).toContain('xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"')
    expect(issues(xml)).toEqual([
      ['Owls. Secret', 'mistranslation', 'abbreviation: Сов. = "совершенно", not сова', '10'],
    ])
    const text = translation('paragraph: One two. Three four.')
      .correct('k1', range('b1', 4, 4), 'or ', { category: 'omission', severity: 'critical' })
      .correct('k2', range('b1', 9, 14), 'Seven', { category: 'number', severity: 'neutral' })
      .with(null, 'a1', null, 'pairs', {
        ...pair,
        translation: [range('b1', 0, 8), range('b1', 8, 20)],
      })
    const two = letter(text, ['paragraph: Раз или два. Семь четыре.'])
    expect(issues(made('xliff', { ...content, letters: [two] }))).toEqual([
      ['', 'omission', 'omission', '100'],
      ['Three', 'numbers', 'number', '0'],
    ])
  })

  test('TBX holds terms with what is wrong, and the names of the registers by language', () => {
    const xml = made('tbx')
    expect(faults('tbx', xml)).toEqual([])
    const tree = treeOf(xml)
    expect(texts(tree, 'term')).toEqual([
      'пуд',
      'pood',
      'poods',
      'pound',
      'Торпов И.',
      'Торпов',
      'Torpov, Ilya',
      'Torpovym',
    ])
    const [first] = [...eachElement(tree)].filter(({ name }) => name === 'conceptEntry')
    expect(attributeOf(first!, 'id')).toBe('_1_pood')
    expect(xml).toContain('deprecatedTerm-admn-sts')
  })

  test('CSV quotes what it must and has refused corrections too', () => {
    const lines = made('csv').split('\r\n')
    expect(lines[0]).toMatch(/^letter,text,correction,block,from,to,before,after,/)
    expect(lines[1]).toContain('Owls. Secret,Top secret,abbreviation,no,major,high,')
    expect(lines[1]).toContain('"Сов. = ""совершенно"", not сова",Сов.,')
    expect(lines[1]).toContain('"Yes,\nso."')
    expect(lines[2]).toContain('<grain>,corn,term')
    expect(lines[2]).toContain(',refused,')
    expect(lines).toHaveLength(4)
  })

  test('CSV names those who corrected and decided beside their ids', () => {
    const [first, second] = rows(made('csv'))
    expect(first).toMatchObject({
      by: 'ed-am',
      'by (name)': 'Anna Muster',
      'decided by': 'ed-jk',
      'decided by (name)': 'Jana "JK" Kowal',
    })
    expect(second).toMatchObject({ by: 'ed-am', 'decided by': '', 'decided by (name)': '' })
    const unknown = rows(made('csv', { ...content, editors: [] }))
    expect(unknown[0]).toMatchObject({ by: 'ed-am', 'by (name)': '' })
  })

  test('name who retyped a correction, and no decision where that is only proposed', () => {
    const again = { verdict: 'proposed', by: 'ed-jk', at: '2026-11-22T09:00:00Z' } as const
    const history = [{ ...again, verdict: 'disputed' as const, by: 'ed-zz' }, again]
    const records = paired.translation.records
    const corrections = { k1: { ...records.corrections.k1!, history } }
    const letters = [
      { ...paired, translation: { ...paired.translation, records: { ...records, corrections } } },
    ]
    const written = (form: ExchangeForm) => made(form, { ...content, letters })
    expect(rows(written('csv'))[0]).toMatchObject({
      by: 'ed-jk',
      at: '2026-11-22T09:00:00Z',
      verdict: 'proposed',
      'decided by': '',
      'decided at': '',
      why: '',
    })
    expect(written('tmx')).toContain('changedate="20261122T090000Z" changeid="ed-jk"')
    expect(written('tmx')).toContain('<prop type="x-changed-by">Jana "JK" Kowal</prop>')
    expect(written('xliff')).toContain('proposed, by Jana "JK" Kowal (ed-jk) at 2026-11-22')
  })

  test('say of a category that it is the guess of the program, and of no other', () => {
    const both = letter(
      translation('paragraph: One two. Three four.')
        .correct('k1', range('b1', 0, 3), 'A', {
          category: 'number',
          severity: 'minor',
          guessed: true,
          reason: 'So.',
        })
        .correct('k2', range('b1', 9, 14), 'Seven', { category: 'term', severity: 'neutral' })
        .with(null, 'a1', null, 'pairs', { ...pair, translation: [range('b1', 0, 20)] }),
      ['paragraph: Раз или два. Семь четыре.'],
    )
    const written = (form: ExchangeForm) => made(form, { ...content, letters: [both] })
    expect(rows(written('csv')).map((row) => [row.category, row['category guessed']])).toEqual([
      ['number', 'yes'],
      ['term', 'no'],
    ])
    expect(faults('tmx', written('tmx'))).toEqual([])
    expect(properties(written('tmx'), 'x-correction')).toEqual([
      'number (guessed by the program), minor, proposed',
      'term, neutral, proposed',
    ])
    expect(issues(written('xliff')).map(([, , comment]) => comment)).toEqual([
      'number (guessed by the program): So.',
      'term',
    ])
    expect(texts(treeOf(written('xliff')), 'note')).toEqual([
      expect.stringContaining('“One” → “A”: number (guessed by the program), minor, proposed, by'),
      expect.stringContaining('“Three” → “Seven”: term, neutral, proposed, by'),
    ])
  })

  test('say so where there is nothing to write', () => {
    const alone = letter(translation('paragraph: x'))
    const empty = { letters: [alone], terms: [], entities: [], editors: [] }
    for (const form of ['tmx', 'xliff', 'tbx'] as const)
      expect(exchangeFiles(form, empty, options)).toMatchObject({ ok: false, cause: 'nothing' })
    const both = { ...content, letters: [paired, alone] }
    expect(exchangeFiles('tmx', both, options)).toMatchObject({ ok: true, without: 1 })
  })

  test('an insertion at the beginning of a segment belongs to it, one at the end of the last to that', () => {
    const text = translation('paragraph: One. Two.')
      .correct('k1', range('b1', 4, 4), ' More.')
      .correct('k2', range('b1', 5, 5), 'And ')
      .with(null, 'a1', null, 'pairs', { ...pair, translation: [range('b1', 0, 4)] })
      .with(null, 'a2', null, 'pairs', {
        ...pair,
        id: 'a2',
        original: [range('b1', 0, 3)],
        translation: [range('b1', 5, 9)],
      })
    const [group] = exchangeGroups([letter(text, ['paragraph: Раз. Два.'])])
    expect(group?.units.map(({ corrected }) => corrected)).toEqual(['One. More.', 'And Two.'])
  })
})

test.each([
  ['2026-11-21', '20261121T000000Z'],
  ['2026-11-21T10:15:00+02:00', '20261121T081500Z'],
  ['2026-11-21T10:15:00', '20261121T101500Z'],
  ['2026', undefined],
  ['', undefined],
])('the time %s is %s', (value, wanted) => {
  expect(basicTime(value)).toBe(wanted)
})

describe('any letters', () => {
  const forms = ['tmx', 'xliff'] as const

  test('are valid, and their segments are the same text', () => {
    fc.assert(
      fc.property(fc.array(randomTrails, { minLength: 1, maxLength: 3 }), (drafts) => {
        const letters = drafts.map((draft, n) => ({ ...draft, id: `ep-${n}` }))
        for (const form of forms) expectSegments(form, letters)
      }),
      { numRuns: 60 },
    )
  })

  function expectSegments(form: 'tmx' | 'xliff', letters: readonly CanonicalLetter[]): void {
    const groups = exchangeGroups(letters)
    const result = exchangeFiles(form, { letters, terms: [], entities: [], editors: [] }, options)
    expect(result.ok).toBe(groups.length > 0)
    if (!result.ok) return
    for (const { text } of result.files) expect(faults(form, text)).toEqual([])
    const units = groups.flatMap((group) => group.units)
    const written = result.files.flatMap(({ text }) => segmentsOf(treeOf(text)))
    expect(written).toEqual(units.map(({ original, corrected }) => [original, corrected]))
    if (form === 'tmx') return
    const candidates = result.files.flatMap(({ text }) =>
      [...eachElement(treeOf(text))].filter(({ name }) => name === 'match').map(machineOf),
    )
    expect(candidates).toEqual(units.map(({ machine }) => machine))
  }

  function machineOf(match: XmlElement): string {
    return childElements(match, 'target').map(textOf).join('')
  }

  function segmentsOf(root: XmlElement): string[][] {
    return [...eachElement(root)]
      .filter(({ name }) => name === 'tu' || name === 'segment')
      .map((unit) =>
        unit.name === 'segment'
          ? childElements(unit).map(textOf)
          : childElements(unit, 'tuv').map((tuv) => textOf(childElements(tuv, 'seg')[0]!)),
      )
  }
})
