import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { isCheckId } from '../../../shared/check/check-id.ts'
import type { Problem } from '../../../shared/check/problem.ts'

/** A problem in plain words, with the words of the letter it is about below. */
export function ProblemWords({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation()
  const quote = problem.values['quote'] ?? problem.values['text'] ?? ''
  if (isCheckId(problem.code))
    return (
      <span className="problem-words">
        <span>{t(`check.${problem.code}.says`, { ...NO_VALUES, ...problem.values })}</span>
      </span>
    )
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

// What the sentences of checks may name; a check gives what its own needs.
const NO_VALUES = {
  quote: '',
  value: '',
  evidence: '',
  note: '',
  how: '',
  why: '',
  others: '',
}

const PARTS = ['repository', 'fond', 'opis', 'delo', 'leaf', 'form'] as const

function fieldWords(fields: string, t: TFunction): string {
  const words = fields.split(', ').map((field) => {
    const part = PARTS.find((one) => one === field)
    return part ? t(`letterView.archive.${part}`) : field
  })
  return words.join(', ')
}
