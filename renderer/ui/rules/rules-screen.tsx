import { useEffect, useMemo, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Rule, RuleKind } from '../../../shared/import/rules/rule.ts'
import { BackToLetter } from '../back-to-letter.tsx'
import { Button } from '../kit/button.tsx'
import { Select } from '../kit/select.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { FromExample } from './from-example.tsx'
import { RuleForm } from './rule-form.tsx'
import { type ListedRule, listAllRules, newRule, RULE_KINDS, withRule } from './rule-list.ts'
import { TryOut } from './try-out.tsx'

const ALL = 'all'

/** The rules of recognition: listed by kind, switched off, added, changed, tried out on a page. The next import reads with them. */
export function RulesScreen() {
  const { t } = useTranslation()
  const session = useSession()
  const set = useSessionState((state) => state.rules)
  const [kind, setKind] = useState<RuleKind | null>(null)
  const [chosen, choose] = useState<string | null>(null)
  const [draft, setDraft] = useState<Rule | null>(null)
  const [page, setPage] = usePage()
  const all = useMemo(() => listAllRules(set), [set])
  const shown = kind ? all.filter(({ rule }) => rule.kind === kind) : all
  const listed = all.find(({ rule }) => rule.id === chosen) ?? null
  const rule = draft ?? listed?.rule ?? null
  const select = (id: string | null) => {
    choose(id)
    setDraft(null)
  }
  const add = (made: Rule) => {
    void session.setRules(withRule(set, made))
    setKind(made.kind)
    select(made.id)
  }
  return (
    <div className="rules">
      <section className="rules-list" data-pane="rules" aria-label={t('rules.title')}>
        <div className="rules-tools">
          <h1>{t('rules.title')}</h1>
          <p className="muted">{t('rules.what')}</p>
          <Select
            label={t('rules.kindLabel')}
            value={kind ?? ALL}
            choices={[
              { id: ALL, text: t('rules.all') },
              ...RULE_KINDS.map((id) => ({ id, text: t(`rules.kind.${id}`) })),
            ]}
            onChange={(id) => setKind(RULE_KINDS.find((one) => one === id) ?? null)}
          />
          <div className="rule-fields">
            <Button onPress={() => add(newRule(set, kind ?? 'dispatch-number'))}>
              {t('rules.add')}
            </Button>
            <BackToLetter />
          </div>
        </div>
        <Rows rows={shown} chosen={chosen} onSelect={select} />
      </section>
      <section className="rules-main" data-pane="rule" aria-label={t('rules.rule')}>
        {rule ? (
          <RuleForm
            key={rule.id}
            listed={listed}
            rule={rule}
            onDraft={setDraft}
            onGone={() => select(null)}
          />
        ) : (
          <p className="muted rules-choose">{t('rules.choose')}</p>
        )}
        <FromExample page={page} onMake={(kind, made) => add({ ...newRule(set, kind), ...made })} />
        <TryOut rule={rule} page={page} onPage={setPage} />
      </section>
    </div>
  )
}

/** The text rules are tried on: the page of the open letter, or what is pasted. */
function usePage(): [string, (text: string) => void] {
  const session = useSession()
  const [page, setPage] = useState('')
  useEffect(() => {
    let current = true
    void session.linesToTry().then((lines) => {
      if (current && lines !== null) setPage((now) => now || lines)
    })
    return () => {
      current = false
    }
  }, [session])
  return [page, setPage]
}

function Rows(props: {
  rows: readonly ListedRule[]
  chosen: string | null
  onSelect: (id: string) => void
}) {
  const { t } = useTranslation()
  return (
    <ListBox
      className="rules-rows"
      aria-label={t('rules.title')}
      items={props.rows.map((one) => ({ ...one, id: one.rule.id }))}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={props.chosen ? [props.chosen] : []}
      onSelectionChange={(keys) => {
        if (keys !== 'all') for (const key of keys) props.onSelect(String(key))
      }}
    >
      {({ rule, origin }) => {
        const example = rule.examples[0]?.found ?? rule.pattern
        const words = `${t(`rules.kind.${rule.kind}`)}: ${example || t('rules.empty')}`
        return (
          <ListBoxItem className="rule-row" textValue={words}>
            <span className="rule-kind">{t(`rules.kind.${rule.kind}`)}</span>
            <span className="rule-example">{example || t('rules.empty')}</span>
            <span className="muted">
              {[
                origin === 'shipped' ? '' : t(`rules.origin.${origin}`),
                rule.enabled ? '' : t('rules.off'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </ListBoxItem>
        )
      }}
    </ListBox>
  )
}
