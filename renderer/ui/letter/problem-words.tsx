import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../shared/check/problem.ts'

/** A problem in plain words, with the words of the letter it is about below. */
export function ProblemWords({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation()
  const quote = problem.values['quote'] ?? problem.values['text'] ?? ''
  const words = t(`problem.${problem.code}`, {
    n: problem.values['n'] ?? '',
    fields: fieldWords(problem.values['fields'] ?? '', t),
  })
  return (
    <span className="problem-words">
      <span>{words}</span>
      {quote.trim() !== '' && <q>{quote.trim()}</q>}
    </span>
  )
}

const PARTS = ['repository', 'fond', 'opis', 'delo', 'leaf', 'form'] as const

function fieldWords(fields: string, t: TFunction): string {
  const words = fields.split(', ').map((field) => {
    const part = PARTS.find((one) => one === field)
    return part ? t(`letterView.archive.${part}`) : field
  })
  return words.join(', ')
}
