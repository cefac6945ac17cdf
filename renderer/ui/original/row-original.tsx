import { useTranslation } from 'react-i18next'
import type { LetterRow } from '../../session/session.ts'
import './original.css'

const WORDS = { 'not-the-original': 'not', 'possible-original': 'possible' } as const

/** In the library, below the state of a letter: that it has no original, or that a text beside it is not it; nothing where it has one. */
export function RowOriginal({ row }: { readonly row: LetterRow }) {
  const { t } = useTranslation()
  if (row.hasOriginal) return null
  const word = row.counterpart ? WORDS[row.counterpart] : 'none'
  return (
    <span
      className="row-original"
      data-is={row.counterpart ?? undefined}
      title={t(`original.rowWhy.${word}`)}
    >
      {t(`original.row.${word}`)}
    </span>
  )
}
