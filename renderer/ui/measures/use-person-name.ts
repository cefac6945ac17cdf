import { useTranslation } from 'react-i18next'
import { useSessionState } from '../session-context.tsx'
import { namePerson } from './name-person.ts'

/** What the person of an id is called, in the language of the interface where it is no name. */
export function usePersonName(): (id: string) => string {
  const { t } = useTranslation()
  const editors = useSessionState((state) => state.editors)
  const words = { unnamed: t('letterView.columns.unnamed'), source: t('measures.source') }
  return (id) => namePerson(id, editors, words)
}
