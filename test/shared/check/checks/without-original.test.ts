import { describe, expect, it } from 'vitest'
import type { CheckContext } from '../../../../shared/check/check-context.ts'
import type { CheckId } from '../../../../shared/check/check-id.ts'
import { checkLetter } from '../../../../shared/check/check-letter.ts'
import {
  addFacts,
  letterFactsForChecks,
  NO_FACTS,
} from '../../../../shared/check/collection-facts.ts'
import type { CanonicalLetter } from '../../../../shared/letter/canonical.ts'
import type { CorrectionRecord, DateValue, Records } from '../../../../shared/letter/records.ts'
import {
  BARE_CONTEXT,
  corrected,
  loneLetter,
  pairedLetter,
} from '../../../support/paired-letter.ts'

function find(check: CheckId, letter: CanonicalLetter, context: Partial<CheckContext> = {}) {
  return checkLetter(letter, { ...BARE_CONTEXT, ...context }).filter(({ code }) => code === check)
}
const isSpelt = (word: string) => 'the board waits for answer well known'.split(' ').includes(word)

describe('faults that the translation shows by itself', () => {
  it.each<[CheckId, string, string, string | null]>([
    ['cyrillic', 'The barge lies in Zаtonsk now.', 'Zаtonsk', 'Zatonsk'],
    ['cyrillic', 'Without колосников it fails.', 'колосников', null],
    ['cyrillic', 'I shake the hand of Верхов now.', 'Верхов', 'Verkhov'],
    ['untranslated', 'First. Ждем ответа из Уфы.', 'Ждем ответа из Уфы.', null],
    ['unit-implausible', 'They bought 40 mil. pounds there.', 'pounds', 'poods'],
    ['unit-implausible', 'Give 20 cents of flour.', 'cents', 'centners'],
    ['punctuation', 'The barge is gone . We wait.', 'gone .', '.'],
    ['punctuation', 'See the list (Ibid. L. 62.', '(Ibid. L. 62.', '(Ibid. L. 62).'],
    ['punctuation', 'He “asked for a delay.', '“asked for a delay.', '“asked for a delay”.'],
    ['punctuation', 'We wait.The barge is gone.', 'wait.', '. '],
    ['doubled-word', 'The the barge is gone.', 'the', ''],
    [
      'repeated',
      'On the left bank of the river on the left bank of the river it rains.',
      'on the left bank of the river',
      '',
    ],
    ['letter-date', 'It was sent on August 131, 1934.', 'August 131', null],
  ])('%s: %s', (check, machine, quote, proposal) => {
    const [problem, ...others] = find(check, loneLetter(machine))
    expect(others).toEqual([])
    expect(problem).toMatchObject({ values: { quote }, finding: { proposal } })
  })

  it.each<[CheckId, string]>([
    ['cyrillic', 'The barge lies in Zatonsk.'],
    ['unit-implausible', 'A loan of 40 million pounds sterling.'],
    ['punctuation', '1) First; a) one, b) two (see above).'],
    ['punctuation', 'See the note (Ibid. L. 34).'],
    ['punctuation', 'He said: “Well.” "No," she said.'],
    ['doubled-word', 'He had had enough; that that is so.'],
    ['repeated', 'The Middle Volga, the Middle Volga again.'],
    ['letter-date', 'In May 442 tons were sold.'],
  ])('nothing for %s: %s', (check, machine) => {
    expect(find(check, loneLetter(machine))).toEqual([])
  })

  it('a quotation may go on over paragraphs', () => {
    expect(find('punctuation', loneLetter('He wrote: “Wait.', 'Do not go.”'))).toEqual([])
    expect(find('punctuation', loneLetter('He wrote: “Wait.', 'Do not go.'))).toHaveLength(1)
  })

  it('spelling is left to a dictionary, names and parts of compounds known to it', () => {
    const letter = loneLetter('The Glavvod waits for a well-known anwser.')
    expect(find('spelling', letter)).toEqual([])
    expect(find('spelling', letter, { isSpelt })).toMatchObject([{ values: { quote: 'anwser' } }])
  })
})

function withRecords(letter: CanonicalLetter, records: Partial<Records>): CanonicalLetter {
  const { translation } = letter
  return {
    ...letter,
    translation: { ...translation, records: { ...translation.records, ...records } },
  }
}

function dated(date: Omit<DateValue, 'text' | 'supplied'>, ...lines: readonly string[]) {
  const value = { ...date, text: '', supplied: false }
  return withRecords(loneLetter(...lines), {
    header: { date: { id: 'date', value, confidence: 1 } },
  })
}

