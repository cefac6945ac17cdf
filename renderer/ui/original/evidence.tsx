import { useTranslation } from 'react-i18next'
import { sayEvidence } from './say-evidence.ts'

/** Gives a sentence of evidence in the words of the interface. */
export function useEvidenceWords(): (sentence: string) => string {
  const { t, i18n } = useTranslation()
  const say = t as unknown as (key: string, values: Readonly<Record<string, string>>) => string
  return (sentence) => sayEvidence(sentence, i18n.language, say)
}

/** Sentences that speak for or against two texts belonging together. */
export function Evidence({ sentences }: { readonly sentences: readonly string[] }) {
  const words = useEvidenceWords()
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{words(sentence)}</li>
      ))}
    </ul>
  )
}
