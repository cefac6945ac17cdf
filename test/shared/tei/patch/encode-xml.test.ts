import { describe, expect, it } from 'vitest'
import { decodeXml } from '../../../../shared/import/source/open-xml.ts'
import { encodeXml } from '../../../../shared/tei/patch/encode-xml.ts'
import { teiFixtures } from '../../../support/tei-fixtures.ts'

function decoded(bytes: Uint8Array) {
  const text = decodeXml(bytes)
  if (!text.ok) throw new Error(text.message)
  return text
}

describe('encodeXml', () => {
  it.each(teiFixtures())('gives the bytes of $name back', ({ bytes }) => {
    const { xml, encoding, bom } = decoded(bytes)
    expect(encodeXml(xml, encoding, bom)).toEqual(bytes)
  })

  it('writes what an encoding has not as character references', () => {
    const xml = '<?xml version="1.0" encoding="windows-1251"?><p>Ж ≤ 𝄞 é</p>'
    expect(decoded(encodeXml(xml, 'windows-1251', false)).xml).toBe(
      '<?xml version="1.0" encoding="windows-1251"?><p>Ж &#x2264; &#x1D11E; &#xE9;</p>',
    )
  })

  it('keeps a byte order mark', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x3c, 0x70, 0x2f, 0x3e])
    const { xml, encoding, bom } = decoded(bytes)
    expect(encodeXml(xml, encoding, bom)).toEqual(bytes)
  })
})
