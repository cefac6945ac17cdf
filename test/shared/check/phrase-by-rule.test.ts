import { describe, expect, it } from 'vitest'
import { phraseByRule } from '../../../shared/check/phrase-by-rule.ts'
import { pairedLetter, withCorrection } from '../../support/spread-letters.ts'

function letterWith(check?: string) {
  const change = { id: 'k1', line: 0, before: 'Hello', after: 'Greetings' }
  const { translation } = withCorrection(pairedLetter('a', 'Well. Hello to you! Yours.'), change)
  const record = translation.records.corrections['k1']
  if (!record) throw new Error('No correction')
  const corrections = { k1: { ...record, ...(check && { check }) } }
  return { ...translation, records: { ...translation.records, corrections } }
}

describe('the phrase of a correction that a rule proposed', () => {
  it('is what the rule found around it', () => {
    const text = letterWith('phrase')
    const block = text.machine.blocks[0]?.id
    expect(phraseByRule(text, 'k1', [])).toEqual({ block, from: 6, to: 18 })
  })

  it('is unknown where it settles no such problem, or no rule puts its words in', () => {
    expect(phraseByRule(letterWith(), 'k1', [])).toBeNull()
    expect(phraseByRule(letterWith('spelling'), 'k1', [])).toBeNull()
    const off = {
      id: 'hello-to-you',
      pattern: 'Hello',
      flags: 'u' as const,
      trigger: '',
      right: 'Hey',
    }
    const rule = { ...off, category: 'style', severity: 'minor', note: '', source: '' } as const
    expect(phraseByRule(letterWith('phrase'), 'k1', [{ ...rule, enabled: true }])).toBeNull()
  })
})
