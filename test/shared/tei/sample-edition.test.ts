import { describe, expect, test } from 'vitest'
import { SAMPLE_EDITOR, sampleEdition } from '../../../renderer/session/sample-edition.ts'
import { exportCollection } from '../../../shared/tei/export-collection.ts'
import { validateTei } from '../../../shared/tei/validate-tei.ts'
import { exportContext } from '../../support/letter-fixture.ts'
import { material, materialGrammar, profileGrammar } from '../../support/tei-check.ts'

async function exportSample() {
  const { letters, entities } = sampleEdition()
  const grammar = profileGrammar()
  const context = { ...exportContext(entities), editors: [SAMPLE_EDITOR] }
  return exportCollection(letters, context, { check: (xml) => validateTei(xml, grammar) })
}

describe('the sample edition', () => {
  test('can be exported as it is, and nothing of it is left out', async () => {
    const result = await exportSample()
    expect(result).toMatchObject({ ok: true, warnings: [] })
    if (result.ok) expect(result.files.length).toBe(sampleEdition().letters.length + 2)
  })

  test.skipIf(!material)('is valid against tei_all (needs EPISTULA_MATERIAL)', async () => {
    const teiAll = await materialGrammar('tei_all.rng')
    const result = await exportSample()
    const files = result.ok ? result.files : []
    expect(
      files.flatMap(({ name, text }) =>
        validateTei(text, teiAll).map((p) => `${name}: ${p.message}`),
      ),
    ).toEqual([])
  })
})
