// @vitest-environment happy-dom
import { unzipSync } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { saveFile, saveFiles } from '../../../renderer/host/browser-save.ts'
import { zipFiles } from '../../../renderer/host/zip-files.ts'

/** A folder in memory that behaves as the File System Access API says: a file has what was written once it is closed. */
class MemoryFolder {
  readonly kind = 'directory'
  readonly files = new Map<string, Uint8Array>()
  readonly folders = new Map<string, MemoryFolder>()
  readonly name: string
  /** What the disk makes of the bytes; a faulty one changes them. */
  readonly store: (bytes: Uint8Array) => Uint8Array

  constructor(name: string, store: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes) {
    this.name = name
    this.store = store
  }

  async getDirectoryHandle(name: string): Promise<MemoryFolder> {
    const folder = this.folders.get(name) ?? new MemoryFolder(name, this.store)
    this.folders.set(name, folder)
    return folder
  }

  async getFileHandle(name: string) {
    const { files, store } = this
    let written = new Uint8Array()
    return {
      kind: 'file',
      name,
      createWritable: async () => ({
        write: async (bytes: Uint8Array) => {
          written = new Uint8Array(bytes)
        },
        close: async () => void files.set(name, store(written)),
        abort: async () => {},
      }),
      getFile: async () => new Blob([new Uint8Array(files.get(name) ?? [])]),
    }
  }
}

const bytes = new TextEncoder().encode('<TEI/>')
const files = [
  { name: 'letters/ep-a-1.xml', bytes },
  { name: 'cmif.xml', bytes: new Uint8Array([1, 2]) },
]

function offer(picker: 'showSaveFilePicker' | 'showDirectoryPicker', ask: () => unknown) {
  vi.stubGlobal(picker, async () => ask())
}

function catchDownload() {
  const names: string[] = []
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:epistula')
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download)
  })
  return names
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('saving files in a browser', () => {
  it('writes them below the folder chosen', async () => {
    const folder = new MemoryFolder('edition')
    offer('showDirectoryPicker', () => folder)
    expect(await saveFiles(files)).toEqual({ status: 'written', where: 'edition', files: 2 })
    expect(folder.folders.get('letters')?.files.get('ep-a-1.xml')).toEqual(bytes)
    expect(folder.files.get('cmif.xml')).toEqual(new Uint8Array([1, 2]))
  })

  it('says so where what was written is not what is there', async () => {
    offer('showDirectoryPicker', () => new MemoryFolder('edition', (all) => all.slice(1)))
    expect((await saveFiles(files)).status).toBe('failed')
  })

  it('takes a closed dialog for a no', async () => {
    offer('showSaveFilePicker', () => {
      throw new DOMException('closed', 'AbortError')
    })
    expect(await saveFile({ name: 'a.epistula', bytes })).toEqual({ status: 'cancelled' })
  })

  it('downloads one file where there is no dialog, or none may open now', async () => {
    const names = catchDownload()
    expect((await saveFile({ name: 'a.epistula', bytes })).status).toBe('written')
    offer('showSaveFilePicker', () => {
      throw new DOMException('too late', 'SecurityError')
    })
    expect((await saveFile({ name: 'b.epistula', bytes })).status).toBe('written')
    expect(names).toEqual(['a.epistula', 'b.epistula'])
  })

  it('downloads several files as one zip', async () => {
    const names = catchDownload()
    expect(await saveFiles(files)).toMatchObject({ status: 'written', files: 2 })
    expect(names).toEqual(['epistula-export.zip'])
  })

  it('packs each file whole, large and empty ones too, without a worker', async () => {
    const large = new Uint8Array(700_001).map((_, at) => (at * 31) % 251)
    const all = [
      ...files,
      { name: 'письма/corpus.xml', bytes: large },
      { name: 'empty.xml', bytes: new Uint8Array() },
    ]
    vi.stubGlobal('Worker', () => {
      throw new Error('A worker made from a blob is refused')
    })
    const packed = await zipFiles(all, new Date(2026, 0, 2))
    const unpacked = unzipSync(new Uint8Array(await packed.arrayBuffer()))
    expect(Object.entries(unpacked)).toEqual(all.map(({ name, bytes }) => [name, bytes]))
  })
})
