import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPage } from '../../../shared/import/read-page.ts'

const HEADING = 'Ladygin to Torpov October 1, 1934'

/** The notes of the one letter of a page, each with the text of the word before its mark. */
function notesOf(...lines: readonly string[]) {
  const [letter] = readPage([HEADING, ...lines].join('\n\n'), 'page.txt').letters
  if (letter === undefined) throw new Error('no letter')
  const called = letter.callouts.map(({ line, from, to, note }) => {
    const text = letter.content.find((one) => one.line === line)?.text ?? ''
    return [text.slice(0, from).trim().split(' ').at(-1), text.slice(from, to), note]
  })
  return { notes: letter.notes.map(({ n }) => n), called }
}

const WORDS = ['dam', 'gate', 'barge', 'sluice', 'anchor', 'cable', 'raft', 'harbour', 'mooring']
const TEXTS = [
  'The upper one.',
  'Built in the autumn.',
  'It was never found.',
  'So in the text.',
  'Of the lower reach.',
]

describe('notes that are numbered as lists are, with nothing before them', () => {
  it('are found behind the foot of the letter', () => {
    expect(
      notesOf(
        'The dam 1) holds, and the gate 2) is shut.',
        'Ladygin.',
        '1) The upper one.',
        '2) Of the lower reach.',
      ),
    ).toEqual({
      notes: ['1', '2'],
      called: [
        ['dam', '1', 0],
        ['gate', '2', 1],
      ],
    })
  })

  it('are found right behind the text where each mark touches its word', () => {
    expect(
      notesOf('The dam1) holds, and the gate2) is shut.', '1) The upper one.', '2) Of oak.'),
    ).toMatchObject({ notes: ['1', '2'] })
  })

  it.each<[string, readonly string[]]>([
    ['a list that nothing calls', ['We need two things:', '1) barges;', '2) pilots.']],
    [
      'a list behind the foot that nothing calls',
      ['We need two things.', 'Ladygin.', '1) barges;', '2) pilots.'],
    ],
    [
      'points of another letter',
      ['As to point 1) and paragraph 2) we agree.', 'Ladygin.', '1) barges;', '2) pilots.'],
    ],
    [
      'a list told before it stands',
      ['The dam 1) holds, and the gate 2) is shut.', '1) The dam.', '2) The gate.'],
    ],
    ['a list of which one is not called', ['The dam1) holds.', 'Ladygin.', '1) Oak.', '2) Iron.']],
    ['a list with a gap', ['The dam1) and the gate3) hold.', 'Ladygin.', '1) Oak.', '3) Iron.']],
    [
      'a list that is called in another order',
      ['The dam2) and the gate1).', '1) Oak.', '2) Iron.'],
    ],
  ])('are not %s', (_what, lines) => {
    expect(notesOf(...lines)).toEqual({ notes: [], called: [] })
  })

  it('are all linked to the words that call them', () => {
    const letter = fc.record({
      words: fc.shuffledSubarray(WORDS, { minLength: 1, maxLength: 8 }),
      texts: fc.array(fc.constantFrom(...TEXTS), { minLength: 8, maxLength: 8 }),
      space: fc.constantFrom('', ' '),
    })
    fc.assert(
      fc.property(letter, ({ words, texts, space }) => {
        const body = words.map((word, at) => `We have seen the ${word}${space}${at + 1}) again.`)
        const notes = words.map((_, at) => `${at + 1}) ${texts[at]}`)
        const { called } = notesOf(...body, 'Ladygin.', ...notes)
        const linked = called.filter(([, , note]) => note !== null)
        for (const [word, n, note] of linked)
          expect([word, Number(n) - 1]).toEqual([words[note as number], note])
        expect(linked.length).toBe(words.length)
      }),
      { numRuns: 60 },
    )
  })
})
