import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { LetterReading } from '../../../shared/import/reading.ts'
import { isCertain, unsureLinks } from '../../../shared/import/review/rate-letter.ts'
import { CardProposals } from '../original/card-proposals.tsx'
import { useUi } from '../ui-state.ts'
import { CardFoot } from './card-foot.tsx'
import { CardNotes } from './card-notes.tsx'
import { CardPairs } from './card-pairs.tsx'
import { countWordsRead } from './count-words-read.ts'
import { goToLetter, goToLine, setPlace } from './review-moves.ts'
import type { ReviewRow } from './review-rows.ts'
import { inWords } from './review-words.ts'
import { type LetterState, useLetterState } from './use-letter-state.ts'

type LetterRow = Extract<ReviewRow, { type: 'letter' }>

/** A letter as it was read: who, to whom, when, where it lies, what is doubtful; it is accepted or left out here. */
export function LetterCard({ row, isHere }: { readonly row: LetterRow; readonly isHere: boolean }) {
  const { letter, page } = row
  const state = useLetterState(row.key)
  const unfolded = useUi((ui) => ui.review.unfolded.has(row.key))
  const lit = useUi((ui) => ui.review.pointed?.letter === row.key)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the article around it has the focus and the keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className="card"
      data-here={isHere || undefined}
      data-lit={lit || undefined}
      data-state={state}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest('button')) goToLetter(page, letter.id)
      }}
      onPointerEnter={() => setPlace({ pointed: { letter: row.key } })}
      onPointerLeave={() => setPlace({ pointed: null })}
    >
      <CardHead row={row} state={state} />
      <Facts row={row} />
      <CardPairs page={page} letter={letter} />
      <CardProposals page={page} letter={letter} />
      <Problems row={row} all={unfolded} />
      {unfolded ? <CardNotes page={page} letter={letter} /> : null}
      <CardFoot letterKey={row.key} state={state} isUnfolded={unfolded} />
    </div>
  )
}

function CardHead({ row, state }: { readonly row: LetterRow; readonly state: LetterState }) {
  const { t } = useTranslation()
  const { letter, number } = row
  return (
    <div className="card-head">
      <span className="card-number">{number}</span>
      <h3 className="serif">{letter.heading || t('review.noHeading')}</h3>
      {state ? (
        <span className="card-state">{t(`review.state.${state}`)}</span>
      ) : (
        <Doubt letter={letter} />
      )}
    </div>
  )
}

function Doubt({ letter }: { readonly letter: LetterReading }) {
  const { t } = useTranslation()
  return isCertain(letter) ? (
    <span className="card-sure">{t('review.sure')}</span>
  ) : (
    <span className="card-doubt">{t('review.unsure')}</span>
  )
}

/** What was read of the letter; over a fact its place in the source is lit. */
function Facts({ row }: { readonly row: LetterRow }) {
  const { t, i18n } = useTranslation()
  const { letter } = row
  const linked = letter.notes.filter(({ callout }) => callout !== null).length
  const words = countWordsRead(letter)
  const share = (confidence: number | undefined) =>
    confidence === undefined || confidence >= 0.95
      ? ''
      : ` · ${confidence.toLocaleString(i18n.language, { style: 'percent' })}`
  const list = (names: readonly string[]) => names.join(', ')
  return (
    <>
      <dl className="facts">
        <Fact row={row} kind="sender" name={t('review.from')}>
          {list(letter.senders)}
        </Fact>
        <Fact row={row} kind="recipient" name={t('review.to')}>
          {list(letter.recipients)}
        </Fact>
        <Fact row={row} kind="date" name={t('review.date')}>
          {letter.date ? `${letter.date.text}${share(letter.date.confidence)}` : ''}
        </Fact>
        <Fact row={row} kind="archive" name={t('review.archive')}>
          {letter.archive.map(({ text }) => text).join('; ')}
        </Fact>
      </dl>
      <p className="fact-counts muted">
        {[
          t('review.words', { count: words }),
          letter.notes.length > 0 && t('review.linked', { linked, notes: letter.notes.length }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}

function Fact(props: {
  readonly row: LetterRow
  readonly kind: string
  readonly name: string
  readonly children: ReactNode
}) {
  const { row, kind } = props
  return (
    <div
      className="fact"
      data-span={kind}
      onPointerEnter={() => setPlace({ pointed: { letter: row.key, kind } })}
      onPointerLeave={() => setPlace({ pointed: { letter: row.key } })}
    >
      <dt>{props.name}</dt>
      <dd>{props.children || <span className="none">—</span>}</dd>
    </div>
  )
}

const SHOWN_PROBLEMS = 3

/** The first few problems of a letter; those of the line one is at are always among them. */
function chooseProblems(
  problems: LetterReading['problems'],
  line: number | null,
): LetterReading['problems'] {
  const here = problems.filter((one) => one.line === line)
  const others = problems.filter((one) => one.line !== line)
  const shown = new Set([...here, ...others.slice(0, Math.max(0, SHOWN_PROBLEMS - here.length))])
  return problems.filter((one) => shown.has(one))
}

function Problems({ row, all }: { readonly row: LetterRow; readonly all: boolean }) {
  const { t, i18n } = useTranslation()
  const { problems } = row.letter
  const links = unsureLinks(row.letter)
  const line = useUi((ui) => (ui.review.letter === row.key ? ui.review.line : null))
  const shown = all ? problems : chooseProblems(problems, line)
  // One at least, as it is why the letter is in doubt.
  const unsure = all ? links : links.slice(0, Math.max(1, SHOWN_PROBLEMS - shown.length))
  const more = problems.length - shown.length + links.length - unsure.length
  if (shown.length === 0 && unsure.length === 0) return null
  return (
    <ul className="card-problems">
      {shown.map(({ line: at, code, message }) => (
        <li key={`${at} ${code} ${message}`} data-here={at === line || undefined}>
          <AriaButton className="problem-line" onPress={() => goToLine(row.page, at)}>
            {t('review.lineNumber', { line: at })}
          </AriaButton>{' '}
          {inWords(`reading.${code}`, message)}
        </li>
      ))}
      {unsure.map(({ line: at, note, confidence }) => (
        <li key={`${at} ${note}`}>
          <AriaButton className="problem-line" onPress={() => goToLine(row.page, at)}>
            {t('review.lineNumber', { line: at })}
          </AriaButton>{' '}
          {t('review.unsureLink', {
            n: row.letter.notes[note]?.n ?? note + 1,
            share: confidence.toLocaleString(i18n.language, { style: 'percent' }),
          })}
        </li>
      ))}
      {more > 0 ? <li className="muted">{t('review.moreProblems', { count: more })}</li> : null}
    </ul>
  )
}
