import type { Side } from '../letter/canonical.ts'
import { attributeOf, childElements, findPath, type XmlElement } from '../xml/xml-element.ts'

/**
 * The machine text of one side of an encoded letter: its blocks in document order joined by a line feed, the notes that
 * stand apart behind them; of a choice the `sic`, `orig` or `abbr`, of anchors nothing, of callouts their characters. Null where the letter
 * has no such side.
 */
export function machineView(tei: XmlElement, side: Side): string | null {
  const div = sideOf(tei, side)
  if (!div) return null
  const blocks = textBlocks(div, machineReading)
  const notes = side === 'translation' ? notesApart(tei) : []
  for (const note of notes) blocks.push(...noteBlocks(note, machineReading))
  return blocks.join('\n')
}

/** What a reader of text shows of an element: the characters of its content. */
export type Reading = (element: XmlElement) => string

/** The `div` of one side of a letter; a letter in the language it was written in is its own text. */
export function sideOf(tei: XmlElement, side: Side): XmlElement | undefined {
  const body = findPath(tei, 'text', 'body')
  const types = side === 'translation' ? ['translation', 'letter'] : ['original']
  const isOfSide = (div: XmlElement): boolean => types.includes(attributeOf(div, 'type') ?? '')
  return body && childElements(body, 'div').find(isOfSide)
}

/** The footnotes that stand apart from the text. */
export function notesApart(tei: XmlElement): XmlElement[] {
  const lists = childElements(tei, 'standOff').flatMap((off) =>
    childElements(off, 'listAnnotation'),
  )
  const footnotes = lists.filter((list) => attributeOf(list, 'type') === 'footnotes')
  return footnotes.flatMap((list) => childElements(list, 'note'))
}

/** The blocks of a `div` in order; the parts of a paragraph that an editor broke are one block. */
export function textBlocks(div: XmlElement, reading: Reading): string[] {
  const blocks: string[] = []
  for (const child of childElements(div)) {
    if (child.name === 'note') blocks.push(...noteBlocks(child, reading))
    else if (child.name === 'postscript') appendParts(blocks, childElements(child), reading)
    else if (isBlock(child)) appendParts(blocks, [child], reading)
  }
  return blocks
}

/** The blocks of a note: its paragraphs, or all of it where it has none. */
export function noteBlocks(note: XmlElement, reading: Reading): string[] {
  if (attributeOf(note, 'subtype') === 'empty') return []
  const paragraphs = childElements(note).filter(isBlock)
  if (paragraphs.length === 0) return [reading(note)]
  const blocks: string[] = []
  appendParts(blocks, paragraphs, reading)
  return blocks
}

function isBlock(element: XmlElement): boolean {
  return ['head', 'opener', 'p', 'ab', 'closer', 'fw'].includes(element.name)
}

function appendParts(blocks: string[], elements: readonly XmlElement[], reading: Reading): void {
  for (const element of elements) {
    const text = reading(element)
    const part = attributeOf(element, 'part')
    const last = blocks.length - 1
    if ((part === 'M' || part === 'F') && last >= 0) blocks[last] += text
    else blocks.push(text)
  }
}

function machineReading(element: XmlElement): string {
  const parts = element.children.map((child) => {
    if (child.type === 'text') return child.text
    if (child.type !== 'element') return ''
    if (child.name === 'choice')
      return ['sic', 'orig', 'abbr']
        .flatMap((name) => childElements(child, name))
        .map(machineReading)
        .join('')
    if (child.name === 'milestone') return attributeOf(child, 'unit') === 'block' ? '\n' : ''
    return machineReading(child)
  })
  return parts.join('')
}
