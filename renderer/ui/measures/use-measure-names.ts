import i18next from 'i18next'
import { useLetterNames } from '../use-letter-names.ts'
import type { Grouping } from './measure-rows.ts'
import { usePersonName } from './use-person-name.ts'

const KEYS: Partial<Record<Grouping, (id: string) => string>> = {
  category: (id) => `category.${id}`,
  severity: (id) => `severity.${id}`,
  verdict: (id) => `measures.verdict.${id}`,
  check: (id) => `check.${id}.name`,
}

/** What the counted letters, people and kinds of corrections are called; the id where nobody has named it. */
export function useMeasureNames(
  letters: readonly string[],
): (grouping: Grouping) => (id: string) => string {
  const letterName = useLetterNames(letters)
  const personName = usePersonName()
  const translate = i18next.t as (key: string, options: { defaultValue: string }) => string
  return (grouping) => {
    const key = KEYS[grouping]
    if (key) return (id) => translate(key(id), { defaultValue: id })
    if (grouping === 'editor') return personName
    return letterName
  }
}
