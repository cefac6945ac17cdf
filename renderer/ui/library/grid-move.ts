/** What a key does in the list of letters: where the focus goes, what becomes of the selection. */
export interface GridMove {
  readonly index: number
  readonly select: 'keep' | 'toggle' | 'extend' | 'all' | 'none'
  readonly open: boolean
}

interface GridKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** Reads a key press in the list; null where the list has no use for it. `page` is the number of rows that are seen at once. */
export function gridMove(
  press: GridKey,
  index: number,
  count: number,
  page: number,
): GridMove | null {
  const mod = press.ctrlKey || press.metaKey
  if (mod && press.key.toLowerCase() === 'a') return { index, select: 'all', open: false }
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  }
  const target = targets[press.key]
  if (target !== undefined) {
    const to = Math.max(0, Math.min(count - 1, target))
    return { index: to, select: press.shiftKey ? 'extend' : 'keep', open: false }
  }
  if (mod || press.shiftKey) return null
  if (press.key === 'Enter') return { index, select: 'keep', open: true }
  if (press.key === ' ') return { index, select: 'toggle', open: false }
  if (press.key === 'Escape') return { index, select: 'none', open: false }
  return null
}

/** The selection after a move or click; `anchor` is the row from which a range is drawn. */
export function nextSelection(
  ids: readonly string[],
  selected: ReadonlySet<string>,
  move: Pick<GridMove, 'index' | 'select'>,
  anchor: number,
): ReadonlySet<string> {
  const id = ids[move.index]
  switch (move.select) {
    case 'keep':
      return selected
    case 'none':
      return selected.size === 0 ? selected : new Set()
    case 'all':
      return new Set(ids)
    case 'extend': {
      const [from, to] = [Math.min(anchor, move.index), Math.max(anchor, move.index)]
      return new Set(ids.slice(from, to + 1))
    }
    case 'toggle': {
      const next = new Set(selected)
      if (id !== undefined && !next.delete(id)) next.add(id)
      return next
    }
  }
}
