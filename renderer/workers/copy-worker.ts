import { readPackage } from '../../shared/collection/read-package.ts'
import { writePackage } from '../../shared/collection/write-package.ts'
import { gatherCollection } from '../storage/gather-collection.ts'
import { sha256 } from '../storage/sha256.ts'
import type { CopyAnswer, CopyQuestion } from './copy-messages.ts'
import { openLibrary } from './open-library.ts'

// A safety copy is for getting a library back: the TEI, which can be made again from it, stays out.
async function pack({ application, created }: CopyQuestion): Promise<CopyAnswer> {
  const store = await openLibrary()
  const leftOut: string[] = []
  const gathered = await gatherCollection(
    store,
    () => {},
    (letter) => leftOut.push(letter),
  )
  if (gathered.status === 'failed') return { status: 'failed', message: gathered.message }
  if (gathered.status === 'unfit') return { status: 'failed', message: gathered.letter }
  const frame = { application, created, tei: new Map<string, string>() }
  const bytes = await writePackage(gathered.content, frame, sha256)
  const read = await readPackage(bytes, sha256)
  if (read.status === 'refused') {
    const { code, detail } = read.fault
    return { status: 'failed', message: `${code}: ${detail}` }
  }
  const { length: letters } = read.content.letters
  return { status: 'packed', letters, leftOut, bytes: new Uint8Array(bytes) }
}

self.addEventListener('message', ({ data }: MessageEvent<CopyQuestion>) => {
  void pack(data)
    .catch((cause: unknown): CopyAnswer => ({ status: 'failed', message: String(cause) }))
    .then((answer) => {
      const moved = answer.status === 'packed' ? [answer.bytes.buffer] : []
      self.postMessage(answer, { transfer: moved })
    })
})
