import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FindKind, FoundSpan, PageReading } from '../../shared/import/reading.ts'

/** Kind, 1-based line, first and last offset in UTF-16 units, and the value where the gold says one. */
type GoldFind = readonly [FindKind, number, number, number, string?]

/** The finds of one letter by hand; letters of the set `held` were not looked at while the rules were made. */
interface GoldLetterFinds {
  readonly line: number
  readonly set: 'tuned' | 'held'
  readonly finds: readonly GoldFind[]
}

/** The finds of some letters of a page, by hand. */
export interface GoldFinds {
  readonly source: string
  readonly letters: readonly GoldLetterFinds[]
}

/** How many finds of a kind are there with their span and value, how many are missing, how many are not in the gold. */
export interface FindScore {
  right: number
  missed: number
  extra: number
}

/** The gold of the finds of a page of the corpus. */
export function loadFindsGold(name: string): GoldFinds {
  const file = path.resolve(import.meta.dirname, `../fixtures/finds/${name}.finds.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as GoldFinds
}

const keyOf = (kind: string, line: number, from: number, to: number): string =>
  [kind, line, from, to].join(' ')

function scoreLetter(
  { finds: gold }: GoldLetterFinds,
  finds: readonly FoundSpan[],
  add: (kind: FindKind, result: keyof FindScore) => void,
): void {
  const found = new Map(
    finds.map((find) => [keyOf(find.kind, find.line, find.from, find.to), find]),
  )
  for (const [kind, line, from, to, value] of gold) {
    const key = keyOf(kind, line, from, to)
    const find = found.get(key)
    const right = find !== undefined && (value === undefined || find.value === value)
    add(kind, right ? 'right' : 'missed')
    if (right) found.delete(key)
  }
  for (const { kind } of found.values()) add(kind, 'extra')
}

/** Scores the finds of a page against its gold, kind by kind, for the letters of one set; a span must be exact. */
export function scoreFinds(
  page: PageReading,
  gold: GoldFinds,
  set: 'tuned' | 'held',
): Map<FindKind, FindScore> {
  const scores = new Map<FindKind, FindScore>()
  const add = (kind: FindKind, result: keyof FindScore): void => {
    const score = scores.get(kind) ?? { right: 0, missed: 0, extra: 0 }
    score[result]++
    scores.set(kind, score)
  }
  for (const letter of gold.letters.filter((one) => one.set === set)) {
    const read = page.letters.find(({ line }) => line === letter.line)
    scoreLetter(letter, read?.finds ?? [], add)
  }
  return scores
}
