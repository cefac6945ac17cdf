import type { PageReading } from '../../shared/import/reading.ts'
import type { CanonicalLetter, Side } from '../../shared/letter/canonical.ts'
import { decodeSource } from '../../shared/tei/decode/decode-tei.ts'
import { placeFinder } from '../../shared/xml/source/place-finder.ts'

/** The 1-based line of the file on which a block of a letter begins. */
export type LineOfBlock = (side: Side, block: string) => number

/** Finds the lines of a letter of a page by the words of its blocks, which stand in the page in their order; a block that is only a part of a line has the line it is in. */
export function pageLines(page: PageReading, letter: CanonicalLetter): LineOfBlock {
  const printed = page.letters
    .flatMap(({ content }) => content)
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, text }) => ({ line, text }))
  const found = new Map<string, number>()
  for (const side of ['translation', 'original'] as const) {
    const origin = letter[side]?.records.header.origin?.value
    const [first] = letter[side]?.machine.blocks ?? []
    const start = printed.findIndex(
      ({ line, text }) =>
        line >= (origin?.from ?? startOf(page, letter)) && text.includes(first?.text ?? ''),
    )
    let at = Math.max(0, start)
    for (const { id, text } of letter[side]?.machine.blocks ?? []) {
      const next = printed.findIndex((one, i) => i >= at && one.text.includes(text))
      if (next >= 0) at = next
      found.set(`${side} ${id}`, printed[at]?.line ?? 1)
      if (printed[at]?.text === text) at++
    }
  }
  return (side, block) => found.get(`${side} ${block}`) ?? 1
}

function startOf(page: PageReading, { id }: CanonicalLetter): number {
  return page.letters.find((one) => one.id === id)?.lines[0] ?? 1
}

/** The lines of the blocks of each letter of a TEI file, by the letters' ids; nothing for a file that cannot be read. */
export function teiLines(xml: string, name: string): ReadonlyMap<string, LineOfBlock> {
  const decoded = decodeSource(xml, name)
  if (!decoded.ok) return new Map()
  const placeOf = placeFinder(xml)
  return new Map(
    decoded.letters.map(({ letter, sides }): [string, LineOfBlock] => [
      letter.id,
      (side, block) => {
        const element = sides[side]?.blocks.get(block)?.elements[0]
        return element ? placeOf(element.from).line : 1
      },
    ]),
  )
}
