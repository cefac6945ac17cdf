import type { TFunction } from 'i18next'
import { useEffect, useMemo, useRef, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Side } from '../../../shared/letter/canonical.ts'
import { OriginalPlace, useCounterparts } from '../original/original-place.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { useLetterUi } from './letter-store.ts'
import { TextColumn } from './text-column.tsx'
import { useRecords } from './use-letter.ts'
import { usePairs } from './use-pairs.ts'
import { useProblemHere } from './use-problem-here.ts'

/** Width in CSS pixels below which only one text is shown at a time. */
const ROOM_FOR_TWO = 660

/** The texts of the letter: beside each other where there is room, else one at a time behind a switch. */
export function LetterColumns() {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const id = useSessionState((state) => state.open?.id)
  const activeSide = useSessionState((state) => state.open?.activeSide)
  const shownSide = useLetterUi((state) => state.shownSide)
  const [place, isNarrow] = useNarrow()
  usePairs()
  useProblemHere()
  const original = session.editor('original')
  // The text that has the cursor is the one to show.
  useEffect(() => {
    if (activeSide) useLetterUi.setState({ shownSide: activeSide })
  }, [activeSide])
  const isTwo = original !== null
  const isClaimed = useCounterparts().length > 0
  const lang = original?.machine.lang ?? ''
  const language = lang ? languageName(lang, i18n.language) : ''
  const own = useOwnLanguage(id)
  return (
    <div
      className="letter-columns"
      ref={place}
      data-two={((isTwo || isClaimed) && !isNarrow) || undefined}
    >
      {isTwo && isNarrow && <SideSwitch />}
      {!isTwo && <OriginalPlace />}
      {isTwo && (
        <TextColumn
          key={`${id} original`}
          side="original"
          head={t('letterView.columns.originalIn', { language })}
          note={<Transcribers />}
          isHidden={isNarrow && shownSide !== 'original'}
        />
      )}
      <TextColumn
        key={`${id} translation`}
        side="translation"
        head={headOf(own, isTwo, t, i18n.language)}
        note={<Hands isByMachine={isByMachine(own)} />}
        isHidden={isTwo && isNarrow && shownSide !== 'translation'}
      />
    </div>
  )
}

/** Which of the two texts is shown, where there is room for one. */
function SideSwitch() {
  const { t } = useTranslation()
  const session = useSession()
  const shownSide = useLetterUi((state) => state.shownSide)
  const show = (side: Side) => {
    useLetterUi.setState({ shownSide: side })
    session.focusSide(side)
  }
  return (
    <ToggleButtonGroup
      className="side-switch"
      aria-label={t('letterView.columns.which')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[shownSide]}
      onSelectionChange={(keys) => {
        const [side] = keys
        if (side) show(side as Side)
      }}
    >
      <ToggleButton id="original">{t('letterView.columns.original')}</ToggleButton>
      <ToggleButton id="translation">{t('letterView.columns.translation')}</ToggleButton>
    </ToggleButtonGroup>
  )
}

function headOf(lang: string, isTwo: boolean, t: TFunction, locale: string): string {
  if (isTwo || lang === '' || isByMachine(lang)) return t('letterView.columns.translation')
  return t('letterView.columns.textIn', { language: languageName(lang, locale) })
}

// The machine text of a letter never changes, and reading it takes a while in a long one.
function useOwnLanguage(id: string | undefined): string {
  const session = useSession()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another letter is another editor
  return useMemo(() => session.editor('translation')?.machine.lang ?? '', [session, id])
}

// Extension T (RFC 6497) says that a text was put into its language by others than its writer.
function isByMachine(lang: string): boolean {
  return /-t-/i.test(lang)
}

function Hands(props: { readonly isByMachine: boolean }) {
  const { t } = useTranslation()
  const hands = useHands('translation')
  if (!props.isByMachine) return hands && t('letterView.columns.handsOf', { hands })
  if (hands === '') return t('letterView.columns.machine')
  return t('letterView.columns.correctedBy', { hands })
}

/** What is corrected in an original is its transcription. */
function Transcribers() {
  const { t } = useTranslation()
  const hands = useHands('original')
  return hands === '' ? t('align.transcription') : t('align.transcriptionBy', { hands })
}

/** The initials of all who corrected a text. */
function useHands(side: Side): string {
  const { t } = useTranslation()
  const editors = useSessionState((state) => state.editors)
  const { corrections } = useRecords(side)
  return [...new Set(Object.values(corrections).map((one) => one.by))]
    .map(
      (id) =>
        editors.find((editor) => editor.id === id)?.initials ?? t('letterView.columns.unnamed'),
    )
    .join(', ')
}

function languageName(lang: string, locale: string): string {
  const base = lang.split('-')[0] ?? lang
  return new Intl.DisplayNames(locale, { type: 'language' }).of(base) ?? base
}

function useNarrow() {
  const place = useRef<HTMLDivElement>(null)
  const [isNarrow, setNarrow] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const watch = new ResizeObserver(() => setNarrow(element.clientWidth < ROOM_FOR_TWO))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return [place, isNarrow] as const
}
