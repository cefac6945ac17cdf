import { attribute, isElement, parentOf, styleOf } from './element-kinds.ts'
import type { HtmlElement } from './parse-html.ts'

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string {
  let rest = value
  let text = ''
  for (const [worth, letters] of ROMAN) {
    while (rest >= worth) {
      text += letters
      rest -= worth
    }
  }
  return text
}

function letters(value: number): string {
  let text = ''
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text
  return text
}

// Beyond 3999 there are no Roman numbers: https://www.w3.org/TR/css-counter-styles-3/#simple-numeric
function inStyle(value: number, style: string): string {
  if (value < 1 || value > 3999) return String(value)
  if (style === 'a') return letters(value)
  if (style === 'A') return letters(value).toUpperCase()
  if (style === 'i') return roman(value)
  return style === 'I' ? roman(value).toUpperCase() : String(value)
}

const isUnmarked = (element: HtmlElement): boolean =>
  /list-style(-type)?\s*:[^;]*none/i.test(styleOf(element))

/** A whole number that an attribute gives, null where it gives none. */
function numberOf(element: HtmlElement, name: string): number | null {
  const value = attribute(element, name)
  return value !== undefined && /^\s*[+-]?\d{1,9}\s*$/.test(value) ? Number(value) : null
}

/** Numbers the items of ordered lists as browsers print them: `1.`; null for items of other lists. One counter for one page. */
export function createListCounter(): (item: HtmlElement) => string | null {
  const last = new Map<HtmlElement, number>()
  return (item) => {
    const list = parentOf(item)
    if (list?.tagName !== 'ol') return null
    const step = attribute(list, 'reversed') === undefined ? 1 : -1
    let before = last.get(list)
    if (before === undefined) {
      const items = list.childNodes.filter((node) => isElement(node) && node.tagName === 'li')
      before = (numberOf(list, 'start') ?? (step === 1 ? 1 : items.length)) - step
    }
    const value = numberOf(item, 'value') ?? before + step
    last.set(list, value)
    if (isUnmarked(list) || isUnmarked(item)) return null
    return `${inStyle(value, attribute(item, 'type') ?? attribute(list, 'type') ?? '1')}.`
  }
}
