/** The script a text is written in, judged by its letters. */
export type TextScript = 'latin' | 'cyrillic' | 'none'

/** Which script most letters of a text belong to; `none` for a text without Latin and Cyrillic letters. */
export function textScript(text: string): TextScript {
  const { latin, cyrillic } = countScripts(text)
  if (latin + cyrillic === 0) return 'none'
  return cyrillic > latin ? 'cyrillic' : 'latin'
}

/** How many letters of either script a text has. */
export function countScripts(text: string): { readonly latin: number; readonly cyrillic: number } {
  let latin = 0
  let cyrillic = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code > 64 && code < 91) || (code > 96 && code < 123) || (code > 191 && code < 592)) latin++
    else if (code > 1023 && code < 1328) cyrillic++
  }
  return { latin, cyrillic }
}
