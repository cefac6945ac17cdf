import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hitKey } from '../../../shared/translate/spread/spread-hit.ts'
import type { HitListener, TextEnd } from '../../session/spread-state.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { closeDialog, uiState } from '../ui-state.ts'
import { FindForm, type FindWish, lettersOf, type Scope } from './find-form.tsx'
import { HitList } from './hit-list.tsx'
import { HitsCount, HitsFoot } from './hits-foot.tsx'
import { kindFor } from './kind-for.ts'
import { countsOf } from './same-dialog.tsx'
import { useApplyKeys } from './use-apply-keys.ts'
import { useSearch } from './use-search.ts'
import { isReplaced, useTicks } from './use-ticks.ts'

const TYPING_MS = 300

// Null as long as nobody has said how the text is sought.
type Draft = Omit<FindWish, 'kind'> & { readonly kind: FindWish['kind'] | null }

const AT_FIRST: Omit<Draft, 'scope'> = {
  ...{ text: '', kind: null, matchCase: false, layer: 'corrected', replacement: '' },
}

// What was sought last is offered again as long as the window lives; never what was put there: it belonged to other words.
let last: Omit<Draft, 'scope'> = AT_FIRST

/** Finds text in the letter, the letters selected or the collection, and puts other text there as tracked corrections. */
export function FindDialog(props: { readonly text: string; readonly scope: Scope }) {
  const { t } = useTranslation()
  const session = useSession()
  const open = useSessionState((state) => state.open?.id ?? null)
  const [draft, setDraft] = useState<Draft>({
    ...{ ...last, scope: props.scope, replacement: '' },
    ...(props.text !== '' && { text: props.text }),
  })
  const wish: FindWish = { ...draft, kind: draft.kind ?? kindFor(draft.text) }
  const change = (part: Partial<FindWish>) => {
    const next = { ...draft, ...part }
    last = next
    setDraft(next)
    ticks.reset()
  }
  const search = useSearch<TextEnd>(useStart(wish, open), TYPING_MS)
  const { hits, end } = search
  // Where nothing is put instead, the words are struck out: that is done only where a person says so.
  const isPut = wish.replacement !== ''
  const ticks = useTicks(hits, isPut ? isReplaced : isNever)
  const chosen = hits.filter((hit) => ticks.ticked.has(hitKey(hit)) && isReplaced(hit))
  const apply = () => {
    if (chosen.length === 0 || search.isStale) return
    closeDialog()
    const { text: before, replacement: after } = wish
    void session.spread.correct({ kind: 'replace', hits: chosen, before, after, from: null })
  }
  const takesKey = useApplyKeys(apply)
  return (
    <Dialog
      title={t('spread.findTitle')}
      onClose={closeDialog}
      wide="hits"
      foot={<HitsFoot chosen={search.isStale ? [] : chosen} onApply={apply} />}
    >
      <div className="spread" onKeyDownCapture={takesKey}>
        <FindForm wish={wish} onChange={change} faulty={end?.faulty ?? null} />
        <div className="spread-bar">
          <HitsCount {...search} {...countsOf(hits)} more={end?.more ?? false} />
          {hits.some(isReplaced) ? (
            <TickAll
              isAll={hits.every((hit) => !isReplaced(hit) || ticks.ticked.has(hitKey(hit)))}
              onTick={(isAll) =>
                ticks.change(new Set(isAll ? hits.filter(isReplaced).map(hitKey) : []))
              }
            />
          ) : null}
        </div>
        {isPut || !hits.some(isReplaced) ? null : <p>{t('spread.striking')}</p>}
        <HitList
          label={t('spread.findTitle')}
          hits={hits}
          ticked={wish.layer === 'original' ? null : ticks.ticked}
          onTick={ticks.change}
          onEnter={apply}
        />
        <p className="muted">{t('spread.keys')}</p>
      </div>
    </Dialog>
  )
}

function isNever(): boolean {
  return false
}

function TickAll(props: { readonly isAll: boolean; readonly onTick: (isAll: boolean) => void }) {
  const { t } = useTranslation()
  return (
    <Button onPress={() => props.onTick(!props.isAll)}>
      {props.isAll ? t('spread.tickNone') : t('spread.tickAll')}
    </Button>
  )
}

// A search for what is wished; the same function as long as the wish is the same.
function useStart(wish: FindWish, open: string | null) {
  const session = useSession()
  const { text, kind, matchCase, layer, replacement, scope } = wish
  const start = useCallback(
    (listen: HitListener) =>
      session.spread.findText(
        { text, kind, matchCase, layer, replacement: layer === 'original' ? null : replacement },
        lettersOf(scope, open, uiState.getState().selected),
        listen,
      ),
    [session, text, kind, matchCase, layer, replacement, scope, open],
  )
  return text === '' ? null : start
}
