import { strFromU8, strToU8 } from 'fflate'
import type { Sha256 } from './sha.ts'

const lead = 'Epistula seal sha256 '
const length = lead.length + 64
const endRecord = 22

/**
 * Seals a zip archive without a comment: its comment becomes the SHA-256 of everything before the comment, so that a
 * single wrong bit anywhere, also where zip tools do not look, is seen.
 */
export async function sealPackage(zip: Uint8Array, sha: Sha256): Promise<Uint8Array> {
  const sealed = new Uint8Array(zip.length + length)
  sealed.set(zip)
  new DataView(sealed.buffer).setUint16(zip.length - 2, length, true)
  const digest = await sha(sealed.subarray(0, zip.length))
  sealed.set(strToU8(lead + digest), zip.length)
  return sealed
}

/** Whether a package still is, bit for bit, what was sealed; false also where another program packed it anew. */
export async function isSealed(bytes: Uint8Array, sha: Sha256): Promise<boolean> {
  const end = bytes.length - length
  if (end < endRecord) return false
  const comment = strFromU8(bytes.subarray(end), true)
  return comment === lead + (await sha(bytes.subarray(0, end)))
}
