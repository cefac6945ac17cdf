import { describe, expect, it } from 'vitest'
import { decodeTei } from '../../../../shared/tei/decode/decode-tei.ts'
import { patchTei } from '../../../../shared/tei/patch/patch-tei.ts'

const header = (profile = '') =>
  `<teiHeader><fileDesc><titleStmt><title>Persons</title></titleStmt><publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc>${profile}</teiHeader>`
const PERSONS =
  '<listPerson><person xml:id="tor"><persName>Torpov</persName><note>An engineer.</note></person><person xml:id="lad"><persName>Ladygin</persName></person></listPerson>'
const tei = (inside: string, profile = '') =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header(profile)}${inside}</TEI>`

function decoded(xml: string) {
  const read = decodeTei(xml, 'persons.xml')
  if (!read.ok) throw new Error(read.message)
  return read
}

describe('a TEI file that holds a register and no letter', () => {
  it.each([
    ['in standOff', `<standOff>${PERSONS}</standOff>`],
    ['beside an empty text', `<standOff>${PERSONS}</standOff><text><body><p/></body></text>`],
    ['in its text', `<text><body>${PERSONS}</body></text>`],
    ['under a heading', `<text><body><head>Persons</head>${PERSONS}</body></text>`],
    ['in a division', `<text><body><div><head>Persons</head>${PERSONS}</div></body></text>`],
  ])('gives its entries alone, and says so: %s', (_where, inside) => {
    const xml = tei(inside)
    const { letters, entities, problems } = decoded(xml)
    expect(letters).toEqual([])
    expect(entities.map(({ id, name, note }) => [id, name, note])).toEqual([
      ['tor', 'Torpov', 'An engineer.'],
      ['lad', 'Ladygin', undefined],
    ])
    expect(problems.map(({ code }) => code)).toEqual(['register-only'])
    expect(patchTei(xml, [], entities)).toMatchObject({ ok: true, xml })
  })

  it.each([
    ['text beside the register', tei(`<text><body>${PERSONS}<p>Dear Torpov</p></body></text>`)],
    [
      'a heading and a register elsewhere',
      tei(
        `<standOff>${PERSONS}</standOff><text><body><head>Torpov to Ladygin</head></body></text>`,
      ),
    ],
    [
      'a letter of which only the header is there',
      tei(
        `<standOff>${PERSONS}</standOff>`,
        '<profileDesc><correspDesc><correspAction type="sent"><persName ref="#tor">Torpov</persName></correspAction></correspDesc></profileDesc>',
      ),
    ],
    ['no entries and no text', tei('<text><body><p/></body></text>')],
  ])('is not %s', (_what, xml) => {
    const { letters, problems } = decoded(xml)
    expect(letters).toHaveLength(1)
    expect(problems.map(({ code }) => code)).not.toContain('register-only')
  })

  it('stands beside letters in a corpus, which keep their places', () => {
    const letter = tei(
      '<text><body><p>Dear <persName ref="#tor">Torpov</persName></p></body></text>',
    )
    const named = letter.replace('<TEI ', '<TEI xml:id="one" ')
    const xml = `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">${header()}${tei(`<standOff>${PERSONS}</standOff>`)}${named}</teiCorpus>`
    const { letters, entities } = decoded(xml)
    expect(letters.map(({ index }) => index)).toEqual([2])
    expect(entities.map(({ id }) => id)).toEqual(['tor', 'lad'])
    const records = letters[0]?.letter.translation.records.mentions ?? {}
    expect(Object.values(records).map(({ entity }) => entity)).toEqual(['tor'])
    const kept = letters.map((one) => one.letter)
    expect(patchTei(xml, kept, entities)).toMatchObject({ ok: true, xml })
  })
})
