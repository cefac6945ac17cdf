import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'epistula-align-'))
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)
  write('o.txt', 'Сов. секретно.\nПрошу 40 тонн угля. Торпов болен. Жду до 5 мая.\n')
  write('t.txt', 'Owls. Secret.\nI ask for 40 tons of coal. I wait until May 5.\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('align pairs the sentences of two texts, as JSON with offsets', async () => {
  const run = await runCli(folder, ['align', 'o.txt', 't.txt', '--json'])
  expect(run).toMatchObject({ code: 0, stderr: '' })
  const { original, translation, pairs } = JSON.parse(run.stdout)
  expect(original[1]).toEqual({ text: 'Прошу 40 тонн угля.', from: 15, to: 34 })
  expect(translation.map(({ text }: { text: string }) => text)).toEqual([
    'Owls.',
    'Secret.',
    'I ask for 40 tons of coal.',
    'I wait until May 5.',
  ])
  const joined = pairs.map((pair: { original: number[]; translation: number[] }) => [
    pair.original,
    pair.translation,
  ])
  expect(joined).toEqual([
    [[0], [0, 1]],
    [[1], [2]],
    [[2], []],
    [[3], [3]],
  ])
})

test('align prints pairs one above the other; what is missing is a dash', async () => {
  const { stdout } = await runCli(folder, ['align', 'o.txt', 't.txt'])
  expect(stdout).toMatch(/ % {2}Торпов болен\.\n {7}–\n/)
})

test('a text that cannot be read is said, with code 2', async () => {
  const run = await runCli(folder, ['align', 'o.txt', 'none.txt'])
  expect(run).toMatchObject({ code: 2, stdout: '' })
  expect(run.stderr).toContain('none.txt: there is no such file')
})