describe('the date of the letter', () => {
  it('agrees with the dates over and under it, or is told', () => {
    expect(find('letter-date', dated({ when: '1934-07-19' }, 'Medvedki, 19/VIII'))).toMatchObject([
      { values: { quote: '19/VIII' }, finding: { confidence: 0.51 } },
    ])
    expect(find('letter-date', dated({ when: '1934-07-19' }, 'Medvedki, 21/VII'))).toEqual([])
    expect(find('letter-date', dated({ notBefore: '1934-07-19' }, '21/VIII'))).toEqual([])
    expect(find('letter-date', dated({ when: '1934-12-30' }, 'January 2'))).toEqual([])
    const text = 'I will come to you with the whole board on 19/VIII.'
    expect(find('letter-date', dated({ when: '1934-07-19' }, text))).toEqual([])
  })
})

describe('the state of the corrections', () => {
  const base = corrected(loneLetter('It is 50 barges.'), 'b1', '50', '15')
  const change = (fields: Partial<CorrectionRecord>) => {
    const [record] = Object.values(base.translation.records.corrections)
    if (!record) throw new RangeError('no correction')
    const { reason: _reason, ...bare } = record
    return withRecords(base, { corrections: { [record.id]: { ...bare, ...fields } } })
  }
  const contexts = (letter: CanonicalLetter) =>
    find('integrity', letter).map(({ values }) => values['context'])

  it('is in order where a reason is given or none is needed', () => {
    expect(contexts(base)).toEqual([])
    expect(contexts(change({ category: 'grammar' }))).toEqual([])
    expect(contexts(change({ guessed: true }))).toEqual([])
  })

  it('lacks a reason, was changed after it was accepted, or has no place', () => {
    expect(contexts(change({}))).toEqual(['reason'])
    const accepted = { verdict: 'accepted', by: 'ed-b', at: '', after: '16' } as const
    expect(contexts(change({ reason: 'So.', history: [accepted] }))).toEqual(['changed'])
    expect(contexts(change({ reason: 'So.', history: [{ ...accepted, after: '15' }] }))).toEqual([])
    const [record] = Object.values(base.translation.records.corrections)
    const lost = record && { [record.id]: record, k9: { ...record, id: 'k9' } }
    expect(contexts(withRecords(base, { corrections: lost ?? {} }))).toEqual(['anchor'])
  })
})

describe('what the collection shows', () => {
  const others = [1, 2, 3].map((n) => ({
    ...pairedLetter(
      ['Жду ответа скоро.', 'I await an answer soon.'],
      ['Тов. Розенгольц болен.', 'Now Rozengolts is ill.'],
    ),
    id: `ep-o${n}`,
  }))
  const letter = pairedLetter(
    ['Жду ответа скоро.', 'I wait for a return soon.'],
    ['Тов. Розенгольц болен.', 'Now Rozengolyd is ill.'],
  )
  const collection = addFacts(addFacts(NO_FACTS, others.map(letterFactsForChecks)), [
    letterFactsForChecks(letter),
  ])

  it('one sentence rendered in two ways, the rarer being the fault', () => {
    expect(find('same-source', letter, { collection })).toMatchObject([
      { range: { block: 'b1' }, finding: { proposal: 'I await an answer soon.' } },
      { range: { block: 'b2' } },
    ])
    expect(find('same-source', others[0] ?? letter, { collection })).toEqual([])
  })

  it('a name spelt otherwise than mostly', () => {
    expect(find('name-variants', letter, { collection })).toMatchObject([
      { values: { quote: 'Rozengolyd' }, finding: { proposal: 'Rozengolts' } },
    ])
  })

  it('facts gathered in any order and in parts are the same', () => {
    const all = [...others, letter].map(letterFactsForChecks)
    const counts = (facts: typeof collection) =>
      [...facts.bySource].map(([key, table]) => [
        key,
        [...table].map(([text, { count }]) => [text, count]).sort(),
      ])
    expect(counts(addFacts(NO_FACTS, all)).sort()).toEqual(counts(collection).sort())
    expect(new Map([...addFacts(NO_FACTS, all.toReversed()).names].sort())).toEqual(
      new Map([...collection.names].sort()),
    )
  })
})

describe('forbidden renderings of the glossary', () => {
  const terms = [
    {
      id: 't1',
      original: 'хлебный склад',
      rendering: 'granary',
      allowed: [],
      forbidden: ['grain warehouse'],
      note: '',
    },
  ]
  it('are found wherever they stand, with the term in the form of what it replaces', () => {
    const letter = loneLetter(
      "Grain warehouses are full. The grain warehouse's roof leaks, that of a grain warehouse there.",
    )
    const translation = { ...BARE_CONTEXT.translation, terms }
    const proposals = find('glossary', letter, { translation }).map(
      ({ finding }) => finding?.proposal,
    )
    expect(proposals).toEqual(['Granaries', "granary's", 'granary'])
  })
})
