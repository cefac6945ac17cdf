import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LossQuestion } from '../../session/safety-state.ts'
import { Button } from '../kit/button.tsx'
import { Select } from '../kit/select.tsx'
import { sayCopy, sayWhen } from './safety-words.ts'

interface LibraryLostProps {
  readonly question: LossQuestion
  /** Null as long as nothing was chosen. */
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly onChoose: (name: string | null) => void
}

/** Something of the library is missing: what, and what there is to bring it back from. */
export function LibraryLost({ question, progress, onChoose }: LibraryLostProps) {
  const { t } = useTranslation()
  const { loss, copies, folder, show } = question
  const [name, setName] = useState(loss.copy?.name ?? null)
  const chosen = copies.find((copy) => copy.name === name)
  return (
    <main className="page-notice">
      <h1>{t(`safety.lost.${loss.kind}`)}</h1>
      <Was loss={loss} />
      {chosen ? (
        <p>
          {t('safety.lost.copy', {
            when: sayWhen(chosen.time),
            letters: t('safety.letters', { count: chosen.letters }),
          })}{' '}
          {loss.kind === 'empty' ? '' : t('safety.lost.kept')}
        </p>
      ) : (
        <p>{t('safety.lost.noCopy', { folder })}</p>
      )}
      {copies.length > 1 && !progress ? (
        <Select
          label={t('safety.lost.choose')}
          choices={copies.map((copy) => ({ id: copy.name, text: sayCopy(copy) }))}
          value={name}
          onChange={setName}
        />
      ) : null}
      {progress ? (
        <p role="status">
          {t('safety.lost.bringing')}{' '}
          {progress.total > 0 ? `${progress.done} / ${progress.total}` : ''}
        </p>
      ) : (
        <div className="actions">
          {name ? (
            <Button look="primary" onPress={() => onChoose(name)} autoFocus>
              {t('safety.lost.bring')}
            </Button>
          ) : null}
          <Button onPress={() => onChoose(null)}>{t('safety.lost.goOn')}</Button>
          <Button onPress={show}>{t('safety.show')}</Button>
        </div>
      )}
    </main>
  )
}

function Was({ loss }: Pick<LossQuestion, 'loss'>) {
  const { t } = useTranslation()
  const { kind, was, letters, actions } = loss
  const when = sayWhen(was.time)
  if (kind === 'empty') return <p>{t('safety.lost.wasEmpty', { count: was.letters, when })}</p>
  if (kind === 'older') return <p>{t('safety.lost.wasOlder', { actions, when })}</p>
  return <p>{t('safety.lost.wasFewer', { was: was.letters, now: letters, when })}</p>
}
