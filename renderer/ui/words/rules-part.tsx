import type { TFunction } from 'i18next'
import { type ReactNode, useMemo, useReducer, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SHIPPED_RULES } from '../../../shared/translate/shipped-rules.ts'
import { patternOfWords } from '../../../shared/translate/spread/plain-pattern.ts'
import type { CorrectionRule } from '../../../shared/translate/translation-set.ts'
import { Button } from '../kit/button.tsx'
import { type ListedRule, listRules } from '../rule-draft/listed-rule.ts'
import { useFreshRule } from '../rule-draft/use-fresh-rule.ts'
import { CorrectionRuleForm } from './correction-rule-form.tsx'
import { sayPattern } from './say-pattern.ts'
import { sayRuleNote } from './say-rule-note.ts'
import { useTranslationSet } from './use-translation-set.ts'
import { freeIds, withItem, withoutItem } from './with-item.ts'
import { hasWords, WordsFrame, type WordsRow } from './words-frame.tsx'

/** The rules of correction: those made here and those that came with the program, each to be changed, switched off, or put back. */
export function RulesPart({ head }: { readonly head: ReactNode }) {
  const { t, i18n } = useTranslation()
  const { set, travels, change, changeWithUndo } = useTranslationSet()
  const [query, setQuery] = useState('')
  const [chosen, choose] = useState<string | null>(null)
  const all = useMemo(() => listRules(set.rules, SHIPPED_RULES), [set])
  const fresh = useFreshRule<CorrectionRule>()
  const [resets, countReset] = useReducer((count: number) => count + 1, 0)
  const listed = all.find(({ rule }) => rule.id === chosen) ?? fresh.listed(chosen)
  const add = () => {
    const made = newRule(
      query.trim(),
      all.map(({ rule }) => rule),
    )
    fresh.begin(made)
    if (made.pattern !== '') change({ rules: [...set.rules, made] })
    setQuery('')
    choose(made.id)
  }
  const shown = all.filter((one) => isSought(one, query, i18n.language))
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
          key={`${listed.rule.id} ${travels} ${resets}`}
          listed={listed}
          onKeep={(rule) => change({ rules: withItem(set.rules, rule) })}
          onRemove={() => {
            const said = t(listed.origin === 'own' ? 'words.rules.removed' : 'words.rules.reset')
            changeWithUndo({ rules: withoutItem(set.rules, listed.rule.id) }, said)
            fresh.drop()
            countReset()
          }}
        />
      ) : (
        <p className="muted words-choose">{t('words.rules.how')}</p>
      )}
    </WordsFrame>
  )
}

function isSought({ rule }: ListedRule<CorrectionRule>, query: string, language: string): boolean {
  const { pattern, right, trigger, source } = rule
  const note = sayRuleNote(rule, language)
  return hasWords(query, pattern, sayPattern(pattern), right, trigger, note, source)
}

function newRule(words: string, all: readonly CorrectionRule[]): CorrectionRule {
  const pattern = patternOfWords({ words, whole: true })
  return {
    ...{ id: freeIds('own-', all)(), pattern, flags: 'u', trigger: '', right: '' },
    ...{
      category: 'mistranslation',
      severity: 'minor',
      note: '',
      source: '',
      enabled: pattern !== '',
    },
  }
}

function rowOf(
  { rule, origin }: ListedRule<CorrectionRule>,
  t: TFunction,
  language: string,
): WordsRow {
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
