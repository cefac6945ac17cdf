import type { Fingerprint } from './fingerprint.ts'
import { collectionChances, dateKeys, keysOf, type LetterIndex } from './letter-index.ts'
import type { PairingEvidence } from './pairing.ts'
import { totalWeight, weighPair } from './weigh-pair.ts'

/** A letter that may be the other language of a text. `confidence` (0–1) is the probability that it is, over all letters of the index and "none of them". */
export interface FoundLetter {
  readonly letter: string
  readonly confidence: number
  readonly evidence: readonly PairingEvidence[]
}

/** So many letters are looked at closely. */
const CLOSE = 60
/** Before anything is known of a text, its letter is as likely in the collection as not. */
const MOST_CONFIDENT = 0.994

/**
 * Finds the letters of an index that may be the translation of an original, or the original of a translation, best first, at most
 * `limit`, none under one in a hundred. Only texts in the other script are looked at. Pure; time is linear in the letters that share something rare.
 */
export function findLetters(text: Fingerprint, index: LetterIndex, limit = 5): FoundLetter[] {
  const chances = collectionChances(index)
  const close = roughly(text, index).map((at) => {
    const other = index.prints[at] as Fingerprint
    const [translation, original] = text.script === 'latin' ? [text, other] : [other, text]
    const evidence = weighPair({ translation, original, chances })
    return {
      letter: other.id,
      evidence,
      odds: totalWeight(evidence) - Math.log(index.prints.length),
    }
  })
  const all = close.reduce((sum, { odds }) => sum + Math.exp(odds), 1)
  return close
    .toSorted((a, b) => b.odds - a.odds)
    .map(({ letter, evidence, odds }) => ({
      letter,
      evidence,
      confidence: Math.min(MOST_CONFIDENT, Math.exp(odds) / all),
    }))
    .filter(({ confidence }) => confidence >= 0.01)
    .slice(0, limit)
}

/** The letters that have most in common with a text, each thing weighed by how rare it is (inverse document frequency). */
function roughly(text: Fingerprint, index: LetterIndex): number[] {
  const { prints, lists } = index
  const scores = new Float64Array(prints.length)
  const add = (key: string, share: number) => {
    const list = lists.get(key)
    if (!list) return
    const weight = share * Math.log((prints.length + 1) / list.length)
    for (const at of list) scores[at] = (scores[at] ?? 0) + weight
  }
  for (const key of dateKeys(text)) add(key, key.startsWith('day ') ? 1 : 0.5)
  for (const key of keysOf(text)) add(key, 1)
  const found: number[] = []
  prints.forEach((print, at) => {
    if (print.script !== text.script && print.script !== 'none' && (scores[at] ?? 0) > 0)
      found.push(at)
  })
  const byScore = found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  return byScore.slice(0, CLOSE)
}
