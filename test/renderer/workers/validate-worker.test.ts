import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { letter, translation } from '../../support/letter-fixture.ts'
import { letterXml } from '../../support/tei-check.ts'

const run = promisify(execFile)

// Stands for the worker's surroundings: asks twice and prints the answers.
const HARNESS = (file: string, questions: unknown) => `
  const answers = []
  let listener
  globalThis.self = globalThis
  self.addEventListener = (type, given) => { if (type === 'message') listener = given }
  self.postMessage = (answer) => answers.push(answer)
  await import(${JSON.stringify(file)})
  for (const data of ${JSON.stringify(questions)}) listener({ data })
  process.stdout.write(JSON.stringify(answers))
  let evaluates = true
  try { new Function('return 1')() } catch { evaluates = false }
  if (evaluates) throw new Error('This check needs a Node that refuses to make code from text')
`

test('the bundled worker validates where no code may be made from text, as under the policy of the page', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'epistula-worker-'))
  try {
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        outDir: folder,
        emptyOutDir: false,
        lib: {
          entry: join(import.meta.dirname, '../../../renderer/workers/validate-worker.ts'),
          formats: ['es'],
          fileName: () => 'worker.mjs',
        },
      },
    })
    const good = letterXml(letter(translation('paragraph: Text')))
    const questions = [
      { id: 1, xml: good },
      { id: 2, xml: good.replace('<p>Text</p>', '<p><p>Text</p></p>') },
    ]
    await writeFile(join(folder, 'ask.mjs'), HARNESS(join(folder, 'worker.mjs'), questions))
    const refuse = '--disallow-code-generation-from-strings'
    const { stdout } = await run(process.execPath, [refuse, join(folder, 'ask.mjs')])
    expect(JSON.parse(stdout)).toEqual([
      { id: 1, problems: [] },
      { id: 2, problems: [expect.objectContaining({ path: 'TEI/text/body/div/p/p' })] },
    ])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
