import { strToU8 } from 'fflate'
import { type MachineText, machineString } from '../letter/machine-text.ts'

/** SHA-256 of bytes as 64 lower-case hexadecimal digits; lent by the surroundings. */
export type Sha256 = (bytes: Uint8Array) => Promise<string>

/** The SHA-256 of a text in UTF-8. Throws a RangeError for half a surrogate pair, which UTF-8 cannot hold. */
export async function hashText(text: string, sha: Sha256): Promise<string> {
  if (!text.isWellFormed()) throw new RangeError('A text with half a surrogate pair')
  return sha(strToU8(text))
}

/** The SHA-256 of a machine text as one string, blocks joined by line feeds, in UTF-8. */
export async function hashMachineText(machine: MachineText, sha: Sha256): Promise<string> {
  return hashText(machineString(machine), sha)
}
