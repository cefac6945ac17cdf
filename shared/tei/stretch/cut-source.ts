const MARK = 'epistula-left-out'

/** A file without some stretches of it: an instruction stands where each was. `left` are their characters. */
export interface CutSource {
  readonly xml: string
  readonly left: readonly string[]
}

/**
 * Leaves stretches out of a file (offsets in UTF-16 units, in order, none overlapping another). Null where they are no stretches of
 * this file: each begins and ends with a tag.
 */
export function cutSource(
  xml: string,
  stretches: readonly { readonly from: number; readonly to: number }[],
): CutSource | null {
  if (xml.includes(MARK)) return null
  const parts: string[] = []
  const left: string[] = []
  let at = 0
  for (const { from, to } of stretches) {
    const isStretch = from >= at && to > from && to <= xml.length
    if (!isStretch || xml.charCodeAt(from) !== 60 || xml.charCodeAt(to - 1) !== 62) return null
    parts.push(xml.slice(at, from), `<?${MARK} ${left.length}?>`)
    left.push(xml.slice(from, to))
    at = to
  }
  parts.push(xml.slice(at))
  return { xml: parts.join(''), left }
}

/** Puts what was left out back into a file that was changed since; null where not every place of it is still there, in its order. */
export function putBack(xml: string, left: readonly string[]): string | null {
  const parts: string[] = []
  let at = 0
  for (const [index, text] of left.entries()) {
    const mark = `<?${MARK} ${index}?>`
    const from = xml.indexOf(mark, at)
    if (from === -1) return null
    parts.push(xml.slice(at, from), text)
    at = from + mark.length
  }
  parts.push(xml.slice(at))
  return parts.some((part, index) => index % 2 === 0 && part.includes(MARK)) ? null : parts.join('')
}
