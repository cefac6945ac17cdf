import { Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

/** Whether what was said of each correction goes out with the edition. */
export function TrailField(props: { trail: boolean; onChange: (trail: boolean) => void }) {
  const { t } = useTranslation()
  return (
    <div className="field">
      <Checkbox className="checkbox" isSelected={props.trail} onChange={props.onChange}>
        <span className="checkbox-box" aria-hidden />
        {t('exportForms.trail')}
      </Checkbox>
      <p className="muted">{t('exportForms.trailHelp')}</p>
    </div>
  )
}
