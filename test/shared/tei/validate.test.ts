import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileProfile, PROFILE_FOLDER } from '../../../app/cli/compile-grammar.ts'
import { validateTei } from '../../../shared/tei/validate-tei.ts'
import { EDITOR, exportContext, letter, translation } from '../../support/letter-fixture.ts'
import {
  letterXml,
  material,
  materialFile,
  materialGrammar,
  profileGrammar,
} from '../../support/tei-check.ts'

const grammar = profileGrammar()
const at = (offset: number) => ({ block: 'b2', offset })
const rich = translation(
  'heading: A to B',
  'paragraph: The alloy of the river Belaya 1 .',
  'note(n1): 1 See.',
)
  .correct('k1', { block: 'b2', from: 4, to: 9 }, 'rafting')
  .mention('m1', at(23), at(29), { kind: 'place', entity: 'place-belaya' })
  .with(null, 'n1', null, 'notes', { id: 'n1', n: '1', resp: 'source' })
  .with('callouts', 'c1', { printed: [{ block: 'b2', from: 29, to: 31 }] }, 'callouts', {
    id: 'c1',
    role: 'callout',
    note: 'n1',
    confidence: 1,
    ...EDITOR,
  })
  .header({ date: { when: '1934-09-14', text: 'September 14, 1934', supplied: false } })
const context = exportContext([
  { id: 'place-belaya', kind: 'place', name: 'Belaya', variants: [], authority: [] },
])
const good = letterXml(letter(rich), context)

function spoil(from: string | RegExp, to: string): string {
  const bad = good.replace(from, to)
  if (bad === good) throw new Error(`Nothing to spoil: ${from}`)
  return bad
}

describe('validateTei', () => {
  test('a good letter has no problem', () => expect(validateTei(good, grammar)).toEqual([]))

  test.each([
    [
      'a paragraph in a segment',
      spoil('The <choice', 'The <seg><p>x</p></seg><choice'),
      'p is not allowed inside seg at this place; expected here: address, anchor',
    ],
    [
      'an empty choice',
      spoil(/<choice(.*?)>.*<\/choice>/, '<choice$1/>'),
      'choice is incomplete: one of sic, orig, abbr is missing',
    ],
    [
      'a choice of one reading',
      spoil(/<corr.*<\/corr>/, ''),
      'choice is incomplete: corr is missing',
    ],
    [
      'a wrong date',
      spoil('when="1934-09-14"', 'when="14.9.1934"'),
      '@when of date has a value that is not allowed: “14.9.1934”',
    ],
    [
      'a time without seconds',
      spoil('when="1934-09-14"', 'when="1934-09-14T15:27"'),
      '@when of date has',
    ],
    [
      'a missing title',
      spoil(/<title type="main">.*<\/title>/, ''),
      'respStmt is not allowed inside titleStmt at this place; expected here: title',
    ],
    ['an empty title', spoil(/(<title type="main">).*(<\/title>)/, '$1 $2'), 'title'],
    [
      'a certainty that is none',
      spoil('cert="high"', 'cert="sure"'),
      '@cert of corr has a value that is not allowed: “sure”',
    ],
    ['an unknown attribute', spoil('<body>', '<body rend="x">'), '@rend is not allowed on body'],
    ['a missing id', spoil(' xml:id="ep-1"', ''), 'TEI lacks the attribute @xml:id'],
    [
      'an unknown element',
      spoil('<choice', '<foo/><choice'),
      'foo is not allowed inside p at this place',
    ],
    ['text between elements', spoil('<body>', '<body>stray'), 'text is not allowed inside body'],
    [
      'another namespace',
      spoil('http://www.tei-c.org/ns/1.0', 'urn:x'),
      'TEI of the namespace “urn:x” is not allowed as the root element',
    ],
    [
      'another document',
      '<html/>',
      'html is not allowed as the root element; expected here: TEI, teiCorpus',
    ],
    [
      'XML that is not well-formed',
      spoil('</body>', ''),
      'not well-formed XML: unexpected close tag',
    ],
    [
      'a pointer to nothing',
      spoil('ref="#place-belaya"', 'ref="#nowhere"'),
      '@ref points to #nowhere, which is not in this file',
    ],
    [
      'a pointer torn by a space',
      spoil('ref="#place-belaya"', 'ref="#place belaya"'),
      '@ref holds “belaya”, which is no pointer',
    ],
    [
      'an id used twice',
      spoil('xml:id="ep-1-k1"', 'xml:id="ep-1-n1"'),
      'the id ep-1-n1 is used twice, first at line',
    ],
    [
      'an id with a space',
      spoil('xml:id="ep-1-k1"', 'xml:id="ep-1 k1"'),
      'the id “ep-1 k1” is not a name',
    ],
  ])('finds %s', (_, xml, wanted) => {
    expect(validateTei(xml, grammar).map(({ message }) => message)).toContainEqual(
      expect.stringContaining(wanted),
    )
  })

  test('says where: line, column and path', () => {
    const bad = spoil('The <choice', 'The\n <seg><p>x</p></seg><choice')
    const lines = good.split('\n')
    const line = lines.findIndex((text) => text.includes('The <choice')) + 2
    expect(validateTei(bad, grammar)).toEqual([
      expect.objectContaining({ line, column: 7, path: 'TEI/text/body/div/p/seg/p' }),
    ])
  })

  test('gives the first error of each element, not what follows from it', () => {
    const bad = spoil(/<title type="main">.*<\/title>/, '')
    expect(validateTei(bad, grammar)).toHaveLength(1)
  })

  test('merges text around comments and CDATA sections before it looks at it', () => {
    const xml = good.replace('The <choice', 'T<!-- c --><![CDATA[h]]>e <choice')
    expect(validateTei(xml, grammar)).toEqual([])
  })
})

describe('the profile', () => {
  test('its compiled form is that of the schema', async () => {
    expect(readFileSync(join(PROFILE_FOLDER, 'epistula.grammar.json'), 'utf8')).toBe(
      await compileProfile(),
    )
  })

  // What the samples point to in letters that are not among them.
  const elsewhere = /points to #ep-01.*check it together|points to #ep-0418.*check it together/

  test.skipIf(!material).each(['telegram', 'letter', 'corrections', 'corpus', 'cmif'])(
    'takes the sample %s (needs EPISTULA_MATERIAL)',
    (name) => {
      const problems = validateTei(materialFile(`tei-sample-${name}.xml`), grammar)
      expect(problems.filter(({ message }) => !elsewhere.test(message))).toEqual([])
    },
  )

  test.skipIf(!material)(
    'what tei_all refuses in a letter it refuses too (needs EPISTULA_MATERIAL)',
    async () => {
      const teiAll = await materialGrammar('tei_all.rng')
      const tags = [...new Set([...good.matchAll(/<([A-Za-z]+)/g)].map((match) => match[1]!))]
      let refused = 0
      for (const [index, tag] of tags.entries()) {
        const other = tags[(index * 7 + 3) % tags.length]!
        const bad = good
          .replaceAll(`<${tag} `, `<${other} `)
          .replaceAll(`<${tag}>`, `<${other}>`)
          .replaceAll(`</${tag}>`, `</${other}>`)
        if (validateTei(bad, teiAll).length === 0) continue
        refused += 1
        expect(validateTei(bad, grammar), `${tag} as ${other}`).not.toEqual([])
      }
      expect(refused).toBeGreaterThan(tags.length / 2)
    },
  )
})
