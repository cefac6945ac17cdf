import { expect, test } from 'vitest'
import { readStartOptions } from '../../../app/launch/start-options.ts'

const usual = { opensBrowser: true, browserOnly: false, port: 27182, files: [] }

test.each([
  [[], usual],
  [['--no-open'], { ...usual, opensBrowser: false }],
  [['--browser'], { ...usual, browserOnly: true }],
  [['--port', '40000'], { ...usual, port: 40000 }],
  [['a.txt', '--no-open', 'b.txt'], { ...usual, opensBrowser: false, files: ['a.txt', 'b.txt'] }],
])('%j', (args, options) => {
  expect(readStartOptions(args)).toEqual(options)
})

test.each([
  [['--nonsense'], 'There is no option --nonsense.'],
  [['--port'], '--port wants a number from 1 to 65535, not nothing.'],
  [['--port', '70000'], '--port wants a number from 1 to 65535, not 70000.'],
])('%j is refused in plain words', (args, message) => {
  expect(() => readStartOptions(args)).toThrow(message)
})
