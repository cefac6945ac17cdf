import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Segments } from '../kit/segments.tsx'
import { uiState } from '../ui-state.ts'
import { ReasonsPart } from './reasons-part.tsx'
import { RulesPart } from './rules-part.tsx'
import { TermsPart } from './terms-part.tsx'
import './words.css'

const PARTS = ['rules', 'terms', 'reasons'] as const

/** What the collection knows of its translation: rules of correction, the glossary, and reasons that come again. */
export function WordsScreen() {
  const { t } = useTranslation()
  const [part, setPart] = useState<(typeof PARTS)[number]>(() =>
    uiState.getState().termFile ? 'terms' : 'rules',
  )
  const head = (
    <>
      <h1>{t('words.title')}</h1>
      <Segments
        label={t('words.part')}
        items={PARTS.map((id) => ({ id, text: t(`words.${id}.title`) }))}
        selected={part}
        onSelect={(id) => setPart(PARTS.find((one) => one === id) ?? 'rules')}
      />
    </>
  )
  if (part === 'terms') return <TermsPart head={head} />
  if (part === 'reasons') return <ReasonsPart head={head} />
  return <RulesPart head={head} />
}
