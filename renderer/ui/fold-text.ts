const MARKS = /\p{M}+/gu

/** Text as it is compared when one searches: lower case, without accents (é = e, ё = е), one kind of apostrophe and dash. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[’ʼ`]/g, "'")
    .replace(/[–—]/g, '-')
}
