import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPage } from '../../../shared/import/read-page.ts'
import { type FindScore, loadFindsGold, scoreFinds } from '../../support/finds-gold.ts'
import { findCorpus } from '../../support/gold.ts'

const corpus = findCorpus()

function print(title: string, scores: ReadonlyMap<string, FindScore>): void {
  const rows = [...scores].map(
    ([kind, { right, missed, extra }]) =>
      `  ${kind}: ${right} of ${right + missed} found, ${extra} not in the gold`,
  )
  process.stdout.write(`${title}\n${rows.join('\n')}\n`)
}

function sum(scores: ReadonlyMap<string, FindScore>): FindScore {
  const total = { right: 0, missed: 0, extra: 0 }
  for (const { right, missed, extra } of scores.values()) {
    total.right += right
    total.missed += missed
    total.extra += extra
  }
  return total
}

describe.skipIf(corpus === null)('finds equal the gold by hand', () => {
  const names = ['1933-10', '1931-08']
  it.each(names)('in letters of %s, span for span', (name) => {
    const page = readPage(
      readFileSync(path.join(corpus ?? '', `${name}.txt`), 'utf8'),
      `${name}.txt`,
    )
    const gold = loadFindsGold(name)
    for (const set of ['tuned', 'held'] as const) {
      const scores = scoreFinds(page, gold, set)
      print(`${name}, ${set}:`, scores)
      const { right, missed, extra } = sum(scores)
      expect(right / (right + missed), 'recall').toBeGreaterThanOrEqual(0.95)
      expect(right / (right + extra), 'precision').toBeGreaterThanOrEqual(0.95)
    }
  })
})
