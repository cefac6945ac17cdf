import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { useSession } from '../session-context.tsx'
import { findSame, makeRule } from './spread-requests.ts'

/** What else can be done with a correction of the translation: find the same everywhere, make a rule of it. */
export function SpreadButtons({ correction }: { readonly correction: string }) {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <>
      <Button
        tip={t('spread.command.same')}
        tipKeys="Alt-m"
        onPress={() => findSame(session, correction)}
      >
        {t('spread.everywhere')}
      </Button>
      <Button onPress={() => makeRule(session, correction)}>{t('spread.makeRule')}</Button>
    </>
  )
}
