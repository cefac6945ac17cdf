import { describe, expect, test } from 'vitest'
import { correctedView } from '../../../shared/tei/corrected-view.ts'
import { machineView } from '../../../shared/tei/machine-view.ts'
import { letter, translation } from '../../support/letter-fixture.ts'
import { letterXml, material, materialFile, treeOf } from '../../support/tei-check.ts'

const LETTER = treeOf(`<TEI>
  <teiHeader><revisionDesc>
    <change xml:id="ch2" when="2026-11-20"/><change xml:id="ch1" when="2026-11-18"/>
  </revisionDesc></teiHeader>
  <standOff><listAnnotation type="footnotes">
    <note>One <choice><sic>nite</sic><corr>note</corr></choice>.</note>
    <note>
      <p part="I">Two</p>
      <p part="F">, still two.</p>
      <p>Three.</p>
    </note>
    <note subtype="empty"/>
  </listAnnotation></standOff>
  <text><body>
    <div type="translation">
      <head>A to B<ref type="callout"> 1</ref></head>
      <p><choice><sic>barges</sic><corr change="#ch2">lighters</corr><corr change="#ch1">rafts</corr></choice><anchor xml:id="a"/> x<milestone unit="block"/>y</p>
      <note>Between.</note>
      <closer>Yours,  <choice><sic/><corr>A.</corr></choice></closer>
      <postscript><p>P. S.</p></postscript>
    </div>
  </body></text>
</TEI>`)

describe('the views of an encoded letter', () => {
  test('machine: sic, callouts, block by block', () => {
    expect(machineView(LETTER, 'translation')).toBe(
      'A to B 1\nbarges x\ny\nBetween.\nYours,  \nP. S.\nOne nite.\nTwo, still two.\nThree.',
    )
  })

  test('corrected: the corr of the latest change, no callouts, paragraphs as the editors have them', () => {
    expect(correctedView(LETTER, 'translation')).toBe(
      'A to B\nlighters xy\nBetween.\nYours,  A.\nP. S.\nOne note.\nTwo\n, still two.\nThree.',
    )
  })

  test('a side that is not there has none', () => {
    expect(machineView(LETTER, 'original')).toBeNull()
    expect(correctedView(LETTER, 'original')).toBeNull()
  })

  test('a letter with a correction shows both readings', () => {
    const text = translation('paragraph: The alloy plan').correct(
      'k1',
      { block: 'b1', from: 4, to: 9 },
      'rafting',
    )
    const tree = treeOf(letterXml(letter(text.header({}), ['paragraph: План'])))
    expect(machineView(tree, 'translation')).toBe('The alloy plan')
    expect(correctedView(tree, 'translation')).toBe('The rafting plan')
    expect(machineView(tree, 'original')).toBe('План')
  })

  test.skipIf(!material)('those of a sample (needs EPISTULA_MATERIAL)', () => {
    const sample = treeOf(materialFile('tei-sample-letter.xml'))
    expect(machineView(sample, 'translation')).toContain(
      '1) Do not give barges to the Blacksmiths.',
    )
    expect(correctedView(sample, 'translation')).toContain('1) Do not give lighters to Kuznetsov.')
    expect(machineView(sample, 'original')).toContain('Барж для Кузнецова не давайте.')
  })
})
