import type { CanonicalLetter, CanonicalText, Side } from '../letter/canonical.ts'
import type { Records } from '../letter/records.ts'
import type { DecodedLetter } from './decode/decode-tei.ts'

/**
 * A letter that came out of a TEI file: as it is now, and the records it had when it came in, null where they are gone. `digest` is
 * its `letterDigest` as it is now, where that is known; without it the letter is compared with what the file says. `came` is the whole
 * letter as it came in, with its `letterDigest` then: with it only what has changed since is looked up in the file.
 */
export interface SourceLetter {
  readonly letter: CanonicalLetter
  readonly digest?: string | null
  readonly imported: Readonly<Record<Side, Records | null>> | null
  readonly came?: { readonly letter: CanonicalLetter; readonly digest: string } | null
}

/** A letter of the library with what the file has of it. */
export interface Match {
  readonly then: DecodedLetter
  readonly now: SourceLetter
}

/** Which letter of its file a letter is, from 1. */
export function placeOf({ translation }: CanonicalLetter): number | undefined {
  return translation.records.header.origin?.value.from
}

/** Finds the letters of a file in it; one that was split, joined or given another text since is none of the file's any more. */
export function matchLetters(
  decoded: readonly DecodedLetter[],
  letters: readonly SourceLetter[],
): { matched: readonly Match[]; strangers: readonly string[] } {
  const matched: Match[] = []
  const strangers: string[] = []
  const taken = new Set<number>()
  for (const now of letters) {
    const index = placeOf(now.letter)
    const then = decoded.find((one) => one.index === index)
    if (then && !taken.has(then.index) && hasSameText(then.letter, now.letter)) {
      taken.add(then.index)
      matched.push({ then, now })
    } else strangers.push(now.letter.id)
  }
  return { matched, strangers }
}

function hasSameText(one: CanonicalLetter, other: CanonicalLetter): boolean {
  return SIDES.every((side) => isSameText(one[side], other[side]))
}

const SIDES = ['translation', 'original'] as const

function isSameText(one: CanonicalText | null, other: CanonicalText | null): boolean {
  if (one === null || other === null) return one === other
  const [then, now] = [one.machine.blocks, other.machine.blocks]
  return (
    then.length === now.length &&
    then.every(({ id, text }, index) => id === now[index]!.id && text === now[index]!.text)
  )
}
