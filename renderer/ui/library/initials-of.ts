/** The initials of a name, in capitals, four at most: of `Anna von Muster` AVM, of `Верхов, Семён` ВС. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{M}]+/u).filter(Boolean)
  return words
    .slice(0, 4)
    .map((word) => [...word.normalize('NFC')][0]?.toLocaleUpperCase() ?? '')
    .join('')
}
