import { spawn } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { renameOver, writeWhole } from '../../../app/files/write-whole.ts'

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'epistula-write-'))
const bytes = (text: string) => new TextEncoder().encode(text)

describe('writeWhole', () => {
  test('makes folders and leaves exactly the files asked for', async () => {
    const folder = emptyFolder()
    await writeWhole([
      { path: join(folder, 'letters/ep-1.xml'), bytes: bytes('<a/>') },
      { path: join(folder, 'corpus.xml'), bytes: bytes('') },
    ])
    expect(readFileSync(join(folder, 'letters/ep-1.xml'), 'utf8')).toBe('<a/>')
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
      'corpus.xml',
      'letters',
      'letters/ep-1.xml',
    ])
  })

  test('replaces a file as a whole, keeps who may read it, and follows a link', async () => {
    const folder = emptyFolder()
    const real = join(folder, 'real.xml')
    const link = join(folder, 'link.xml')
    writeFileSync(real, 'a much longer text than the new one')
    chmodSync(real, 0o640)
    symlinkSync(real, link)
    await writeWhole([{ path: link, bytes: bytes('new') }])
    expect(readFileSync(real, 'utf8')).toBe('new')
    expect(statSync(real).mode & 0o777).toBe(0o640)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
  })

  test('changes nothing and leaves nothing behind where one of the files cannot be written', async () => {
    const folder = emptyFolder()
    const first = join(folder, 'first.xml')
    writeFileSync(first, 'old')
    mkdirSync(join(folder, 'a-folder.xml'))
    const writing = writeWhole([
      { path: first, bytes: bytes('new') },
      { path: join(folder, 'a-folder.xml'), bytes: bytes('x') },
    ])
    await expect(writing).rejects.toMatchObject({ code: 'EISDIR' })
    expect(readFileSync(first, 'utf8')).toBe('old')
    expect(readdirSync(folder).sort()).toEqual(['a-folder.xml', 'first.xml'])
  })

  test('killed at any moment, the old file or the new one is there, never a part of it', async () => {
    const path = join(emptyFolder(), 'collection.epistula')
    const size = 8_000_000
    const module = new URL('../../../app/files/write-whole.ts', import.meta.url).href
    const code = `import { writeWhole } from ${JSON.stringify(module)}
      for (let i = 1; ; i++) {
        await writeWhole([{ path: ${JSON.stringify(path)}, bytes: new Uint8Array(${size}).fill(i % 250 + 1) }])
        process.stdout.write('.')
      }`
    await writeWhole([{ path, bytes: new Uint8Array(size).fill(1) }])
    let written = 0
    // At least ten kills, and on a slow machine as many as it takes to meet a file that was written.
    for (let kill = 0; kill < 10 || (written === 0 && kill < 40); kill++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', code])
      child.stdout.on('data', (dots: Buffer) => {
        written += dots.length
      })
      await wait(150 + ((kill * 37) % 90) + Math.max(0, kill - 9) * 60)
      child.kill('SIGKILL')
      await new Promise((resolve) => child.once('close', resolve))
      const found = readFileSync(path)
      expect(found.length).toBe(size)
      expect(found.equals(new Uint8Array(size).fill(found[0]!))).toBe(true)
    }
    expect(written).toBeGreaterThan(0)
  })
})

describe('renameOver', () => {
  const busy = (times: number, code: string) => {
    let calls = 0
    const rename = async () => {
      if (++calls <= times) throw Object.assign(new Error(code), { code })
    }
    return { rename, calls: () => calls }
  }

  test('tries again on Windows while another program holds the file', async () => {
    const { rename, calls } = busy(3, 'EPERM')
    await renameOver('a', 'b', rename, 'win32')
    expect(calls()).toBe(4)
  })

  test('gives up after about two seconds', async () => {
    const { rename, calls } = busy(99, 'EBUSY')
    await expect(renameOver('a', 'b', rename, 'win32')).rejects.toThrow('EBUSY')
    expect(calls()).toBe(11)
  })

  test.each([
    ['linux', 'EPERM'],
    ['win32', 'ENOSPC'],
  ])('does not repeat on %s after %s', async (platform, code) => {
    const { rename, calls } = busy(99, code)
    await expect(renameOver('a', 'b', rename, platform)).rejects.toThrow(code)
    expect(calls()).toBe(1)
  })
})
