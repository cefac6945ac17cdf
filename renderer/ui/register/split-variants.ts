/** The spellings in a text with one on each line: without blanks around them, empty lines and repetitions. */
export function splitVariants(text: string): readonly string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean)
}
