// What the common table programs run as a formula though it is quoted (OWASP, “CSV Injection”); a number is none.
const FORMULA = /^[=+\-@\t\r\n](?=.)/s
const NUMBER = /^[+-]\d[\d.,]*$/

/**
 * Rows of cells as CSV (RFC 4180): commas, CR LF behind each row, quotes where a cell holds a comma, a quote or a line end. Words
 * that a table program would take for a formula get an apostrophe before them: those of a letter or a reason are anybody's.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(cell: string): string {
  const words = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}
