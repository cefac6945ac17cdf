import type { Page } from 'playwright-core'

/** The words that are underlined as problems in the translation, in their order: as elements, or as highlights of the browser. */
export function drawnProblems(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const text = document.querySelector('.letter-text[data-side="translation"]')
    if (!text) return []
    const elements = [...text.querySelectorAll('.problem')].map((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      return range
    })
    const painted = ['problem-sure', 'problem-likely', 'problem-perhaps'].flatMap((name) =>
      [...(CSS.highlights.get(name) ?? [])].flatMap((one) => {
        if (!text.contains(one.startContainer)) return []
        const range = document.createRange()
        range.setStart(one.startContainer, one.startOffset)
        range.setEnd(one.endContainer, one.endOffset)
        return [range]
      }),
    )
    return [...elements, ...painted]
      .toSorted((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
      .map(String)
  })
}
