/** Senders and recipients as a title names them, such as "Ladygin, Torpov to Verkhov, September 14"; empty where it names none. */
export interface TitleParties {
  readonly senders: readonly string[]
  readonly recipients: readonly string[]
}

// A name begins with a capital and holds no number; what follows a comma or a bracket is the date.
const NAME = '\\p{Lu}[^,;:\\d\\[\\]()]{1,80}?'
const TITLE = new RegExp(
  `^(?:(?:letter|brief|lettre|письмо)\\s+(?:from|of|von|van|de|от)?\\s*)?(${NAME}(?:,\\s*${NAME})*)\\s+(?:to|an|aan|à|к)\\s+(?:the\\s+|das\\s+|die\\s+|den\\s+)?(${NAME})\\s*(?:[,;:(\\[\\d].*|$)`,
  'iu',
)

/** Reads the parties out of a title in English, German, Dutch, French or Russian; nothing where it has not that form. */
export function partiesOfTitle(title: string): TitleParties {
  const found = TITLE.exec(title)
  if (!found?.[1] || !found[2]) return { senders: [], recipients: [] }
  const names = (text: string) =>
    text
      .split(/,\s*/)
      .map((name) => name.trim())
      .filter((name) => /^\p{Lu}/u.test(name))
  return { senders: names(found[1]), recipients: names(found[2]) }
}
