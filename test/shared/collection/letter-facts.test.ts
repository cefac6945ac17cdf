import { describe, expect, it } from 'vitest'
import { changedFacts, dateFact, letterFacts } from '../../../shared/collection/letter-facts.ts'
import type { CanonicalLetter } from '../../../shared/letter/canonical.ts'
import { NO_ANCHORS } from '../../../shared/letter/canonical.ts'
import { NO_RECORDS } from '../../../shared/letter/records.ts'

const by = { by: 'ed-am', at: '2026-11-21T10:00:00.000Z' }

const letter: CanonicalLetter = {
  id: 'ep-page-1',
  original: null,
  translation: {
    machine: {
      lang: 'en-t-ru-t0-und',
      blocks: [
        { id: 'b1', kind: 'heading', text: 'Lind to Moser May 1, 1931' },
        { id: 'b2', kind: 'paragraph', text: 'Ask Mozer about the' },
        { id: 'b3', kind: 'paragraph', text: 'harbour office.' },
      ],
    },
    anchors: {
      ...NO_ANCHORS,
      corrections: {
        c1: {
          deleted: [{ block: 'b2', from: 4, to: 9 }],
          inserted: [{ block: 'b2', offset: 9, order: 0, text: 'Moser' }],
        },
      },
      mentions: {
        m1: {
          from: { block: 'b2', offset: 4 },
          to: { block: 'b2', offset: 9, into: { order: 0, inner: 5 } },
        },
        m2: { from: { block: 'b2', offset: 16 }, to: { block: 'b3', offset: 14 } },
      },
    },
    records: {
      ...NO_RECORDS,
      header: {
        senders: { id: 'senders', value: [{ text: 'Lind', entity: 'p-lind' }], confidence: 1 },
        recipients: { id: 'recipients', value: [{ text: 'Moser' }], confidence: 1 },
      },
      corrections: {
        c1: { id: 'c1', category: 'name', severity: 'minor', cert: 'high', ...by },
      },
      mentions: {
        m1: { id: 'm1', kind: 'person', cert: 'high', entity: 'p-moser', ...by },
        m2: { id: 'm2', kind: 'organisation', cert: 'high', ...by },
      },
    },
  },
}

describe('the facts of a letter', () => {
  it('name its mentions as corrected, over line ends too', () => {
    expect(letterFacts(letter).mentions).toEqual([
      { side: 'translation', id: 'm1', kind: 'person', text: 'Moser', entity: 'p-moser' },
      { side: 'translation', id: 'm2', kind: 'organisation', text: 'the harbour office' },
    ])
  })

  it('take the heading as title while there is none', () => {
    expect(letterFacts(letter).title).toBe('Lind to Moser May 1, 1931')
  })

  it('differ in what an action has changed and in nothing else', () => {
    const facts = letterFacts(letter)
    expect(changedFacts(facts, letterFacts(letter))).toEqual({})
    const { m1 } = letter.translation.records.mentions
    const records = { ...letter.translation.records, mentions: { m1: { ...m1!, entity: 'p-2' } } }
    const after = letterFacts({ ...letter, translation: { ...letter.translation, records } })
    expect(changedFacts(facts, after)).toEqual({
      mentions: {
        put: [{ side: 'translation', id: 'm1', kind: 'person', text: 'Moser', entity: 'p-2' }],
        remove: [{ side: 'translation', id: 'm2' }],
      },
    })
  })

  it.each([
    [{ when: '1931-08-06' }, '1931-08-06', 'when', '1931-08-06', '1931-08-06'],
    [{ notAfter: '1931-08-06' }, '1931-08-06', 'notAfter', '', '1931-08-06'],
    [{ notBefore: '1931-08' }, '1931-08', 'notBefore', '1931-08', ''],
    [{ notBefore: '1931', notAfter: '1933' }, '1931', 'between', '1931', '1933'],
    [{ from: '1931-08-01', to: '1931-08-06' }, '1931-08-01', 'range', '1931-08-01', '1931-08-06'],
    [{}, '', 'none', '', ''],
  ])('sort the date %j', (date, sort, kind, earliest, latest) => {
    expect(dateFact({ ...date, text: 'as printed', supplied: false })).toEqual({
      sort,
      kind,
      earliest,
      latest,
      text: 'as printed',
    })
  })
})
