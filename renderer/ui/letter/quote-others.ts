// A rendering as the checks list it, up to the comma before the next one or the end: its own quotes stay in it.
const LISTED = /“(.*?)”(?=, “|$)/gsu

/** A list of other renderings, which the checks put in English quotes, in those of the language of the interface. */
export function quoteOthers(others: string, quote: (words: string) => string): string {
  return others.replace(LISTED, (_, words: string) => quote(words))
}
