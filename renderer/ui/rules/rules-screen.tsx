import { useEffect, useMemo, useReducer, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Rule, RuleKind } from '../../../shared/import/rules/rule.ts'
import { commitField } from '../../session/commit-field.ts'
import { BackToLetter } from '../back-to-letter.tsx'
import { Button } from '../kit/button.tsx'
import { Select } from '../kit/select.tsx'
import type { ListedRule } from '../rule-draft/listed-rule.ts'
import { sayWithUndo } from '../rule-draft/say-with-undo.ts'
import { useFreshRule } from '../rule-draft/use-fresh-rule.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { findFaults } from './find-faults.ts'
import { FromExample } from './from-example.tsx'
import { RuleForm } from './rule-form.tsx'
import { listAllRules, newRule, RULE_KINDS, withoutRule, withRule } from './rule-list.ts'
import { TryOut } from './try-out.tsx'

const ALL = 'all'

/** The rules of recognition: listed by kind, switched off, added, changed, tried out on a page. The next import reads with them. */
export function RulesScreen() {
  const { t } = useTranslation()
  const work = useRules()
  const { listed } = work
  const [draft, setDraft] = useState<{ readonly key: string; readonly rule: Rule } | null>(null)
  const [page, setPage] = usePage()
  const tried = draft?.key === work.key ? draft.rule : (listed?.rule ?? null)
  return (
    <div className="rules">
      <section className="rules-list" data-pane="rules" aria-label={t('rules.title')}>
        <RulesTools kind={work.kind} onKind={work.setKind} onAdd={work.begin} />
        <Rows rows={work.shown} chosen={work.chosen} onSelect={work.choose} />
      </section>
      <section className="rules-main" data-pane="rule" aria-label={t('rules.rule')}>
        {listed ? (
          <RuleForm
            key={work.key}
            listed={listed}
            onDraft={(rule) => setDraft({ key: work.key, rule })}
            onKeep={work.keep}
            onRemove={() => work.remove(listed)}
          />
        ) : (
          <p className="muted rules-choose">{t('rules.choose')}</p>
        )}
        <FromExample page={page} onMake={work.make} />
        <TryOut rule={tried} page={page} onPage={setPage} />
      </section>
    </div>
  )
}

/** The rules with the one that is chosen, and what can be done to them. */
function useRules() {
  const { t } = useTranslation()
  const session = useSession()
  const set = useSessionState((state) => state.rules)
  const travels = useSessionState((state) => state.listHistories.rules.travels)
  const [resets, countReset] = useReducer((count: number) => count + 1, 0)
  const [kind, setKind] = useState<RuleKind | null>(null)
  const [chosen, choose] = useState<string | null>(null)
  const fresh = useFreshRule<Rule>()
  const all = useMemo(() => listAllRules(set), [set])
  const now = () => session.state.getState().rules
  const keep = (rule: Rule) => void session.setRules(withRule(now(), rule))
  return {
    kind,
    setKind,
    chosen,
    choose,
    shown: kind ? all.filter(({ rule }) => rule.kind === kind) : all,
    listed: all.find(({ rule }) => rule.id === chosen) ?? fresh.listed(chosen),
    /** What shows the chosen rule begins anew with another key. */
    key: `${chosen} ${travels} ${resets}`,
    keep,
    begin() {
      const rule = newRule(now(), kind ?? 'dispatch-number')
      fresh.begin(rule)
      choose(rule.id)
    },
    make(of: RuleKind, made: Pick<Rule, 'pattern' | 'examples'>) {
      const rule = { ...newRule(now(), of), ...made }
      keep({ ...rule, enabled: findFaults(rule).length === 0 })
      if (kind !== null) setKind(of)
      choose(rule.id)
    },
    remove({ rule, origin }: ListedRule<Rule>) {
      void session.setRules(withoutRule(now(), rule.id))
      fresh.drop()
      countReset()
      sayWithUndo(session, t, 'rules', t(origin === 'own' ? 'rules.removed' : 'rules.reset'))
    },
  }
}

function RulesTools(props: {
  readonly kind: RuleKind | null
  readonly onKind: (kind: RuleKind | null) => void
  readonly onAdd: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className="rules-tools">
      <h1>{t('rules.title')}</h1>
      <p className="muted">{t('rules.what')}</p>
      <Select
        label={t('rules.kindLabel')}
        value={props.kind ?? ALL}
        choices={[
          { id: ALL, text: t('rules.all') },
          ...RULE_KINDS.map((id) => ({ id, text: t(`rules.kind.${id}`) })),
        ]}
        onChange={(id) => props.onKind(RULE_KINDS.find((one) => one === id) ?? null)}
      />
      <div className="rule-fields">
        <Button onPress={props.onAdd}>{t('rules.add')}</Button>
        <BackToLetter />
      </div>
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
  rows: readonly ListedRule<Rule>[]
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
        // The press chooses before it takes the focus: what stands typed is kept first.
        commitField()
        if (keys !== 'all') for (const key of keys) props.onSelect(String(key))
      }}
    >
      {({ rule, origin }) => {
        const example = rule.examples.find(({ found }) => found !== '')?.found ?? rule.pattern
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
