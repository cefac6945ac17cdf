import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { closeDialog } from '../ui-state.ts'
import { EditionFields } from './edition-form.tsx'
import { useEditionForm } from './use-edition-form.ts'

/** The edition record, to be read and changed at any time. */
export function EditionDialog() {
  const { t } = useTranslation()
  const { form, faults, change, keep } = useEditionForm()
  const save = async () => {
    if (await keep()) closeDialog()
  }
  return (
    <Dialog
      title={t('edition.heading')}
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={closeDialog}>{t('app.cancel')}</Button>
          <Button look="primary" onPress={() => void save()}>
            {t('edition.keep')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('edition.why')}</p>
      <EditionFields form={form} faults={faults} onChange={change} />
    </Dialog>
  )
}
