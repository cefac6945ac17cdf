import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { QUERY_KINDS, type QueryKind } from '../../../shared/translate/spread/find-text.ts'
import { TEXT_LAYERS, type TextLayer } from '../../../shared/translate/spread/spread-hit.ts'
import { Field } from '../kit/field.tsx'
import { Segments } from '../kit/segments.tsx'
import { Select } from '../kit/select.tsx'
import { TickBox } from '../kit/tick-box.tsx'
import { useSessionState } from '../session-context.tsx'
import { useUi } from '../ui-state.ts'

/** Where is sought: in the open letter, in the letters selected in the library, everywhere. */
export type Scope = 'letter' | 'selection' | 'collection'

/** What is to be found where, and what is to be put there. */
export interface FindWish {
  readonly text: string
  readonly kind: QueryKind
  readonly matchCase: boolean
  readonly layer: TextLayer
  readonly replacement: string
  readonly scope: Scope
}

/** The letters of a scope; null for all. */
export function lettersOf(
  scope: Scope,
  open: string | null,
  selected: ReadonlySet<string>,
): readonly string[] | null {
  if (scope === 'letter') return open === null ? [] : [open]
  return scope === 'selection' ? [...selected] : null
}

/** The fields of find and replace. */
export function FindForm(props: {
  readonly wish: FindWish
  readonly onChange: (change: Partial<FindWish>) => void
  readonly faulty: string | null
}) {
  const { t } = useTranslation()
  const { wish, onChange, faulty } = props
  const scopes = useScopes()
  const form = useRef<HTMLDivElement>(null)
  // What was sought last stands there, ready to be typed over.
  useEffect(() => form.current?.querySelector('input')?.select(), [])
  return (
    <div className="find-form" ref={form}>
      <Field
        label={t('spread.find')}
        value={wish.text}
        onChange={(text) => onChange({ text })}
        error={faulty === null ? null : t('spread.faulty', { message: faulty })}
        autoFocus
      />
      <Field
        label={t('spread.replacement')}
        value={wish.replacement}
        onChange={(replacement) => onChange({ replacement })}
        isReadOnly={wish.layer === 'original'}
        {...(wish.kind === 'regex' && { help: t('spread.groups') })}
      />
      <div className="find-choices">
        <Segments
          label={t('spread.kindLabel')}
          items={QUERY_KINDS.map((id) => ({ id, text: t(`spread.kind.${id}`) }))}
          selected={wish.kind}
          onSelect={(id) => onChange({ kind: id as QueryKind })}
        />
        <TickBox isSelected={wish.matchCase} onChange={(matchCase) => onChange({ matchCase })}>
          {t('spread.matchCase')}
        </TickBox>
        <Select
          label={t('spread.layerLabel')}
          labelHidden
          choices={TEXT_LAYERS.map((id) => ({ id, text: t(`spread.layer.${id}`) }))}
          value={wish.layer}
          onChange={(layer) => onChange({ layer })}
        />
        <Select
          label={t('spread.scopeLabel')}
          labelHidden
          choices={scopes.map((id) => ({ id, text: t(`spread.scope.${id}`) }))}
          value={wish.scope}
          onChange={(scope) => onChange({ scope })}
        />
      </div>
    </div>
  )
}

function useScopes(): readonly Scope[] {
  const isOpen = useSessionState((state) => state.open !== null)
  const isSelected = useUi((ui) => ui.selected.size > 0)
  return [
    ...(isOpen ? (['letter'] as const) : []),
    ...(isSelected ? (['selection'] as const) : []),
    'collection',
  ]
}
