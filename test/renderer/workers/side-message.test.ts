import { describe, expect, it } from 'vitest'
import { isKnownWord, knownWords } from '../../../renderer/workers/known-words.ts'
import { createSideReceiver, createSideSender } from '../../../renderer/workers/side-message.ts'
import { canonicalOf } from '../../support/letter-notation.ts'

describe('a side on its way to the worker', () => {
  it('arrives as it is, and goes whole only once', () => {
    const send = createSideSender()
    const receive = createSideReceiver()
    const text = canonicalOf('Ten pounds{1} of rye.\n^1 A note.')
    const first = send(text)
    expect(receive(structuredClone(first))).toEqual(text)
    const mention = { id: 'm1', kind: 'person', cert: 'high', by: 'a', at: '' } as const
    const changed = { ...text, records: { ...text.records, mentions: { m1: mention } } }
    const second = send(changed)
    expect(Object.keys(second.records)).toEqual(['mentions'])
    expect('machine' in second).toBe(false)
    expect(receive(structuredClone(second))).toEqual(changed)
    const other = canonicalOf('Another letter.')
    expect(receive(structuredClone(send(other)))).toEqual(other)
  })
})

describe('words that count as spelt', () => {
  it('are those of names and renderings, also as somebody’s', () => {
    const verkhov = {
      id: 'v',
      kind: 'person',
      name: 'Verkhov, Semyon',
      variants: ['S. Verhoff'],
      authority: [],
    } as const
    const term = { id: 't', original: 'пуд', rendering: 'pood', allowed: ['poods'], forbidden: [] }
    const known = knownWords([verkhov], { terms: [{ ...term, note: '' }], rules: [] })
    // The measures are what the program itself puts in place of a wrong word.
    const measures = ['versts', 'centners']
    for (const word of ['Verkhov', 'VERKHOV', 'Verkhov’s', "Verhoff's", 'poods', ...measures])
      expect([word, isKnownWord(known, word)]).toEqual([word, true])
    expect(isKnownWord(known, 'Verkh')).toBe(false)
  })
})
