import { useTranslation } from 'react-i18next'
import type { TranslationSet } from '../../../shared/translate/translation-set.ts'
import { useSession, useSessionState } from '../session-context.tsx'

/** What the collection knows of its translation, the way to change a part of it, and a change that can be taken back by its notice. */
export function useTranslationSet() {
  const { t } = useTranslation()
  const session = useSession()
  const set = useSessionState((state) => state.translation)
  const change = (part: Partial<TranslationSet>) =>
    void session.setTranslation({ ...session.state.getState().translation, ...part })
  return {
    set,
    change,
    changeWithUndo(part: Partial<TranslationSet>, said: string) {
      const before = session.state.getState().translation
      change(part)
      session.notify('good', said, {
        label: t('session.undo'),
        // What was changed of other parts since stays.
        run: () => {
          const keys = Object.keys(part) as (keyof TranslationSet)[]
          change(
            Object.fromEntries(keys.map((key) => [key, before[key]])) as Partial<TranslationSet>,
          )
        },
      })
    },
  }
}
