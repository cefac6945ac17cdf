import type { Node } from 'prosemirror-model'
import { idOf } from '../../../shared/letter/schema.ts'

/** The words that a correction strikes out, and those that it puts in. */
export interface CorrectionWords {
  readonly struck: string
  readonly inserted: string
}

/** The words of every correction that stands in a document, by its id. */
export function wordsByCorrection(doc: Node): ReadonlyMap<string, CorrectionWords> {
  const found = new Map<string, CorrectionWords>()
  doc.descendants((node) => {
    for (const mark of node.marks) {
      const { name } = mark.type
      if (!node.isText || (name !== 'deletion' && name !== 'insertion')) continue
      const { struck, inserted } = found.get(idOf(mark)) ?? { struck: '', inserted: '' }
      const text = node.text as string
      if (name === 'deletion') found.set(idOf(mark), { struck: struck + text, inserted })
      else found.set(idOf(mark), { struck, inserted: inserted + text })
    }
  })
  return found
}
