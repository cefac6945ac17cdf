import { describe, expect, it } from 'vitest'
import { sayEvidence } from '../../../../renderer/ui/original/say-evidence.ts'
import de from '../../../../resources/locales/de/import.json' with { type: 'json' }
import ru from '../../../../resources/locales/ru/import.json' with { type: 'json' }
import { judgePair } from '../../../../shared/import/languages/judge-pair.ts'
import { samplePairs } from '../../../support/sample-pages.ts'
import { syntheticPairs } from '../../../support/synthetic-pairs.ts'

const WORDS = { de: de.original.evidence, ru: ru.original.evidence } as const

function say(locale: keyof typeof WORDS) {
  return (key: string, values: Readonly<Record<string, string>>) => {
    const words = WORDS[locale][key.replace('original.evidence.', '') as 'editor']
    return words.replace(/\{\{(\w)\}\}/g, (whole, name: string) => values[name] ?? whole)
  }
}

const archive = (delo: string) => [{ fond: '558', opis: '11', delo, leaf: '57' }]

describe('evidence on a pair of texts', () => {
  it('is said in the language of the interface, whatever it is', () => {
    const pairs = [...samplePairs(), ...syntheticPairs(2, 5)]
    for (const { translation } of pairs)
      for (const { original } of pairs) {
        const { senders, recipients } = translation
        const named = { ...original, senders, recipients, archive: archive('77') }
        const { evidence } = judgePair({ ...translation, archive: archive('38') }, named)
        for (const { text } of [...evidence, ...judgePair(translation, original).evidence])
          for (const locale of ['de', 'ru'] as const) {
            const said = sayEvidence(text, locale, say(locale))
            expect(said).not.toBe(text)
            expect(said).not.toContain('{{')
          }
      }
  })

  it('has its dates in that language too', () => {
    const said = (text: string) => sayEvidence(text, 'de', say('de'))
    expect(said('Both are dated June 12, 1932.')).toBe('Beide tragen das Datum 12. Juni 1932.')
    expect(sayEvidence('An editor said so.', 'ru', say('ru'))).toBe('Так сказал редактор.')
  })

  it('has its numbers in that language too', () => {
    const inGerman = (text: string) => sayEvidence(text, 'de', say('de'))
    const inRussian = (text: string) => sayEvidence(text, 'ru', say('ru'))
    expect(inGerman('2 numbers stand in both: 1,240, May 1.')).toContain('1.240, 1. Mai.')
    const numbers = '1200 numbers stand in both: 8,000, 2.7, 51, 4,500,000 …'
    expect(inRussian(numbers)).toBe(
      'Числа, общие для обоих (1\u00A0200): 8\u00A0000, 2,7, 51, 4\u00A0500\u00A0000 …',
    )
    const missing =
      'Numbers of the Russian text are not in the translation: 2.7, 8,000. In both: 3.'
    expect(inRussian(missing)).toMatch(/ 2,7, 8\u00A0000\. .*3/)
    const sizes = 'Their lengths fit: 12709 and 11662 letters and figures, 8 and 8 numbered points.'
    expect(inRussian(sizes)).toContain('12\u00A0709 и 11\u00A0662 букв')
    expect(inGerman('The dates fit: June 12, 1932 and June 1932.')).toContain('12. Juni 1932')
  })

  it('stays as it is where nobody knows it', () => {
    expect(sayEvidence('Something else.', 'ru', say('ru'))).toBe('Something else.')
    expect(sayEvidence('Both are dated June 12, 1932.', 'en', say('de'))).toContain('June 12')
  })
})
