import { useMemo } from 'react'
import type { Side } from '../../../shared/letter/canonical.ts'
import type { MachineRange } from '../../../shared/letter/place.ts'
import { useSession, useSessionState } from '../session-context.tsx'

/** Gives the words of ranges of one side's machine text, and whether that side is there at all. */
export function useMachineWords(side: Side): {
  readonly isThere: boolean
  readonly wordsAt: (range: MachineRange) => string
} {
  const session = useSession()
  const id = useSessionState((state) => state.open?.id)
  // The machine text of a letter never changes, and reading it takes a while in a long one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another letter is another editor
  return useMemo(() => {
    const blocks = session.editor(side)?.canonical().machine.blocks
    const texts = new Map(blocks?.map((block) => [block.id, block.text]))
    return {
      isThere: blocks !== undefined,
      wordsAt: ({ block, from, to }) => texts.get(block)?.slice(from, to) ?? '',
    }
  }, [session, side, id])
}
