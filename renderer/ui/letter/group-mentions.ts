import type { Entity } from '../../../shared/entity/entity.ts'
import { MENTION_KINDS, type MentionKind } from '../../../shared/letter/records.ts'
import type { MentionRow } from './letter-rows.ts'

/** All mentions of one register entry (or of one date value) in a letter, in the order of the text. `label` is null where nothing is linked yet. */
export interface MentionGroup {
  readonly key: string
  readonly kind: MentionKind
  readonly label: string | null
  readonly rows: readonly MentionRow[]
}

/** Groups the mentions of a letter by what they mean: by kind, within a kind in the order of first mention, the unlinked last. */
export function groupMentions(
  rows: readonly MentionRow[],
  entities: readonly Entity[],
): readonly MentionGroup[] {
  const names = new Map(entities.map((entity) => [entity.id, entity.name]))
  const groups = new Map<string, { kind: MentionKind; label: string | null; rows: MentionRow[] }>()
  for (const row of rows) {
    const { kind, entity, when } = row.record
    const target = entity ?? when ?? null
    const key = `${kind} ${target ?? ''}`
    const group = groups.get(key)
    if (group) group.rows.push(row)
    else groups.set(key, { kind, label: target && (names.get(target) ?? target), rows: [row] })
  }
  const rank = (group: { kind: MentionKind; label: string | null }) =>
    MENTION_KINDS.indexOf(group.kind) * 2 + (group.label === null ? 1 : 0)
  return [...groups].map(([key, group]) => ({ key, ...group })).sort((a, b) => rank(a) - rank(b))
}
