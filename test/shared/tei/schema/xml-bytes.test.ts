import { describe, expect, it } from 'vitest'
import { decodeXmlFile, encodeXmlFile } from '../../../../shared/tei/schema/xml-bytes.ts'
import { teiFixtures } from '../../../support/tei-fixtures.ts'

describe('bytes of XML files', () => {
  it.each(teiFixtures())('come back from text: $name', ({ bytes }) => {
    const text = decodeXmlFile(bytes)
    expect(text).not.toBeNull()
    expect(encodeXmlFile(text!)).toEqual(bytes)
  })

  it('writes what an encoding has not as character references', () => {
    const xml = '<?xml version="1.0" encoding="windows-1251"?><p>Ж ≤ 𝄞 é</p>'
    const bytes = encodeXmlFile({ xml, encoding: 'windows-1251', bom: false })
    expect(decodeXmlFile(bytes)?.xml).toBe(
      '<?xml version="1.0" encoding="windows-1251"?><p>Ж &#x2264; &#x1D11E; &#xE9;</p>',
    )
  })

  it('keeps a byte order mark, and refuses what is no text', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x3c, 0x70, 0x2f, 0x3e])
    expect(encodeXmlFile(decodeXmlFile(bytes)!)).toEqual(bytes)
    expect(decodeXmlFile(new Uint8Array([0x3c, 0x70, 0xff, 0xfe]))).toBeNull()
  })
})
