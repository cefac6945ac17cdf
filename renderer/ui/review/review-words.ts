import i18next from 'i18next'

/** A sentence of recognition or decoding: in English as it was said, with its details; other languages have a sentence for each kind. */
export function inWords(
  key: string,
  english: string,
  values: Readonly<Record<string, number>> = {},
): string {
  if (i18next.language === 'en' || !i18next.exists(key)) return english
  return (i18next.t as (key: string, values: object) => string)(key, values)
}

/** The name of a code that comes from outside the interface (why a line is outside, what a span is): the code itself where nobody named it. */
export function nameOf(
  group: 'outsideKind' | 'spanKind' | 'lineKind' | 'format',
  code: string,
): string {
  const key = `review.${group}.${code}`
  return i18next.exists(key) ? i18next.t(key as 'review.spanKind.date') : code
}
