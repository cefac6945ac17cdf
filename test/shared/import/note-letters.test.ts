import { beforeAll, describe, expect, it } from 'vitest'
import { readPage } from '../../../shared/import/read-page.ts'
import { makeNotePage } from '../../support/note-letters.ts'
import { emptyScore, scorePlanted } from '../../support/note-score.ts'

/** Pages of five letters; other seeds than those the calibration was made from. */
const PAGES = 80
const FIRST_SEED = 700_000
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`

describe('invented letters with harmed notes', () => {
  const score = emptyScore()
  beforeAll(() => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + PAGES; seed++) {
      const page = makeNotePage(seed)
      scorePlanted(score, page, readPage(page.text, 'invented.txt'))
    }
    const wrong = score.links.filter(({ right }) => !right).length
    process.stdout.write(
      `invented notes: ${share(score.right, score.linkable)} of ${score.linkable} linked rightly, ${wrong} of ${score.links.length} links wrong\n`,
    )
  }, 120_000)

  it('are the same for the same seed', () => {
    expect(makeNotePage(FIRST_SEED)).toEqual(makeNotePage(FIRST_SEED))
    expect(makeNotePage(FIRST_SEED).text).not.toBe(makeNotePage(FIRST_SEED + 1).text)
  })

  it('are nearly all linked rightly', () => {
    expect(score.linkable).toBeGreaterThan(1000)
    expect(score.right / score.linkable).toBeGreaterThan(0.91)
  })

  it('are hardly ever linked wrongly, and never with a confidence above 0.9', () => {
    const wrong = score.links.filter(({ right }) => !right)
    expect(wrong.length / score.links.length).toBeLessThan(0.015)
    expect(wrong.filter(({ confidence }) => confidence > 0.9)).toEqual([])
  })

  it('are at least as often right as their confidence says', () => {
    const sure = score.links.filter(({ confidence }) => confidence > 0.9)
    expect(sure.length / score.links.length).toBeGreaterThan(0.25)
    for (const [least, most] of [
      [0.7, 0.9],
      [0.9, 0.95],
    ] as const) {
      const bin = score.links.filter(({ confidence: c }) => c >= least && c < most)
      if (bin.length < 50) continue
      const right = bin.filter((link) => link.right).length / bin.length
      const said = bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length
      // Five standard errors of a share: what chance alone may do.
      expect(right).toBeGreaterThan(said - 5 * Math.sqrt((said * (1 - said)) / bin.length))
    }
  })
})
