import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeChoice, SourceComparison } from '../../session/after-state.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useSession } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'
import { ChangesPanel } from './changes-panel.tsx'

/** The pages under review beside what the library has of them: letter by letter what changed, and what is to be done. */
export function ChangesDialog() {
  const { t } = useTranslation()
  const session = useSession()
  const [comparison, setComparison] = useState<SourceComparison | null | undefined>(undefined)
  const [choices, setChoices] = useState<ReadonlyMap<string, ChangeChoice>>(new Map())
  useEffect(() => {
    let current = true
    void session.after.compareReview().then((made) => {
      if (current) setComparison(made)
    })
    return () => {
      current = false
    }
  }, [session])
  const store = async () => {
    if (!comparison) return
    closeDialog()
    if (await session.after.storeChanges(comparison, choices)) session.dropReview()
  }
  return (
    <Dialog
      title={t('after.changes')}
      onClose={closeDialog}
      wide
      foot={
        <>
          <Button onPress={closeDialog}>{t('app.cancel')}</Button>
          <Button
            key={comparison ? 'ready' : 'waiting'}
            look="primary"
            isDisabled={!comparison}
            onPress={() => void store()}
            autoFocus={Boolean(comparison)}
          >
            {t('after.storeChanges')}
          </Button>
        </>
      }
    >
      {comparison === undefined ? <p className="muted">{t('after.comparing')}</p> : null}
      {comparison === null ? <p>{t('after.changesNone')}</p> : null}
      {comparison ? (
        <>
          <p className="muted">{t('after.changesHelp')}</p>
          <ul className="plain-list changes" aria-label={t('after.changes')}>
            {comparison.letters.map((letter) => (
              <ChangesPanel
                key={letter.key}
                letter={letter}
                choice={choices.get(letter.key)}
                onChoose={(choice) => setChoices(new Map(choices).set(letter.key, choice))}
              />
            ))}
          </ul>
        </>
      ) : null}
    </Dialog>
  )
}
