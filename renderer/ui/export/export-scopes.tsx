import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useSessionState } from '../session-context.tsx'

export type ExportScope = 'chosen' | 'all'

/** Which letters go out: the one or those chosen, or the whole collection. */
export function ExportScopes(props: {
  letters: readonly string[] | 'all'
  scope: ExportScope
  onChange: (scope: ExportScope) => void
}) {
  const { t } = useTranslation()
  const rows = useSessionState((state) => state.letters)
  const { letters } = props
  const first = letters === 'all' ? undefined : rows.find(({ id }) => id === letters[0])
  const chosen =
    letters !== 'all' && letters.length === 1 && first
      ? first.title
      : t('export.selection', { count: letters === 'all' ? 0 : letters.length })
  return (
    <RadioGroup
      className="field"
      value={props.scope}
      onChange={(value) => props.onChange(value === 'all' ? 'all' : 'chosen')}
    >
      <Label className="field-label">{t('export.which')}</Label>
      {letters === 'all' ? null : (
        <Radio className="radio" value="chosen">
          {chosen}
        </Radio>
      )}
      <Radio className="radio" value="all">
        {t('export.all', { count: rows.length })}
      </Radio>
    </RadioGroup>
  )
}
