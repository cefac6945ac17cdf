import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  CONCORDANCE_ORDERS,
  type ConcordanceOrder,
  sortConcordance,
} from '../../../shared/translate/sort-concordance.ts'
import { QUERY_KINDS, type QueryKind } from '../../../shared/translate/spread/find-text.ts'
import { hitKey, type SpreadHit, TEXT_LAYERS } from '../../../shared/translate/spread/spread-hit.ts'
import type { HitListener, TextEnd } from '../../session/spread-state.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Field } from '../kit/field.tsx'
import { Segments } from '../kit/segments.tsx'
import { Select } from '../kit/select.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { HitList } from '../spread/hit-list.tsx'
import { HitsCount } from '../spread/hits-foot.tsx'
import { countsOf } from '../spread/same-dialog.tsx'
import { useSearch } from '../spread/use-search.ts'
import { closeDialog, uiState } from '../ui-state.ts'
import { goToHit } from './go-to-hit.ts'
import type { ConcordanceView, SelectedWords } from './left-concordance.ts'
import { selectedWords } from './open-concordance.ts'
import { useFieldKeys } from './use-field-keys.ts'

const TYPING_MS = 300

type Sought = Pick<ConcordanceView, 'text' | 'kind' | 'layer'>

/** A concordance of the collection in either language: every place of some words in its context with the aligned passage, sorted by what stands before or behind. Enter goes there. How it is left is remembered. */
export function ConcordanceDialog({ view }: { readonly view: ConcordanceView }) {
  const { t } = useTranslation()
  const session = useSession()
  const locale = useSessionState((state) => state.settings.locale)
  const [sought, setSought] = useState<Sought>(view)
  const [order, setOrder] = useState<ConcordanceOrder>(view.order)
  const search = useSearch<TextEnd>(useStart(sought), TYPING_MS)
  const { hits, end } = search
  const sorted = useMemo(() => {
    const { compare } = new Intl.Collator([locale, 'ru'], { sensitivity: 'base' })
    return sortConcordance(hits, order, compare)
  }, [hits, order, locale])
  const { text, kind, layer } = sought
  useEffect(() => {
    remember({ text, kind, layer, order, hit: null })
  }, [text, kind, layer, order])
  const go = (hit: SpreadHit) => {
    closeDialog()
    const gone = goToHit(session, hit).then(() => selectedWords(session))
    void gone.then((words) => remember({ text, kind, layer, order, hit: hitKey(hit) }, words))
  }
  const keys = useFieldKeys(search, go)
  return (
    <Dialog title={t('words.concordance.title')} onClose={closeDialog} wide="hits">
      <div className="spread">
        <div ref={keys.form} onKeyDownCapture={keys.onKeyDown}>
          <Sought sought={sought} onChange={setSought} faulty={end?.faulty ?? null} />
        </div>
        <div className="concordance-orders">
          <HitsCount {...search} {...countsOf(hits)} more={end?.more ?? false} />
          <Segments
            label={t('words.concordance.order')}
            items={CONCORDANCE_ORDERS.map((id) => ({
              id,
              text: t(`words.concordance.orders.${id}`),
            }))}
            selected={order}
            onSelect={(id) => setOrder(CONCORDANCE_ORDERS.find((one) => one === id) ?? 'place')}
          />
        </div>
        <InWords
          sought={sought}
          isAsked={!search.isStale && end !== null && hits.length === 0}
          onChange={setSought}
        />
        <HitList
          label={t('words.concordance.title')}
          hits={sorted}
          ticked={null}
          firstActive={view.hit}
          onEnter={go}
          onActive={keys.onActive}
        />
        <p className="muted">{t('words.concordance.keys')}</p>
      </div>
    </Dialog>
  )
}

function remember(view: ConcordanceView, gone: SelectedWords | null = null): void {
  uiState.setState({ concordance: { view, gone } })
}

// A search for what is sought; the same function as long as it is the same, null where nothing is.
function useStart({ text, kind, layer }: Sought) {
  const session = useSession()
  const start = useCallback(
    (listen: HitListener) =>
      session.spread.findText(
        { text, kind, layer, matchCase: false, replacement: null },
        null,
        listen,
      ),
    [session, text, kind, layer],
  )
  return text.trim() === '' ? null : start
}

// Where no whole word is so, the characters may still stand in words: a stem finds all its forms, as Russian needs it.
function InWords(props: {
  readonly sought: Sought
  readonly isAsked: boolean
  readonly onChange: (sought: Sought) => void
}) {
  const { t } = useTranslation()
  const { sought, isAsked, onChange } = props
  const loose: Sought = { ...sought, kind: 'literal' }
  const start = useStart(loose)
  const { hits } = useSearch<TextEnd>(isAsked && sought.kind === 'word' ? start : null)
  if (hits.length === 0) return null
  return (
    <p className="concordance-orders">
      {t('words.concordance.asCharacters', { count: hits.length })}
      <Button onPress={() => onChange(loose)}>{t('words.concordance.anyCharacters')}</Button>
    </p>
  )
}

function Sought(props: {
  readonly sought: Sought
  readonly onChange: (sought: Sought) => void
  readonly faulty: string | null
}) {
  const { t } = useTranslation()
  const { sought, onChange, faulty } = props
  return (
    <div className="concordance-sought">
      <Field
        label={t('words.concordance.text')}
        value={sought.text}
        onChange={(text) => onChange({ ...sought, text })}
        error={faulty === null ? null : t('spread.faulty', { message: faulty })}
        autoFocus
      />
      <Segments
        label={t('spread.kindLabel')}
        items={QUERY_KINDS.map((id) => ({ id, text: t(`spread.kind.${id}`) }))}
        selected={sought.kind}
        onSelect={(id) => onChange({ ...sought, kind: id as QueryKind })}
      />
      <Select
        label={t('spread.layerLabel')}
        labelHidden
        choices={TEXT_LAYERS.map((id) => ({ id, text: t(`spread.layer.${id}`) }))}
        value={sought.layer}
        onChange={(layer) => onChange({ ...sought, layer })}
      />
    </div>
  )
}
