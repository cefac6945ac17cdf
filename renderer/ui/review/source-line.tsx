import { type MouseEvent, memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterReading } from '../../../shared/import/reading.ts'
import { cutLine, findLineSpans, type LineSpan } from '../../../shared/import/review/line-spans.ts'
import { CERTAIN } from '../../../shared/import/review/rate-letter.ts'
import type { ReviewPage } from '../../session/review-state.ts'
import { goToLine, setPlace } from './review-moves.ts'
import type { Stretch } from './review-place.ts'
import { nameOf } from './review-words.ts'
import { focusSource } from './source-focus.ts'
import { useLetterState } from './use-letter-state.ts'

/** A line of the source as the list draws it. */
export interface SourceLineProps {
  readonly id: string
  readonly page: ReviewPage
  readonly line: number
  readonly text: string
  readonly letter: LetterReading | null
  readonly letterKey: string | null
  /** The number of the letter in the page; it gives the band its shade. */
  readonly number: number | null
  readonly isFirst: boolean
  readonly isHere: boolean
  readonly isChosen: boolean
  readonly isLit: boolean
  readonly words?: Stretch
  /** A kind of span to be lit. */
  readonly pointed?: string
}

/** A longer line is cut where one is not at it; the source itself is never cut. */
const SHOWN = 1600

/** One line of the source: its number, its text with what was found in it, and what it is. */
export const SourceLine = memo(function SourceLine(props: SourceLineProps) {
  const { line, letter, letterKey, isHere } = props
  const own = letter?.content.find((one) => one.line === line)
  const text = isHere ? props.text : props.text.slice(0, SHOWN)
  const spans = letter === null ? [] : findLineSpans(letter, line)
  return (
    <div
      className="source-line"
      data-band={props.number === null ? 'outside' : props.number % 2 === 0 ? 'even' : 'odd'}
      data-kind={own?.kind ?? 'outside'}
      data-first={props.isFirst || undefined}
      data-here={isHere || undefined}
      data-chosen={props.isChosen || undefined}
      data-lit={props.isLit || undefined}
      onPointerEnter={() => letterKey && setPlace({ pointed: { letter: letterKey } })}
      onPointerLeave={() => setPlace({ pointed: null })}
    >
      {props.isFirst ? <LetterMark {...props} /> : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for all of its lines */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names its current line */}
      <div
        id={props.id}
        role="option"
        aria-selected={props.isChosen}
        className="source-row"
        onClick={(event) => onPick(event, props)}
      >
        <span className="source-number">{line}</span>
        <span className="source-text">
          {showText(text, spans, props)}
          {text.length < props.text.length ? <span className="muted"> …</span> : null}
        </span>
        <Kind {...props} />
      </div>
    </div>
  )
})

function LetterMark({ letterKey, number }: SourceLineProps) {
  const { t } = useTranslation()
  const state = useLetterState(letterKey)
  return (
    <div className="source-mark" data-state={state}>
      <span>{t('review.letterNumber', { number: number ?? 0 })}</span>
      {state ? <span>{t(`review.state.${state}`)}</span> : null}
    </div>
  )
}

function Kind({ page, line, letter }: SourceLineProps) {
  const { t } = useTranslation()
  const own = letter?.content.find((one) => one.line === line)
  const isSaid = page.draft.given.kinds.has(line)
  const outside = own ? undefined : page.draft.outside.find((one) => one.line === line)
  const name = own ? nameOf('lineKind', own.kind) : nameOf('outsideKind', outside?.kind ?? '')
  const note = own?.note === undefined ? '' : ` ${own.note + 1}`
  if (own?.kind === 'paragraph' && !isSaid) return <span className="source-kind" />
  return (
    <span className="source-kind" data-said={isSaid || undefined}>
      {name}
      {note}
      {isSaid ? <span className="visually-hidden"> {t('review.saidByYou')}</span> : null}
    </span>
  )
}

type Shown = LineSpan | (Stretch & { readonly kind: 'chosen' })

function showText(text: string, spans: readonly LineSpan[], props: SourceLineProps): ReactNode {
  const { words, pointed } = props
  const all: readonly Shown[] = words ? [...spans, { ...words, kind: 'chosen' }] : spans
  return cutLine(text, all).map((stretch) => {
    const found = stretch.spans.filter((span) => span.kind !== 'chosen')
    return (
      <Words
        key={stretch.from}
        text={stretch.text}
        from={stretch.from}
        span={found.at(-1)}
        isChosen={found.length < stretch.spans.length}
        isLit={found.some(({ kind }) => kind === pointed)}
      />
    )
  })
}

function Words(props: {
  readonly text: string
  readonly from: number
  readonly span: LineSpan | undefined
  readonly isChosen: boolean
  readonly isLit: boolean
}) {
  const { text, from, span, isChosen } = props
  if (span === undefined && !isChosen) return <span data-from={from}>{text}</span>
  const isOpen = span?.kind === 'callout' && span.value === ''
  return (
    <span
      data-from={from}
      className="span"
      data-span={span?.kind}
      data-unsure={(span !== undefined && span.confidence < CERTAIN) || undefined}
      data-open={isOpen || undefined}
      data-words={isChosen || undefined}
      data-lit={props.isLit || undefined}
      title={span ? titleOf(span) : undefined}
    >
      {text}
    </span>
  )
}

const titleOf = ({ kind, value, confidence }: LineSpan): string =>
  [nameOf('spanKind', kind), value, `${Math.round(confidence * 100)} %`].filter(Boolean).join(' · ')

/** A click goes to the line; where one is at it already it chooses the span, dragging over text chooses the text. */
function onPick(event: MouseEvent<HTMLElement>, props: SourceLineProps): void {
  const { page, line, isHere, letter } = props
  const dragged = selectedStretch(event.currentTarget)
  focusSource()
  if (!isHere || dragged) goToLine(page, line, event.shiftKey)
  if (dragged) {
    getSelection()?.removeAllRanges()
    setPlace({ words: dragged })
    return
  }
  const at = (event.target as HTMLElement).closest<HTMLElement>('.span')?.dataset['from']
  if (!isHere || at === undefined || letter === null) return
  const span = findLineSpans(letter, line).findLast(
    ({ from, to }) => from <= Number(at) && Number(at) < to,
  )
  if (span) setPlace({ words: { from: span.from, to: span.to } })
}

function selectedStretch(row: HTMLElement): Stretch | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const from = offsetOf(row, range.startContainer, range.startOffset)
  const to = offsetOf(row, range.endContainer, range.endOffset)
  return from === null || to === null || from >= to ? null : { from, to }
}

function offsetOf(row: HTMLElement, node: Node, offset: number): number | null {
  const stretch = node.parentElement?.closest<HTMLElement>('[data-from]')
  if (!stretch || !row.contains(stretch) || node.nodeType !== Node.TEXT_NODE) return null
  return Number(stretch.dataset['from']) + offset
}
