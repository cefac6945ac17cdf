import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { isCheckId } from '../../../shared/check/check-id.ts'
import type { Finding, Problem } from '../../../shared/check/problem.ts'
import { surenessOf } from '../../../shared/check/sureness.ts'
import { useEvidenceWords } from '../original/evidence.tsx'
import { BeforeAfter } from '../reading/before-after.tsx'
import { useSessionState } from '../session-context.tsx'
import { ruleContext, sayRuleNote } from '../words/say-rule-note.ts'
import { doubtValues } from './doubt-values.ts'
import { quoteOthers } from './quote-others.ts'
import { useMachineWords } from './use-machine-words.ts'

/** A problem in plain words, with the words of the letter it is about below; one of a check also with what it proposes and rests on. */
export function ProblemWords({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation()
  const quote = problem.values['quote'] ?? problem.values['text'] ?? ''
  if (isCheckId(problem.code)) return <FindingWords problem={problem} />
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

function FindingWords({ problem }: { readonly problem: Problem }) {
  const { t, i18n } = useTranslation()
  const { finding, values, code } = problem
  const { isThere, wordsAt } = useMachineWords('original')
  const doubt = useDoubtValues(values)
  if (!isCheckId(code)) return null
  const evidence = finding?.evidence ? wordsAt(finding.evidence).trim() : ''
  const proposal = finding?.proposal ?? null
  const rule = { id: finding?.rule ?? '', note: values['note'] ?? '' }
  return (
    <span className="problem-words">
      <span className="finding-head">
        <span className="finding-check">{t(`check.${code}.name`)}</span>
        {finding && <Sureness finding={finding} />}
        {finding && !isThere && !SELF_EVIDENT.has(code) && (
          <span className="badge">{t('checks.conjecture')}</span>
        )}
      </span>
      {proposal !== null && (
        <BeforeAfter
          before={shorten(values['quote'] ?? '')}
          after={(values['lead'] ?? '') + proposal}
        />
      )}
      {evidence !== '' && (
        <q className="finding-evidence" lang="ru">
          {shorten(evidence)}
        </q>
      )}
      <span className="finding-says">
        {t(`check.${code}.says`, {
          ...NO_VALUES,
          ...values,
          others: quoteOthers(values['others'] ?? '', (words) => t('app.quoted', { words })),
          note: sayRuleNote(rule, i18n.language),
          ...(code === 'phrase' && ruleContext(rule)),
          ...(code === 'wrong-pairing' && doubt),
        })}
      </span>
    </span>
  )
}

function useDoubtValues(values: Problem['values']): Problem['values'] {
  const words = useEvidenceWords()
  const letters = useSessionState((state) => state.letters)
  return doubtValues(values, words, (id) => letters.find((row) => row.id === id)?.title ?? id)
}

// What the letter itself shows is no conjecture, with an original or without.
const SELF_EVIDENT: ReadonlySet<string> = new Set([
  'integrity',
  'callouts',
  'doubled-word',
  'spelling',
])

function Sureness({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation()
  const sureness = surenessOf(finding.confidence)
  return (
    <span className="sureness" data-sure={sureness}>
      {t(`checks.sureness.${sureness}`)}
    </span>
  )
}

const LONGEST = 140

function shorten(words: string): string {
  return words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()} …` : words
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
  letter: '',
}

const PARTS = ['repository', 'fond', 'opis', 'delo', 'leaf', 'form'] as const

function fieldWords(fields: string, t: TFunction): string {
  const words = fields.split(', ').map((field) => {
    const part = PARTS.find((one) => one === field)
    return part ? t(`letterView.archive.${part}`) : field
  })
  return words.join(', ')
}
