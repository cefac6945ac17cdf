import { describe, expect, it } from 'vitest'
import type { CanonicalLetter } from '../../../../shared/letter/canonical.ts'
import { correctedReadings } from '../../../../shared/letter/corrected-reading.ts'
import { decodeTei } from '../../../../shared/tei/decode/decode-tei.ts'
import { patchTei } from '../../../../shared/tei/patch/patch-tei.ts'

const HEAD =
  '<teiHeader><fileDesc><titleStmt><title>x</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>'

function fileOf(paragraph: string): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x">${HEAD}<text><body>${paragraph}</body></text></TEI>`
}

function letterIn(xml: string): CanonicalLetter {
  const decoded = decodeTei(xml, 'x.xml')
  if (!decoded.ok) throw new Error(decoded.message)
  return decoded.letters[0]?.letter as CanonicalLetter
}

const readingOf = ({ translation }: CanonicalLetter) => correctedReadings(translation)[0]?.text

/** The letter with another correction that puts a word in at an offset, before what the first one put in there. */
function withWord(letter: CanonicalLetter, offset: number): CanonicalLetter {
  const { translation } = letter
  const { records, anchors, machine } = translation
  const [first = ''] = Object.keys(records.corrections)
  const record = records.corrections[first]
  const anchor = anchors.corrections[first]
  if (!record || !anchor) throw new Error('no correction')
  const moved = anchor.inserted.map((one) => ({ ...one, order: one.order + 1 }))
  const put = { block: machine.blocks[0]?.id ?? '', offset, order: 0, text: 'NEW' }
  const added = { ...record, id: 'k2' }
  const corrections = {
    [first]: { ...anchor, inserted: moved },
    k2: { deleted: [], inserted: [put] },
  }
  return {
    ...letter,
    translation: {
      ...translation,
      records: { ...records, corrections: { ...records.corrections, k2: added } },
      anchors: { ...anchors, corrections },
    },
  }
}

describe('words put in among the struck words of another correction', () => {
  it.each([
    ['replaced', '<p>abc <choice><sic>wrong</sic><corr>right</corr></choice> end</p>'],
    ['left out', '<p>abc <choice><sic>wrong</sic><corr/></choice> end</p>'],
    ['of an apparatus', '<p>abc <app><lem>right</lem><rdg>wrong</rdg></app> end</p>'],
    [
      'inside markup',
      '<p>abc <hi><choice><sic>wr<hi>o</hi>ng</sic><corr>x</corr></choice></hi></p>',
    ],
  ])('are read again from the file: %s', (_, paragraph) => {
    const xml = fileOf(paragraph)
    for (const offset of [4, 5, 6, 7, 9]) {
      const letter = withWord(letterIn(xml), offset)
      const patched = patchTei(xml, [letter], [])
      if (!patched.ok) throw new Error(patched.message)
      const again = letterIn(patched.xml)
      expect(again.translation.machine).toEqual(letter.translation.machine)
      expect([offset, readingOf(again)]).toEqual([offset, readingOf(letter)])
      expect(Object.keys(again.translation.records.corrections)).toHaveLength(2)
    }
  })
})
