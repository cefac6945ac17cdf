import i18next from 'i18next'
import type { SafetyCopy } from '../../../shared/safety/ledger.ts'

/** A time as a person reads it, in the language of the interface; empty where there is none. */
export function sayWhen(time: string): string {
  const at = new Date(time)
  if (Number.isNaN(at.getTime())) return ''
  const form = { dateStyle: 'medium', timeStyle: 'short' } as const
  return new Intl.DateTimeFormat(i18next.language, form).format(at)
}

/** A safety copy in one line: its day, its letters, its size. */
export function sayCopy({ time, letters, size }: SafetyCopy): string {
  const parts = [
    sayWhen(time),
    i18next.t('safety.letters', { count: letters }),
    i18next.t('safety.size', { size: Math.max(0.1, Math.round(size / 1e5) / 10) }),
  ]
  return parts.join(' · ')
}
