import { describe, expect, test } from 'vitest'
import { readArguments } from '../../../app/cli/read-arguments.ts'

describe('readArguments', () => {
  test.each([
    [['letters', 'a', '--json', 'b'], { command: 'letters', files: ['a', 'b'], json: true }],
    [['letters', '--', '--json'], { command: 'letters', files: ['--json'], json: false }],
    [
      ['tei', 'a', '--out=d', '--date', '1933'],
      { command: 'tei', files: ['a'], out: 'd', edition: undefined, date: '1933', trail: false },
    ],
    [['check', '--schema', 's', 'a'], { command: 'check', files: ['a'], schema: 's' }],
    [
      ['align', 'o', 't', '--languages', 'de,en', '--json'],
      {
        command: 'align',
        original: 'o',
        translation: 't',
        languages: { original: 'de', translation: 'en' },
        json: true,
      },
    ],
    [['problems', 'a', '--json'], { command: 'problems', files: ['a'], json: true }],
    [['--help'], { command: 'help' }],
    [['tei', '-h'], { command: 'help' }],
    [['--version'], { command: 'version' }],
  ])('%j', (words, request) => expect(readArguments(words)).toEqual({ ok: true, request }))

  test.each([
    [[], 'a command is missing'],
    [['print'], 'there is no command print'],
    [['toString'], 'there is no command toString'],
    [['letters'], 'letters wants at least one file'],
    [['letters', '--jsn', 'a'], 'letters has no option --jsn'],
    [['letters', '--out', 'd', 'a'], 'letters has no option --out'],
    [['letters', '--json=1', 'a'], '--json takes no value'],
    [['align', 'o'], 'align wants two files: the original and its translation'],
    [['align', 'o', 't', '--languages', 'ru'], '--languages wants two languages, such as ru,en'],
    [['tei', 'a'], 'tei wants --out DIR'],
    [['tei', 'a', '--out'], '--out wants a value'],
    [['tei', 'a', '--out='], '--out wants a value'],
    [['tei', 'a', '--out', '--date', '1'], '--out wants a value'],
    [['check', '--schema', 'a', '--schema', 'b', 'x'], '--schema is given twice'],
  ])('%j is none', (words, message) => expect(readArguments(words)).toEqual({ ok: false, message }))
})
