import { useTranslation } from 'react-i18next'
import type { TranslationSet } from '../../../shared/translate/translation-set.ts'
import { sayWithUndo } from '../rule-draft/say-with-undo.ts'
import { useSession, useSessionState } from '../session-context.tsx'

/** What the collection knows of its translation, the way to change a part of it, and a change that can be taken back by its notice. */
export function useTranslationSet() {
  const { t } = useTranslation()
  const session = useSession()
  const set = useSessionState((state) => state.translation)
  const travels = useSessionState((state) => state.listHistories.words.travels)
  const change = (part: Partial<TranslationSet>) =>
    void session.setTranslation({ ...session.state.getState().translation, ...part })
  return {
    set,
    /** How often something was taken back or done again: what shows an entry begins anew then. */
    travels,
    change,
    changeWithUndo(part: Partial<TranslationSet>, said: string) {
      change(part)
      sayWithUndo(session, t, 'words', said)
    },
  }
}
