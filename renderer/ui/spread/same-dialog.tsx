import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { originalGuard } from '../../../shared/translate/spread/original-guard.ts'
import { compareHits, hitKey, type SpreadHit } from '../../../shared/translate/spread/spread-hit.ts'
import type { SpreadSource } from '../../../shared/translate/spread/spread-source.ts'
import type { CorrectionPlace, HitListener, SameEnd } from '../../session/spread-state.ts'
import { Dialog } from '../kit/dialog.tsx'
import { Field } from '../kit/field.tsx'
import { Segments } from '../kit/segments.tsx'
import { useSession } from '../session-context.tsx'
import { closeDialog, openDialog } from '../ui-state.ts'
import { HitList } from './hit-list.tsx'
import { HitsCount, HitsFoot } from './hits-foot.tsx'
import { proposeRule } from './propose-rule.ts'
import { useApplyKeys } from './use-apply-keys.ts'
import { useSearch } from './use-search.ts'
import { isUsualHit, useTicks } from './use-ticks.ts'

type Shown = 'all' | 'identical' | 'similar'

/** Where else in the collection a correction is right: identical places first, then similar ones, each in its context and ticked one by one or all. */
export function SameDialog({ place }: { readonly place: CorrectionPlace }) {
  const { t } = useTranslation()
  const session = useSession()
  const [shown, setShown] = useState<Shown>('all')
  const { search, hits, triggers, isProposed, setTriggers } = useSameHits(place)
  const ticks = useTicks(hits, isUsualHit)
  const visible = useMemo(
    () => hits.filter(({ rank }) => shown === 'all' || rank === shown),
    [hits, shown],
  )
  const chosen = visible.filter((hit) => ticks.ticked.has(hitKey(hit)) && hit.after !== null)
  const { source = null, record = null } = search.end ?? {}
  const apply = () => {
    if (chosen.length === 0 || !source || !record) return
    closeDialog()
    const { before, after } = source
    const from = { place, record }
    void session.spread.correct({ kind: 'spread', hits: chosen, before, after, from })
  }
  const makeRule = () => {
    if (!source || !record) return
    const title = titleOf(session, place.letter)
    openDialog({ kind: 'make-rule', rule: proposeRule(source, record, triggers, title) })
  }
  const takesKey = useApplyKeys(apply)
  return (
    <Dialog
      title={t('spread.sameTitle')}
      onClose={closeDialog}
      wide="hits"
      foot={
        <HitsFoot
          chosen={source && record ? chosen : []}
          onApply={apply}
          onRule={source ? makeRule : undefined}
        />
      }
    >
      <div className="spread" onKeyDownCapture={takesKey}>
        {search.end && !source ? <p>{t('spread.gone')}</p> : null}
        <SameHead
          {...{ source, hits, shown, triggers, isProposed }}
          onShow={setShown}
          onTriggers={setTriggers}
        />
        <HitsCount {...search} {...countsOf(visible)} more={search.end?.more ?? false} />
        <HitList
          label={t('spread.sameTitle')}
          hits={visible}
          ticked={ticks.ticked}
          onTick={ticks.change}
          onEnter={apply}
          isFirst
        />
        <p className="muted">{t('spread.keys')}</p>
      </div>
    </Dialog>
  )
}

/** The hits in their order, with what the original says to them: the words proposed, until somebody types others. */
function useSameHits(place: CorrectionPlace) {
  const session = useSession()
  const [typed, setTriggers] = useState<string | null>(null)
  const start = useCallback(
    (listen: HitListener) => session.spread.findSame(place, true, listen),
    [session, place],
  )
  const search = useSearch<SameEnd>(start)
  const proposed = search.end?.triggers.join(' ') ?? ''
  const triggers = typed ?? proposed
  const hits = useMemo(() => guarded(search.hits, triggers), [search.hits, triggers])
  return {
    search,
    hits,
    triggers,
    isProposed: triggers !== '' && triggers === proposed,
    setTriggers,
  }
}

function SameHead(props: {
  readonly source: SpreadSource | null
  readonly hits: readonly SpreadHit[]
  readonly shown: Shown
  readonly triggers: string
  /** Whether they are what the program proposes. */
  readonly isProposed: boolean
  readonly onShow: (shown: Shown) => void
  readonly onTriggers: (triggers: string) => void
}) {
  const { t } = useTranslation()
  const { source, hits, shown, triggers, isProposed, onShow, onTriggers } = props
  return (
    <>
      {source ? (
        <p className="spread-what">
          <del>{source.before}</del> <ins>{source.after}</ins>
        </p>
      ) : null}
      <div className="spread-bar">
        <Segments
          label={t('spread.show')}
          items={(['all', 'identical', 'similar'] as const).map((id) => ({
            id,
            text: `${t(`spread.shown.${id}`)} ${countOf(hits, id)}`,
          }))}
          selected={shown}
          onSelect={(id) => onShow(id as Shown)}
        />
        {hits.some(({ aligned }) => aligned !== null) ? (
          <Field
            label={t('spread.trigger')}
            value={triggers}
            onChange={onTriggers}
            lang="ru"
            help={[isProposed && t('spread.triggerProposed'), t('spread.triggerHelp')]
              .filter(Boolean)
              .join(' ')}
          />
        ) : null}
      </div>
    </>
  )
}

function guarded(hits: readonly SpreadHit[], triggers: string): readonly SpreadHit[] {
  const guard = originalGuard([triggers])
  return hits.map((hit) => ({ ...hit, guard: guard(hit.aligned) })).sort(compareHits)
}

function countOf(hits: readonly SpreadHit[], shown: Shown): number {
  return hits.filter(({ rank }) => shown === 'all' || rank === shown).length
}

/** How many hits there are, in how many letters. */
export function countsOf(hits: readonly SpreadHit[]) {
  return { count: hits.length, letters: new Set(hits.map(({ letter }) => letter)).size }
}

function titleOf(session: ReturnType<typeof useSession>, letter: string): string {
  return session.state.getState().letters.find(({ id }) => id === letter)?.title ?? letter
}
