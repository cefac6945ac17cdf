import { describe, expect, it } from 'vitest'
import { decodeXml } from '../../../../shared/import/source/open-xml.ts'
import type { CanonicalLetter, CanonicalText } from '../../../../shared/letter/canonical.ts'
import { correctedReadings } from '../../../../shared/letter/corrected-reading.ts'
import type { ReadTexts } from '../../../../shared/tei/decode/decode-letter.ts'
import { decodeSource, decodeTei, decodeTexts } from '../../../../shared/tei/decode/decode-tei.ts'
import { patchTei } from '../../../../shared/tei/patch/patch-tei.ts'
import { readSource } from '../../../../shared/xml/source/read-source.ts'
import { teiFixtures } from '../../../support/tei-fixtures.ts'
import { drawsOf, editAtRandom } from '../patch/random-edits.ts'
import { documentOf, SNIPPETS } from '../patch/snippets.ts'
import { damagedTei } from './damaged-tei.ts'

const FILES = [
  ...teiFixtures().map(({ name, bytes }) => {
    const text = decodeXml(bytes)
    if (!text.ok) throw new Error(text.message)
    return [name, text.xml] as const
  }),
  ...SNIPPETS.map((snippet) => [snippet.name, documentOf(snippet)] as const),
]

function linesOf(text: CanonicalText | null): ReadTexts | null {
  if (!text) return null
  return {
    machine: text.machine.blocks.map((block) => block.text),
    corrected: correctedReadings(text).map((reading) => reading.text),
  }
}

/** Both ways to the texts of a file, or the refusal that both must give. */
function bothWays(xml: string) {
  const [whole, bare] = [decodeSource(xml, 'x.xml'), decodeTexts(readSource(xml), 'x.xml')]
  const lines = ({ letter }: { readonly letter: CanonicalLetter }) => ({
    translation: linesOf(letter.translation),
    original: linesOf(letter.original),
  })
  return {
    whole: whole.ok ? whole.letters.map(lines) : whole,
    bare: bare.ok
      ? bare.letters.map(({ translation, original }) => ({ translation, original }))
      : bare,
  }
}

describe('texts read without anything else', () => {
  it.each(FILES)('are those of the whole letters: %s', (_name, xml) => {
    const { whole, bare } = bothWays(xml)
    expect(bare).toEqual(whole)
  })

  it.each(FILES)('are so in damaged files: %s', (_name, xml) => {
    const draw = drawsOf(xml.length)
    for (let n = 0; n < 20; n++) {
      const { whole, bare } = bothWays(damagedTei(xml, draw))
      expect(bare).toEqual(whole)
    }
  })

  it.each(FILES)('are so after edits of every kind: %s', (name, xml) => {
    const decoded = decodeTei(xml, name)
    if (!decoded.ok) return
    for (let seed = 0; seed < 4; seed++) {
      const draw = drawsOf(seed * 7919 + 1)
      const now = decoded.letters.map(({ letter }) => editAtRandom(letter, draw, 1 + draw(4)))
      const result = patchTei(xml, now, decoded.entities)
      if (!result.ok) continue
      const { whole, bare } = bothWays(result.xml)
      expect(bare).toEqual(whole)
    }
  })
})
