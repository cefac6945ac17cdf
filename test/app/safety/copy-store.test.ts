import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCopyStore } from '../../../app/safety/copy-store.ts'
import { openLedgerFile } from '../../../app/safety/ledger-file.ts'
import { safetyFolders } from '../../../app/safety/safety-folders.ts'
import type { CollectionContent } from '../../../shared/collection/collection-content.ts'
import { readPackage } from '../../../shared/collection/read-package.ts'
import { writePackage } from '../../../shared/collection/write-package.ts'

const sha = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const emptyFolder = () => mkdtempSync(join(tmpdir(), 'epistula-copies-'))
const generation = 'a1b2c3d4-0000'
const time = '2026-11-29T06:54:22.123Z'
const now = () => Date.parse(time)

async function packageOf(title: string): Promise<Uint8Array> {
  const edition = {
    ...{ title, editor: '', email: '', publisher: '', baseUrl: '' },
    ...({ licence: 'CC0-1.0', uuid: 'u' } as const),
  }
  const none = { editors: [], entities: [], imports: [], sources: [], letters: [] }
  const content: CollectionContent = { edition, ...none }
  const frame = { application: 'test', created: time, tei: new Map<string, string>() }
  return writePackage(content, frame, sha)
}

describe('the copies', () => {
  it('are kept under growing numbers, listed from the newest, and read as they were', async () => {
    const folder = join(emptyFolder(), 'Epistula')
    const store = openCopyStore([folder], now)
    expect([await store.list(), await store.folder()]).toEqual([[], folder])
    expect(existsSync(folder)).toBe(false)
    const [first, second] = await Promise.all(['one', 'two'].map(packageOf))
    if (!first || !second) throw new Error('no packages')
    await Promise.all([
      store.keep({ generation, letters: 3, time, bytes: first }),
      store.keep({ generation, letters: 4, time, bytes: second }),
    ])
    const list = await store.list()
    expect(list.map(({ number, letters }) => [number, letters])).toEqual([
      [2, 4],
      [1, 3],
    ])
    expect(list[0]?.name).toBe('epistula-000002_2026-11-29T06-54-22Z_4-letters_a1b2c3d4.epistula')
    const back = await readPackage(await store.read(list[1]?.name ?? ''), sha)
    expect(back).toMatchObject({
      status: 'read',
      sealed: true,
      content: { edition: { title: 'one' } },
    })
  })

  it('count only when they have their seal', async () => {
    const folder = emptyFolder()
    const store = openCopyStore([folder], now)
    const bytes = await packageOf('one')
    for (const at of [10, bytes.length >> 1, bytes.length - 3]) {
      const damaged = bytes.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 1
      await expect(store.keep({ generation, letters: 0, time, bytes: damaged })).rejects.toThrow(
        /seal/,
      )
    }
    expect(readdirSync(folder)).toEqual([])
  })

  it('go to the next folder where the first cannot be written, and say why', async () => {
    const base = emptyFolder()
    const blocked = join(base, 'Epistula')
    writeFileSync(blocked, 'a file')
    const second = join(base, 'below')
    const store = openCopyStore([blocked, second], now)
    const kept = await store.keep({ generation, letters: 0, time, bytes: await packageOf('one') })
    expect(kept.folder).toBe(second)
    expect(kept.passedOver).toMatchObject({ code: 'EEXIST' })
    expect(await store.list()).toHaveLength(1)
    expect(await store.folder()).toBe(second)
  })

  it('are refused with the cause where no folder takes them', async () => {
    const blocked = join(emptyFolder(), 'Epistula')
    writeFileSync(blocked, 'a file')
    const store = openCopyStore([blocked], now)
    const keeping = store.keep({ generation, letters: 0, time, bytes: await packageOf('one') })
    await expect(keeping).rejects.toMatchObject({ code: 'EEXIST' })
    expect(readFileSync(blocked, 'utf8')).toBe('a file')
  })

  it('do without what a killed writing left, which goes with the next, and leave other files alone', async () => {
    const folder = emptyFolder()
    const left = '.epistula-000001_2026-11-29T06-54-22Z_4-letters_a1b2c3d4.epistula.x.part'
    writeFileSync(join(folder, left), 'half')
    writeFileSync(join(folder, 'my letters.epistula'), 'mine')
    const store = openCopyStore([folder], now)
    expect(await store.list()).toEqual([])
    const { copy } = await store.keep({
      generation,
      letters: 4,
      time,
      bytes: await packageOf('one'),
    })
    expect(readdirSync(folder).sort()).toEqual([copy.name, 'my letters.epistula'].sort())
  })

  it('are read by their names alone', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'secret'), 'secret')
    const store = openCopyStore([join(folder, 'copies')], now)
    await expect(store.read('../secret')).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('the folders', () => {
  it('are the documents first; a data folder of its own keeps its copies with it', () => {
    expect(safetyFolders('/docs', '/data', false)).toEqual([
      join('/docs', 'Epistula'),
      join('/data', 'Safety copies'),
    ])
    expect(safetyFolders('/docs', '/data', true)).toEqual([join('/data', 'Safety copies')])
    expect(safetyFolders(null, '/data', false)).toEqual([join('/data', 'Safety copies')])
  })
})

describe('the ledger', () => {
  const facts = { generation, letters: 12, removed: 0, actions: 7, schema: 3 }
  const ledger = { version: 1, facts, due: true, app: '1', electron: '45', written: time } as const

  it('is read as the last was written', async () => {
    const file = openLedgerFile(emptyFolder())
    expect(await file.read()).toBeNull()
    await Promise.all([file.write(ledger), file.write({ ...ledger, due: false })])
    expect(await file.read()).toEqual({ ...ledger, due: false })
  })

  it.each(['', '{', '[]', JSON.stringify({ ...ledger, version: 2 })])(
    '%j counts as none',
    async (text) => {
      const folder = emptyFolder()
      writeFileSync(join(folder, 'ledger.json'), text)
      expect(await openLedgerFile(folder).read()).toBeNull()
    },
  )
})
