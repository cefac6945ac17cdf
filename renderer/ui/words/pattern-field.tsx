import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { patternOfWords, wordsOfPattern } from '../../../shared/translate/spread/plain-pattern.ts'
import { Field } from '../kit/field.tsx'
import { TickBox } from '../kit/tick-box.tsx'

/** What a rule finds: words, which may be told to be whole ones, or a regular expression where that is chosen or it is one already. */
export function PatternField(props: {
  readonly pattern: string
  readonly onChange: (pattern: string) => void
  readonly onCommit?: () => void
  /** Takes what is chosen rather than typed, where that is another thing. */
  readonly onChoose?: (pattern: string) => void
  readonly error: string | null
  readonly autoFocus: boolean
}) {
  const { t } = useTranslation()
  const { pattern, onChange, onCommit, onChoose = onChange, error, autoFocus } = props
  const [plain, setPlain] = useState(() =>
    pattern === '' ? { words: '', whole: true } : wordsOfPattern(pattern),
  )
  const set = (change: Partial<NonNullable<typeof plain>>) => {
    const now = { words: '', whole: true, ...plain, ...change }
    setPlain(now)
    return patternOfWords(now)
  }
  const field = { label: t('words.rules.pattern'), error, autoFocus, ...(onCommit && { onCommit }) }
  return (
    <>
      {plain ? (
        <Field
          key="pattern"
          {...field}
          value={plain.words}
          onChange={(words) => onChange(set({ words }))}
        />
      ) : (
        <Field
          key="pattern"
          {...field}
          help={t('words.rules.patternHelp')}
          value={pattern}
          onChange={onChange}
        />
      )}
      <div className="words-kinds">
        {plain && (
          <TickBox isSelected={plain.whole} onChange={(whole) => onChoose(set({ whole }))}>
            {t('spread.kind.word')}
          </TickBox>
        )}
        <TickBox
          isSelected={plain === null}
          onChange={(isPattern) => {
            if (isPattern) setPlain(null)
            else onChoose(set(wordsOfPattern(pattern) ?? { words: pattern }))
          }}
        >
          {t('words.rules.regex')}
        </TickBox>
      </div>
    </>
  )
}
