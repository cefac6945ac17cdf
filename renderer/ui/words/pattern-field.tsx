import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { patternOfWords, wordsOfPattern } from '../../../shared/translate/spread/plain-pattern.ts'
import { Field } from '../kit/field.tsx'

/** What a rule finds: words where it was made of words, and may be told to be whole ones; else its regular expression. */
export function PatternField(props: {
  readonly pattern: string
  readonly onChange: (pattern: string) => void
  readonly error: string | null
  readonly autoFocus: boolean
}) {
  const { t } = useTranslation()
  const { pattern, onChange, error, autoFocus } = props
  const [plain, setPlain] = useState(() => wordsOfPattern(pattern))
  const label = t('words.rules.pattern')
  if (!plain)
    return (
      <Field
        {...{ label, error, autoFocus }}
        help={t('words.rules.patternHelp')}
        value={pattern}
        onChange={onChange}
      />
    )
  const set = (change: Partial<typeof plain>) => {
    const now = { ...plain, ...change }
    setPlain(now)
    onChange(patternOfWords(now))
  }
  return (
    <>
      <Field
        {...{ label, error, autoFocus }}
        value={plain.words}
        onChange={(words) => set({ words })}
      />
      <Checkbox className="checkbox" isSelected={plain.whole} onChange={(whole) => set({ whole })}>
        <span className="checkbox-box" aria-hidden />
        {t('spread.kind.word')}
      </Checkbox>
    </>
  )
}
