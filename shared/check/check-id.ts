/** The checks of a letter's text. Their words are in the locales under `check.<id>`; a correction that settles a problem keeps the id. */
export const CHECK_IDS = [
  'number',
  'date',
  'letter-date',
  'unit',
  'unit-implausible',
  'phrase',
  'lookalike',
  'cyrillic',
  'untranslated',
  'missing-sentence',
  'extra-sentence',
  'length',
  'repeated',
  'wrong-pairing',
  'name-variants',
  'name-missing',
  'same-source',
  'same-target',
  'glossary',
  'punctuation',
  'callouts',
  'doubled-word',
  'spelling',
  'integrity',
] as const
export type CheckId = (typeof CHECK_IDS)[number]

/** Whether the code of a problem is that of a check of the text. */
export function isCheckId(code: string): code is CheckId {
  return (CHECK_IDS as readonly string[]).includes(code)
}
