/** A place of a document for people; line and column (UTF-16 units) are 1-based. */
export interface LinePlace {
  readonly line: number
  readonly column: number
}

/** Finds the line and column of any offset (UTF-16) of a document; the lines are looked for once, when the first place is asked for. */
export function placeFinder(source: string): (at: number) => LinePlace {
  let starts: readonly number[] | undefined
  return (at) => {
    starts ??= lineStarts(source)
    let low = 0
    let high = starts.length
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= at) low = middle
      else high = middle
    }
    return { line: low + 1, column: at - starts[low]! + 1 }
  }
}

function lineStarts(source: string): readonly number[] {
  const starts = [0]
  for (const match of source.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
  return starts
}
