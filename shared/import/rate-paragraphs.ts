/** What beginning a note at a paragraph and going on with the one before cost. */
export interface ParagraphCost {
  readonly start: number
  readonly goOn: number
}

/** Quotation marks left open at the end of a text. */
function countOpen(text: string): number {
  const straight = (text.match(/"/g)?.length ?? 0) % 2
  const curly = (text.match(/[“«„]/g)?.length ?? 0) - (text.match(/[”»]/g)?.length ?? 0)
  return Math.max(straight, curly)
}

/** What beginning a note here and going on with the last one cost, from the words and the quotation marks. */
function rateStart(text: string, quoted: boolean): ParagraphCost {
  const opens = /^\s*["“«„]/.test(text)
  const dated = /^\s*(?:On|In|By)\s+\p{Lu}|^\s*\d{1,2}\s+[а-я]{3,8}\s+\d{4}/u.test(text)
  const goesOn = /^\s*(?:Further|Then|He|She|It|Later|Далее|Затем|Он)\b/u.test(text) ? 0.6 : 0
  // Machines lose closing marks; a date at the beginning outweighs an open quotation.
  const doubt = quoted ? (dated ? 0.4 : 1.2) : 0
  const start = 0.3 + doubt + (opens ? 0.8 : 0) + goesOn
  const goOn = 1.4 - doubt * 0.8 - (opens ? 0.5 : 0) + (dated ? 1 : 0) - goesOn
  return { start, goOn: Math.max(0.1, goOn) }
}

/** Rates the paragraphs of a block of notes from their words; one with a printed number hardly goes on with the note before. */
export function rateParagraphs(
  notes: readonly { readonly text: string; readonly number: unknown }[],
): ParagraphCost[] {
  let quoted = false
  return notes.map(({ text, number }) => {
    const before = quoted
    // A note that ends with its source is finished, whatever its quotation marks say.
    const finished = /\)\s*\.?\s*$/.test(text)
    const still = before && !/[”"»]/.test(text)
    quoted = !finished && (still || countOpen(text) > 0)
    return number === null ? rateStart(text, before) : { start: 0, goOn: 6 }
  })
}
