import { describe, expect, it } from 'vitest'
import { decodeXml } from '../../../../shared/import/source/open-xml.ts'
import { readGrammar } from '../../../../shared/tei/grammar.ts'
import { compileSchema } from '../../../../shared/tei/schema/compile-schema.ts'
import {
  schemaAndPointerProblems,
  schemaProblems,
} from '../../../../shared/tei/schema/schema-problems.ts'
import { material, materialGrammar } from '../../../support/tei-check.ts'
import { teiFixtures } from '../../../support/tei-fixtures.ts'

const SMALL = `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element name="a"><zeroOrMore><element name="b"><text/></element></zeroOrMore></element></start></grammar>`

async function grammarOf(rng: string) {
  const compiled = await compileSchema(rng)
  if (!compiled.ok) throw new Error(compiled.message)
  return readGrammar(compiled.json)
}

/** Files written to be invalid against TEI P5: attributes and elements of other namespaces, TEI P4, faults. */
const INVALID = [
  'academy-edition.xml',
  'invalid-on-purpose.xml',
  'music-edition.xml',
  'p4-letter.xml',
  'painter-edition.xml',
  'prefixed.xml',
]

function xmlOf(bytes: Uint8Array): string {
  const text = decodeXml(bytes)
  if (!text.ok) throw new Error(text.message)
  return text.xml
}

describe('schemaProblems', () => {
  it('checks a file with internal entities as they expand, with the places of the source', async () => {
    const grammar = await grammarOf(SMALL)
    const doctype = '<!DOCTYPE a [<!ENTITY e "<b>x</b>">]>\n'
    expect(schemaProblems(`${doctype}<a>&e;<b/></a>`, grammar)).toEqual([])
    const [problem] = schemaProblems(`${doctype}<a>&e;\n <c/></a>`, grammar)
    expect(problem).toMatchObject({ line: 3, column: 2 })
    expect(schemaProblems('<a><b></a>', grammar)[0]?.message).toContain('not well-formed')
  })

  it('looks at pointers where it is asked to', async () => {
    const grammar = await grammarOf(SMALL.replace('<text/>', '<attribute name="target"/>'))
    const found = schemaAndPointerProblems('<a><b target="#x"/></a>', grammar, () => [])
    expect(found.map(({ message }) => message)).toEqual([
      '@target points to #x, which is not in this file',
    ])
    expect(schemaProblems('<a><b target="#x"/></a>', grammar)).toEqual([])
  })

  it('refuses a schema that includes another, and what is none', async () => {
    const including = SMALL.replace('<start>', '<include href="other.rng"/><start>')
    expect(await compileSchema(including)).toMatchObject({ ok: false })
    expect(await compileSchema('<html/>')).toMatchObject({ ok: false })
  })

  it.skipIf(!material)(
    'finds the fixtures valid against tei_all, but those that are not',
    { timeout: 60_000 },
    async () => {
      const grammar = await materialGrammar('tei_all.rng')
      const invalid = teiFixtures()
        .filter(({ bytes }) => schemaProblems(xmlOf(bytes), grammar).length > 0)
        .map(({ name }) => name)
      expect(invalid).toEqual(INVALID)
    },
  )
})
