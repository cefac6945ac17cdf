import { Check } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Side } from '../../../shared/letter/canonical.ts'
import type { MachineRange } from '../../../shared/letter/place.ts'
import type { PairRecord } from '../../../shared/letter/records.ts'
import type { SplitPoint } from '../../../shared/translate/pairs/pair-edits.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { goToPair } from './align-acts.ts'
import { segmentWords, type TextLayouts, type Words } from './segment-words.ts'

/** How a text is shown: its pieces, its language, with or without changes. */
export interface ShownText {
  readonly layouts: TextLayouts
  readonly lang: string
  readonly view: 'corrected' | 'changes' | 'machine'
}

interface PairRowProps {
  readonly row: PairRecord
  readonly index: number
  readonly isCrossing: boolean
  /** The side that has the cursor, where it is in this row. */
  readonly current: Side | null
  /** Where the pair would be split, while that is looked for. */
  readonly split: Readonly<Record<Side, SplitPoint>> | null
  readonly texts: Readonly<Record<Side, ShownText>>
}

/** One pair: the sentences of both texts beside each other, and how sure it is that they belong together. */
export const PairRow = memo(function PairRow(props: PairRowProps) {
  const { row, index, isCrossing, current, split, texts } = props
  const session = useSession()
  return (
    <tr
      aria-rowindex={index + 2}
      className="pair-row"
      data-pair={row.id}
      data-current={current ?? undefined}
    >
      {(['original', 'translation'] as const).map((side) => (
        <td
          key={side}
          className="pair-text"
          lang={texts[side].lang}
          data-side={side}
          tabIndex={current === side ? 0 : -1}
          onFocus={() => {
            if (current !== side) goToPair(session, row.id, side)
          }}
        >
          <SideText ranges={row[side]} text={texts[side]} split={split?.[side] ?? null} />
        </td>
      ))}
      <PairState row={row} isCrossing={isCrossing} />
    </tr>
  )
})

function SideText(props: {
  readonly ranges: readonly MachineRange[]
  readonly text: ShownText
  readonly split: SplitPoint | null
}) {
  const { t } = useTranslation()
  const { ranges, text, split } = props
  const border = split?.offset === undefined ? split?.segment : undefined
  if (ranges.length === 0)
    return (
      <p className="pair-none">
        {t('align.none')}
        {split && <SplitBar isBehind />}
      </p>
    )
  return (
    <>
      {ranges.map((range, i) => {
        const words = segmentWords(text.layouts.get(range.block), range, text.view)
        const at = split?.segment === i ? split.offset : undefined
        return (
          <p key={`${range.block} ${range.from}`} className="pair-sentence">
            {border === i && <SplitBar />}
            {at === undefined ? <Run words={words} /> : <CutRun words={words} at={at} />}
            {border === ranges.length && i === ranges.length - 1 && <SplitBar isBehind />}
          </p>
        )
      })}
    </>
  )
}

// It takes no room of its own, and stands in the space between two words, or behind the last.
function SplitBar({ isBehind = false }: { readonly isBehind?: boolean }) {
  const { t } = useTranslation()
  return (
    <span
      className="split-bar"
      data-behind={isBehind || undefined}
      role="img"
      aria-label={t('align.mark')}
    />
  )
}

function CutRun({ words, at }: { readonly words: readonly Words[]; readonly at: number }) {
  const before: Words[] = []
  const after: Words[] = []
  for (const run of words) {
    const length = run.kind === 'put-in' ? 0 : run.text.length
    if (run.from + length <= at) before.push(run)
    else if (run.from >= at) after.push(run)
    else {
      before.push({ ...run, text: run.text.slice(0, at - run.from) })
      after.push({ ...run, text: run.text.slice(at - run.from), from: at })
    }
  }
  return (
    <>
      <Run words={before} />
      <SplitBar />
      <Run words={after} />
    </>
  )
}

function Run({ words }: { readonly words: readonly Words[] }) {
  return words.map((run) => {
    const key = `${run.kind} ${run.from} ${run.text}`
    if (run.kind === 'struck') return <del key={key}>{run.text}</del>
    if (run.kind === 'put-in') return <ins key={key}>{run.text}</ins>
    return <span key={key}>{run.text}</span>
  })
}

function PairState({
  row,
  isCrossing,
}: {
  readonly row: PairRecord
  readonly isCrossing: boolean
}) {
  const { t, i18n } = useTranslation()
  const who = useSessionState(
    ({ editors }) => editors.find(({ id }) => id === row.by)?.initials ?? '',
  )
  if (row.confirmed)
    return (
      <td className="pair-state" data-confirmed>
        <span className="pair-words">
          <Check size={14} aria-hidden />
          <span className="pair-who">
            {who ? t('align.confirmedBy', { who }) : t('align.confirmed')}
          </span>
        </span>
      </td>
    )
  const { confidence } = row
  const level = confidence >= 0.9 ? 'sure' : confidence >= 0.6 ? 'likely' : 'doubtful'
  const words = t(isCrossing ? 'align.crossing' : `align.${level}`)
  // Never rounded up: what is less than sure must not look sure.
  const percent = (Math.floor(confidence * 100) / 100).toLocaleString(i18n.language, {
    style: 'percent',
  })
  return (
    <td className="pair-state" data-level={isCrossing ? 'crossing' : level}>
      <span className="pair-words">
        {words} <span className="pair-percent">{percent}</span>
      </span>
      <span className="pair-bar" aria-hidden>
        <span style={{ inlineSize: `${Math.round(confidence * 100)}%` }} />
      </span>
      {isCrossing && <span className="pair-why">{t('align.crossingWhy')}</span>}
    </td>
  )
}
