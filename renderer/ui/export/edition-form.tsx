import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Field } from '../kit/field.tsx'
import type { EditionFault, EditionForm } from './check-edition.ts'

interface Props {
  readonly form: EditionForm
  readonly faults: Readonly<Record<string, EditionFault>>
  readonly onChange: (form: EditionForm) => void
}

const FIELDS = [
  { name: 'title', tei: 'title', type: 'text' },
  { name: 'editor', tei: 'editor', type: 'text' },
  { name: 'email', tei: 'email', type: 'email' },
  { name: 'publisher', tei: 'publisher', type: 'text' },
  { name: 'baseUrl', tei: 'idno', type: 'url' },
] as const

/** The fields of the edition record, each with what it is for. */
export function EditionFields({ form, faults, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <div className="edition">
      {FIELDS.map(({ name, tei, type }, index) => {
        const fault = faults[name]
        return (
          <Field
            key={name}
            label={t(`edition.${name}`)}
            tei={tei}
            type={type}
            value={form[name]}
            onChange={(value) => onChange({ ...form, [name]: value })}
            help={t(`edition.help.${name}`)}
            error={fault ? t(`edition.fault.${fault}`) : null}
            autoFocus={index === 0}
          />
        )
      })}
      <RadioGroup
        className="field"
        value={form.licence}
        onChange={(licence) =>
          onChange({ ...form, licence: licence === 'CC0-1.0' ? 'CC0-1.0' : 'CC-BY-4.0' })
        }
      >
        <Label className="field-label">
          {t('edition.licence')}
          <span className="tei"> · licence</span>
        </Label>
        <Radio className="radio" value="CC-BY-4.0">
          {t('edition.ccBy')}
        </Radio>
        <Radio className="radio" value="CC0-1.0">
          {t('edition.cc0')}
        </Radio>
      </RadioGroup>
    </div>
  )
}
