import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  decodeEntryName,
  faultOfName,
  isSystemFile,
} from '../../../../shared/import/zip/entry-name.ts'
import { unpackEntry } from '../../../../shared/import/zip/unpack-entry.ts'
import { readZipDirectory, type ZipHead } from '../../../../shared/import/zip/zip-directory.ts'

const MOST = 64 * 1024 * 1024

function headsOf(archive: Uint8Array): readonly ZipHead[] {
  const directory = readZipDirectory(archive, 1000)
  if (!directory.ok) throw new Error(directory.message)
  return directory.heads
}

describe('archives', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 5000 }), { maxLength: 5 }),
        fc.constantFrom(0, 6, 9),
        (contents, level) => {
          const files = Object.fromEntries(contents.map((bytes, index) => [`${index}.txt`, bytes]))
          const archive = zipSync(files, { level: level as 0 | 6 | 9 })
          const out = headsOf(archive).map((head) => unpackEntry(archive, head, MOST))
          expect(out.map((entry) => entry.ok && [...entry.bytes])).toEqual(
            contents.map((bytes) => [...bytes]),
          )
        },
      ),
    )
  })

  it('a changed byte never gives other text', () => {
    const text = strToU8('Ladygin to Torpov, October 1. '.repeat(40))
    const archive = zipSync({ 'a.txt': text })
    fc.assert(
      fc.property(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = archive.slice()
        damaged[at]! ^= change
        const directory = readZipDirectory(damaged, 1000)
        if (!directory.ok || directory.heads.length === 0) return
        const entry = unpackEntry(damaged, directory.heads[0]!, MOST)
        if (entry.ok && entry.bytes.length > 0) expect(entry.bytes).toEqual(text)
      }),
      { numRuns: 500 },
    )
  })

  it('a bomb is stopped, whether it says its size or lies about it', () => {
    const archive = zipSync({ a: new Uint8Array(60_000_000) }, { level: 9 })
    const head = headsOf(archive)[0]!
    expect(unpackEntry(archive, head, MOST)).toMatchObject({ ok: false, code: 'bomb' })
    expect(unpackEntry(archive, { ...head, size: 1000 }, MOST)).toMatchObject({
      ok: false,
      code: 'bomb',
    })
    expect(unpackEntry(archive, head, 1000)).toMatchObject({ ok: false, code: 'too-large' })
  })

  it('refuses what is encrypted, of unknown method, cut off', () => {
    const archive = zipSync({ a: strToU8('text') })
    const head = headsOf(archive)[0]!
    const codeOf = (more: Partial<ZipHead>) => {
      const entry = unpackEntry(archive, { ...head, ...more }, MOST)
      return entry.ok || entry.code
    }
    expect([
      codeOf({ encrypted: true }),
      codeOf({ method: 14 }),
      codeOf({ packed: 1e6 }),
      codeOf({ offset: 1e6 }),
      codeOf({ crc: 1 }),
      codeOf({ size: 3 }),
    ]).toEqual(['encrypted', 'method', 'damaged', 'damaged', 'damaged', 'bomb'])
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const archive = zipSync({ 'a.txt': strToU8('Torpov') })
        archive.set(bytes.subarray(0, archive.length), Math.max(0, archive.length - bytes.length))
        const directory = readZipDirectory(archive, 100)
        if (directory.ok) for (const head of directory.heads) unpackEntry(archive, head, MOST)
      }),
    )
  })
})

describe('names in archives', () => {
  it.each(['a.txt', 'in/a b.txt', 'письма/1932.txt', 'a..b/c...txt', 'x/protoype.txt'])(
    'takes %s',
    (name) => expect(faultOfName(name)).toBeNull(),
  )
  it.each([
    '../a',
    'a/../../b',
    '..\\a',
    '/etc/passwd',
    '\\\\host\\a',
    'C:\\a',
    'c:a',
    '',
    'a\u0000b',
    '__proto__',
    'a/__proto__/b',
    'x'.repeat(2000),
  ])('refuses %j', (name) => expect(faultOfName(name)).not.toBeNull())

  it('reads names in UTF-8 and in the encodings of old programs', () => {
    expect(decodeEntryName(strToU8('письмо.txt'))).toBe('письмо.txt')
    // «Письма» as DOS wrote it.
    expect(decodeEntryName(Uint8Array.of(0x8f, 0xa8, 0xe1, 0xec, 0xac, 0xa0))).toBe('Письма')
  })

  it('knows the files of systems', () => {
    const names = ['__MACOSX/._a', 'x/.DS_Store', 'Thumbs.db', 'a/~$letter.docx', 'a.txt']
    expect(names.map(isSystemFile)).toEqual([true, true, true, true, false])
  })
})
