import type { Span } from '../../letter/place.ts'
import type { SourceElement } from '../../xml/source/source-tree.ts'
import type { EditElement } from '../../xml/source/xml-edits.ts'
import { liveElement, type SidePatch } from './side-patch.ts'

/** What the elements of records that stand in the text cover now; null for those that take nothing up. */
export interface Holders {
  /** Those of the file. */
  readonly inFile: Map<SourceElement, Span | null>
  /** Those of the file that cover nothing beyond one block, by that. */
  readonly byBlock: Map<string, SourceElement[]>
  /** Choices that were made here. */
  readonly choices: Set<EditElement>
}

/** Holders of a side of which nothing is known yet. */
export function noHolders(): Holders {
  return { inFile: new Map(), byBlock: new Map(), choices: new Set() }
}

/** Notes what an element of the file covers now. */
export function holdSpan({ inFile, byBlock }: Holders, element: SourceElement, span: Span): void {
  inFile.set(element, span)
  if (span.from.block !== span.to.block) return
  const known = byBlock.get(span.from.block)
  if (known) known.push(element)
  else byBlock.set(span.from.block, [element])
}

/** What an element covers now, null where it takes nothing up; undefined where it is none of a record. */
export function holderSpan({ holders }: SidePatch, element: EditElement): Span | null | undefined {
  if (element.source) return holders.inFile.get(element.source)
  return holders.choices.has(element) ? null : undefined
}

/** The elements that cover something of a block and nothing beyond it, with what that is. */
export function holdersOf(patch: SidePatch, block: string): (readonly [EditElement, Span])[] {
  const { inFile, byBlock } = patch.holders
  return (byBlock.get(block) ?? []).flatMap((element) => {
    const span = inFile.get(element)
    return span ? [[liveElement(patch.edits, element), span] as const] : []
  })
}
