import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession, useSessionState } from '../session-context.tsx'
import { EmptyPanel } from './empty-panel.tsx'
import { groupMentions, type MentionGroup } from './group-mentions.ts'
import { useLetterRows } from './use-letter.ts'
import { useRows } from './use-rows.ts'

/** Who and what the letter mentions, by register entry; pressing one goes to its mentions in turn. */
export function EntitiesPanel() {
  const { t } = useTranslation()
  const session = useSession()
  const side = useSessionState((state) => state.open?.activeSide ?? 'translation')
  const entities = useSessionState((state) => state.entities)
  const { mentions } = useLetterRows(side)
  const list = useRows<HTMLUListElement>()
  const turn = useRef({ key: '', index: -1 })
  const groups = groupMentions(mentions, entities)
  if (groups.length === 0)
    return (
      <EmptyPanel title={t('letterView.entities.none')} text={t('letterView.entities.noneHow')} />
    )
  const goTo = (group: MentionGroup) => {
    const last = turn.current
    const index = last.key === group.key ? (last.index + 1) % group.rows.length : 0
    turn.current = { key: group.key, index }
    const row = group.rows[index]
    if (row) session.editor(side)?.selectRecord('mentions', row.record.id)
  }
  return (
    <ul className="rows" ref={list.ref} onKeyDown={list.onKeyDown}>
      {groups.map((group) => (
        <li key={group.key}>
          <button type="button" className="row entity-row" data-row onClick={() => goTo(group)}>
            <span className="kind-line" data-kind={group.kind}>
              {group.label ?? t('letterView.entities.unlinked')}
            </span>
            <small>
              {t(`letterView.kind.${group.kind}`)}
              {' · '}
              {[...new Set(group.rows.map((row) => row.text))].slice(0, 3).join(', ')}
            </small>
            <span className="count">{group.rows.length}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
