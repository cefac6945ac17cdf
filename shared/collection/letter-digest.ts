import type { LetterTexts } from './letter-work.ts'
import { hashText, type Sha256 } from './sha.ts'
import { stableJson } from './stable-json.ts'

/**
 * The SHA-256 of a whole letter, of its machine texts and of the hash of its work (the SHA-256 of its stable JSON): two letters with
 * one digest are the same to the last field. Throws a RangeError for half a surrogate pair.
 */
export async function letterDigest(
  texts: LetterTexts,
  workHash: string,
  sha: Sha256,
): Promise<string> {
  return hashText(stableJson({ texts, work: workHash }), sha)
}
