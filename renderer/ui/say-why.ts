import type { TFunction } from 'i18next'
import { readWhy, whyValues } from '../../shared/import/why-codes.ts'

/** Why a mark is linked to a note, in the language of the interface; a sentence stored before there were codes comes back as it is. */
export function sayWhy(t: TFunction, why: string): string {
  const parts = readWhy(why)
  if (parts === null) return why
  return parts.map((part) => t(`why.${part.code}`, whyValues(part))).join('; ')
}
