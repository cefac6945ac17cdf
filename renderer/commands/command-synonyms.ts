import i18next from 'i18next'
import type { Command } from './command.ts'

/** Other words for a command, in the language of the interface, by which it is sought: '' where its name says all. */
export function commandSynonyms({ id }: Command): string {
  const key = `synonyms.${id}`
  return i18next.exists(key) ? i18next.t(key as 'synonyms.edit.find') : ''
}
