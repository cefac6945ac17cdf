import type { Node } from 'prosemirror-model'

/** The corrected text between two document positions: without what is struck, blocks parted by line feeds, a join read as a space. */
export function correctedText(doc: Node, from: number, to: number): string {
  const blocks: string[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.isTextblock) {
      blocks.push('')
      return true
    }
    const last = blocks.length - 1
    const add = (text: string) => {
      if (last < 0) blocks.push(text)
      else blocks[last] += text
    }
    if (node.type.name === 'join') add(' ')
    if (node.isText && !node.marks.some((mark) => mark.type.name === 'deletion'))
      add((node.text as string).slice(Math.max(0, from - pos), to - pos))
    return true
  })
  return blocks.join('\n')
}
