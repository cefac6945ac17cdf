import type { TFunction } from 'i18next'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SHIPPED_RULES } from '../../../shared/translate/shipped-rules.ts'
import { patternOfWords } from '../../../shared/translate/spread/plain-pattern.ts'
import type { CorrectionRule } from '../../../shared/translate/translation-set.ts'
import { Button } from '../kit/button.tsx'
import { CorrectionRuleForm } from './correction-rule-form.tsx'
import {
  freeId,
  type ListedCorrectionRule,
  listCorrectionRules,
  withItem,
  withoutItem,
} from './rule-origin.ts'
import { sayPattern } from './say-pattern.ts'
import { sayRuleNote } from './say-rule-note.ts'
import { useTranslationSet } from './use-translation-set.ts'
import { hasWords, WordsFrame, type WordsRow } from './words-frame.tsx'

/** The rules of correction: those made here and those that came with the program, each to be changed, switched off, or put back. */
export function RulesPart({ head }: { readonly head: ReactNode }) {
  const { t, i18n } = useTranslation()
  const { set, travels, change, changeWithUndo } = useTranslationSet()
  const [query, setQuery] = useState('')
  const [chosen, choose] = useState<string | null>(null)
  const all = useMemo(() => listCorrectionRules(set, SHIPPED_RULES), [set])
  const fresh = useFreshRule(all)
  const listed = all.find(({ rule }) => rule.id === chosen) ?? fresh.listed(chosen)
  const add = () => {
    const made = fresh.make(query.trim())
    if (made.pattern !== '') change({ rules: [...set.rules, made] })
    setQuery('')
    choose(made.id)
  }
  const shown = all.filter(({ rule }) =>
    hasWords(
      query,
      rule.pattern,
      sayPattern(rule.pattern),
      rule.right,
      rule.trigger,
      sayRuleNote(rule, i18n.language),
      rule.source,
    ),
  )
  return (
    <WordsFrame
      head={head}
      title={t('words.rules.title')}
      what={t('words.rules.what', { count: all.length })}
      query={query}
      onQuery={setQuery}
      chosen={chosen}
      onChoose={choose}
      rows={shown.map((one) => rowOf(one, t, i18n.language))}
      tools={<Button onPress={add}>{t('words.rules.add')}</Button>}
    >
      {listed ? (
        <CorrectionRuleForm
          key={`${listed.rule.id} ${travels}`}
          listed={listed}
          onKeep={(rule) => change({ rules: withItem(set.rules, rule) })}
          onRemove={() => {
            const said = t(listed.origin === 'own' ? 'words.rules.removed' : 'words.rules.reset')
            changeWithUndo({ rules: withoutItem(set.rules, listed.rule.id) }, said)
            fresh.drop()
          }}
        />
      ) : (
        <p className="muted words-choose">{t('words.rules.how')}</p>
      )}
    </WordsFrame>
  )
}

// A new rule is stored when something was typed into it.
function useFreshRule(all: readonly ListedCorrectionRule[]) {
  const [fresh, setFresh] = useState<CorrectionRule | null>(null)
  return {
    listed: (id: string | null): ListedCorrectionRule | null =>
      fresh?.id === id ? { rule: fresh, origin: 'own' } : null,
    drop: () => setFresh(null),
    make(words: string): CorrectionRule {
      const made = newRule(
        words,
        all.map(({ rule }) => rule),
      )
      setFresh(made)
      return made
    },
  }
}

function newRule(words: string, all: readonly CorrectionRule[]): CorrectionRule {
  const pattern = patternOfWords({ words, whole: true })
  return {
    ...{ id: freeId('own-', all), pattern, flags: 'u', trigger: '', right: '' },
    ...{
      category: 'mistranslation',
      severity: 'minor',
      note: '',
      source: '',
      enabled: pattern !== '',
    },
  }
}

function rowOf({ rule, origin }: ListedCorrectionRule, t: TFunction, language: string): WordsRow {
  const aside = [
    sayRuleNote(rule, language),
    t(`category.${rule.category}`),
    origin === 'shipped' ? '' : t(`words.rules.origin.${origin}`),
    rule.enabled ? '' : t('words.rules.off'),
  ]
  return {
    id: rule.id,
    words: `${sayPattern(rule.pattern) || t('words.rules.empty')} → ${sayRight(rule.right) || t('words.rules.nothing')}`,
    aside: aside.filter((word) => word !== '').join(' · '),
  }
}

// What a group found is any words; a dollar sign of the words is written twice.
function sayRight(right: string): string {
  return right.replace(/\$(\$|\d|&)/g, (_whole, sign: string) => (sign === '$' ? '$' : '…'))
}
