import { useTranslation } from 'react-i18next'
import { TickBox } from '../kit/tick-box.tsx'

/** Whether what was said of each correction goes out with the edition. */
export function TrailField(props: { trail: boolean; onChange: (trail: boolean) => void }) {
  const { t } = useTranslation()
  return (
    <div className="field">
      <TickBox isSelected={props.trail} onChange={props.onChange}>
        {t('exportForms.trail')}
      </TickBox>
      <p className="muted">{t('exportForms.trailHelp')}</p>
    </div>
  )
}
