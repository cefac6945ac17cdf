/**
 * The rows of a table as text, cell by cell: parted by tabs where its first row has one, else by semicolons, else by commas. A cell
 * in quotes may hold these signs and line ends; two quotes in it are one (RFC 4180). A quote that is never closed ends with the text.
 */
export function readTableRows(text: string): readonly (readonly string[])[] {
  const separator = separatorOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quotedCell(text, at) : [null, at]
    const behind = endOfCell(text, end, separator)
    row.push((cell ?? '') + text.slice(end, behind))
    if (text[behind] !== separator) {
      rows.push(row)
      row = []
    } else if (behind + 1 === text.length) row.push('')
    at = behind + (text.startsWith('\r\n', behind) ? 2 : 1)
  }
  return row.length > 0 ? [...rows, row] : rows
}

function separatorOf(text: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/u.exec(text)?.[0] ?? ''
  const bare = first.replace(/"(?:[^"]|"")*"/gu, '')
  return ['\t', ';'].find((sign) => bare.includes(sign)) ?? ','
}

function quotedCell(text: string, at: number): [cell: string, end: number] {
  let cell = ''
  let from = at + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote === -1) return [cell + text.slice(from), text.length]
    cell += text.slice(from, quote)
    if (text[quote + 1] !== '"') return [cell, quote + 1]
    cell += '"'
    from = quote + 2
  }
}

function endOfCell(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}
