import { useTranslation } from 'react-i18next'
import type { SpreadHit } from '../../../shared/translate/spread/spread-hit.ts'
import { Button } from '../kit/button.tsx'
import { closeDialog } from '../ui-state.ts'

/** What is to be done with the hits ticked, with how many they are. */
export function HitsFoot(props: {
  readonly chosen: readonly SpreadHit[]
  readonly onApply: () => void
  readonly onRule?: (() => void) | undefined
}) {
  const { t } = useTranslation()
  const { chosen, onApply, onRule } = props
  const letters = new Set(chosen.map(({ letter }) => letter)).size
  return (
    <>
      {onRule ? (
        <Button className="foot-first" onPress={onRule}>
          {t('spread.makeRule')}
        </Button>
      ) : null}
      <Button onPress={closeDialog}>{t('app.cancel')}</Button>
      <Button look="primary" isDisabled={chosen.length === 0} onPress={onApply} keys="Mod-Enter">
        {t('spread.apply', {
          places: t('spread.places', { count: chosen.length }),
          letters: t('spread.letters', { count: letters }),
        })}
      </Button>
    </>
  )
}

/** How far a search is, or what it came to; read out by screen readers. */
export function HitsCount(props: {
  readonly count: number
  readonly letters: number
  readonly isRunning: boolean
  readonly done: number
  readonly total: number
  readonly more: boolean
}) {
  const { t } = useTranslation()
  const { count, letters, isRunning, done, total, more } = props
  const values = {
    places: t('spread.places', { count }),
    letters: t('spread.letters', { count: letters }),
  }
  return (
    <p className="hits-count" role="status">
      {count > 0 || !isRunning ? t('spread.found', values) : ''}
      {isRunning ? ` ${t('spread.searching', { done, total })}` : ''}
      {more ? ` ${t('spread.more')}` : ''}
    </p>
  )
}
