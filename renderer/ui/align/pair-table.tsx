import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Side } from '../../../shared/letter/canonical.ts'
import { runById } from '../../commands/run-by-id.ts'
import { Button } from '../kit/button.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { useUi } from '../ui-state.ts'
import { changeSide, goToRow, moveMark, SURE_PAIR } from './align-acts.ts'
import type { AlignPlace } from './align-place.ts'
import './align.css'
import { PairRow, type ShownText } from './pair-row.tsx'
import { type PairView, pairView, rowAt } from './pair-view.ts'
import { layoutsOf } from './segment-words.ts'
import { splitStops } from './split-stops.ts'
import { useLeave } from './use-leave.ts'

/** The sentences of both texts of the letter in pairs, in a table of two columns that takes the place of the texts. */
export function PairTable() {
  const { t } = useTranslation()
  const session = useSession()
  const place = useUi((state) => state.align)
  // What is shown follows every change of text and records.
  useSessionState((state) => state.open?.tick)
  useLeave()
  const texts = useTexts()
  const view = pairView(session)
  if (!place || !view || !texts) return null
  const current = rowAt(view.rows, place)
  return (
    <section className="pair-table" aria-label={t('align.title')}>
      <PairHead view={view} isSplitting={place.split !== null} />
      {view.rows.length === 0 ? (
        <p className="pair-empty">{t('align.noPairs')}</p>
      ) : (
        <PairGrid view={view} place={place} current={current?.id ?? ''} texts={texts} />
      )}
    </section>
  )
}

function PairHead({
  view,
  isSplitting,
}: {
  readonly view: PairView
  readonly isSplitting: boolean
}) {
  const { t } = useTranslation()
  const session = useSession()
  const isReadOnly = useSessionState((state) => state.open?.readOnly ?? true)
  const count = view.rows.length
  const done = view.rows.filter(({ confirmed }) => confirmed).length
  const sure = view.rows.some(
    ({ id, confirmed, confidence }) =>
      !confirmed && confidence >= SURE_PAIR && !view.crossing.has(id),
  )
  return (
    <div className="pair-head">
      <div>
        <h2>
          {t('align.title')} <span>{t('align.confirmedOf', { done, count })}</span>
        </h2>
        <PairHow isReadOnly={isReadOnly} isSplitting={isSplitting} />
      </div>
      <div className="pair-acts">
        {!isReadOnly && (
          <Button
            keys="a"
            isDisabled={!sure}
            onPress={() => runById(session, 'align.confirm-sure')}
          >
            {t('align.confirmSure')}
          </Button>
        )}
        <Button keys="Escape" onPress={() => runById(session, 'align.close')}>
          {t('align.back')}
        </Button>
      </div>
    </div>
  )
}

// Both sentences take the room of the longer one, so that nothing moves when the other is said.
function PairHow(props: { readonly isReadOnly: boolean; readonly isSplitting: boolean }) {
  const { t } = useTranslation()
  const { isReadOnly, isSplitting } = props
  const now = isReadOnly ? 'align.readOnly' : isSplitting ? 'align.howSplit' : 'align.how'
  const all = isReadOnly
    ? (['align.readOnly'] as const)
    : (['align.how', 'align.howSplit'] as const)
  return (
    <div className="pair-how">
      {all.map((how) => (
        <p key={how} data-now={how === now || undefined}>
          {t(how)}
        </p>
      ))}
    </div>
  )
}

function PairGrid(props: {
  readonly view: PairView
  readonly place: AlignPlace
  readonly current: string
  readonly texts: Readonly<Record<Side, ShownText>>
}) {
  const { t } = useTranslation()
  const session = useSession()
  const { view, place, current, texts } = props
  const { side, split } = place
  const grid = useCurrentCell()
  const points = useMemo(() => {
    const row = view.rows.find(({ id }) => id === current)
    if (!split || !row) return null
    const pointOf = (of: Side) =>
      splitStops(view.texts, row, of)[split[of]]?.point ?? { segment: 0 }
    return { original: pointOf('original'), translation: pointOf('translation') }
  }, [view, split, current])
  return (
    <div className="pair-grid" ref={grid}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus one after another is a grid
        role="grid"
        aria-label={t('align.title')}
        aria-rowcount={view.rows.length + 1}
        className="pair-rows"
        data-splitting={split !== null || undefined}
        onKeyDown={(event) => moveByKey(event, session, split !== null)}
      >
        <thead>
          <tr aria-rowindex={1} className="pair-names">
            {(['original', 'translation', 'state'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`align.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row, index) => (
            <PairRow
              key={row.id}
              row={row}
              index={index}
              isCrossing={view.crossing.has(row.id)}
              current={row.id === current ? side : null}
              split={row.id === current ? points : null}
              texts={texts}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Arrow keys go through the table; while a pair is being split they move the mark. */
function moveByKey(
  event: KeyboardEvent,
  session: ReturnType<typeof useSession>,
  isSplitting: boolean,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const inTable: Readonly<Record<string, () => void>> = {
    ArrowDown: () => goToRow(session, 1),
    ArrowUp: () => goToRow(session, -1),
    ArrowLeft: () => changeSide(session, 'original'),
    ArrowRight: () => changeSide(session, 'translation'),
    PageDown: () => goToRow(session, 8),
    PageUp: () => goToRow(session, -8),
    Home: () => goToRow(session, Number.NEGATIVE_INFINITY),
    End: () => goToRow(session, Number.POSITIVE_INFINITY),
  }
  const inPair: typeof inTable = {
    ArrowDown: () => changeSide(session),
    ArrowUp: () => changeSide(session),
    Tab: () => changeSide(session),
    ArrowLeft: () => moveMark(session, -1),
    ArrowRight: () => moveMark(session, 1),
    Home: () => moveMark(session, Number.NEGATIVE_INFINITY),
    End: () => moveMark(session, Number.POSITIVE_INFINITY),
  }
  const move = (isSplitting ? inPair : inTable)[event.key]
  if (!move) return
  event.preventDefault()
  move()
}

/** The cell one is at has the focus, unless something outside of the table has it, and stands in view. */
function useCurrentCell() {
  const grid = useRef<HTMLDivElement>(null)
  const isShown = useRef(false)
  // Without a list of what it depends on: each draw may have put another row under the cursor.
  useEffect(() => {
    const cell = grid.current?.querySelector<HTMLElement>('.pair-text[tabindex="0"]')
    const { activeElement } = document
    const isOurs =
      !isShown.current || activeElement === document.body || grid.current?.contains(activeElement)
    if (!cell || !isOurs) return
    isShown.current = true
    if (cell !== activeElement) cell.focus({ preventScroll: true })
    cell.closest('.pair-row')?.scrollIntoView({ block: 'nearest' })
  })
  // In a window of another size the rows have other heights: the current one stays in view.
  useEffect(() => {
    const element = grid.current
    if (!element) return
    const watch = new ResizeObserver(() =>
      element.querySelector('.pair-row[data-current]')?.scrollIntoView({ block: 'nearest' }),
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return grid
}

function useTexts(): Readonly<Record<Side, ShownText>> | null {
  const session = useSession()
  const view = useSessionState((state) => state.open?.view ?? 'changes')
  const [translation, original] = [session.editor('translation'), session.editor('original')]
  const ours = original && layoutsOf(original)
  const theirs = translation && layoutsOf(translation)
  return useMemo(() => {
    if (!translation || !original || !ours || !theirs) return null
    return {
      original: { layouts: ours, lang: original.machine.lang, view },
      translation: { layouts: theirs, lang: translation.machine.lang, view },
    }
  }, [translation, original, ours, theirs, view])
}
