import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { EXCHANGE_FORMS } from '../../../shared/exchange/exchange-forms.ts'

/** The forms of an export: the edition, forms for other programs, a list for paper. */
const EXPORT_FORMS = ['tei', ...EXCHANGE_FORMS, 'list'] as const
export type ExportForm = (typeof EXPORT_FORMS)[number]

/** In which form the letters go out. */
export function ExportForms(props: { form: ExportForm; onChange: (form: ExportForm) => void }) {
  const { t } = useTranslation()
  const { form, onChange } = props
  const choose = (value: string) => onChange(EXPORT_FORMS.find((one) => one === value) ?? 'tei')
  return (
    <RadioGroup className="field" value={form} onChange={choose}>
      <Label className="field-label">{t('exportForms.label')}</Label>
      {EXPORT_FORMS.map((one) => (
        <Radio key={one} className="radio" value={one}>
          {t(`exportForms.${one}`)}
        </Radio>
      ))}
    </RadioGroup>
  )
}
