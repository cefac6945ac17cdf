import { useState } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { LineKind } from '../../../shared/import/reading.ts'
import { findLineSpans, type LineSpan } from '../../../shared/import/review/line-spans.ts'
import { indexOfLine, ownersOf, type SpanKind } from '../../../shared/import/review/review-draft.ts'
import type { ReviewPage } from '../../session/review-state.ts'
import { Button } from '../kit/button.tsx'
import { Keys } from '../kit/kbd.tsx'
import { useSession } from '../session-context.tsx'
import { useUi } from '../ui-state.ts'
import { LINE_KINDS, SPAN_KEYS, SPAN_KINDS } from './line-keys.ts'
import { changeSide, moveToLetter, sayKind, saySpan, splitHere } from './review-acts.ts'
import { setPlace } from './review-moves.ts'
import { nameOf } from './review-words.ts'
import { focusSource } from './source-focus.ts'

/** What can be done with the current line: what it is, whose it is, and what the spans in it are. */
export function LineBar({ page }: { readonly page: ReviewPage }) {
  const { t } = useTranslation()
  const session = useSession()
  const line = useUi((ui) => ui.review.line)
  if (line === null || indexOfLine(page.draft, line) < 0)
    return <p className="line-bar muted">{t('review.noLine')}</p>
  const letter = page.draft.letters[ownersOf(page.draft).get(line) ?? -1] ?? null
  const spans = letter === null ? [] : findLineSpans(letter, line)
  const kind = letter?.content.find((one) => one.line === line)?.kind
  const isSaid = page.draft.given.kinds.has(line)
  return (
    <div className="line-bar" role="toolbar" aria-label={t('review.lineBar', { line })}>
      {kind === undefined ? (
        <Button onPress={() => splitHere(session)} tip={t('review.command.split')} tipKeys="s">
          {t('review.beginHere')}
        </Button>
      ) : (
        <KindMenu kind={kind} isSaid={isSaid} />
      )}
      <Button onPress={() => changeSide(session)} tip={t('review.command.outside')} tipKeys="x">
        {kind === undefined ? t('review.intoLetter') : t('review.putOutside')}
      </Button>
      <LetterField key={line} />
      {spans
        .filter((span) => span.kind !== 'note-number')
        .map((span) => (
          <SpanChip key={`${span.kind} ${span.from} ${span.to}`} span={span} />
        ))}
      <WordsMenu />
    </div>
  )
}

function KindMenu({ kind, isSaid }: { readonly kind: LineKind; readonly isSaid: boolean }) {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <MenuTrigger onOpenChange={(open) => !open && focusSource()}>
      <AriaButton
        className="btn"
        aria-label={t('review.kindOfLine', { kind: nameOf('lineKind', kind) })}
      >
        {nameOf('lineKind', kind)}
        {isSaid ? <span className="muted">{t('review.saidByYou')}</span> : null}
      </AriaButton>
      <Popover className="popover" offset={4}>
        <Menu
          className="list"
          aria-label={t('review.kindHead')}
          onAction={(id) => sayKind(session, id === 'none' ? null : (String(id) as LineKind))}
        >
          {LINE_KINDS.map((one, at) => (
            <MenuItem className="list-item" key={one} id={one} textValue={nameOf('lineKind', one)}>
              {nameOf('lineKind', one)}
              <Keys keys={String(at + 1)} inOne />
            </MenuItem>
          ))}
          <MenuItem className="list-item" id="none" textValue={t('review.asRead')}>
            {t('review.asRead')}
            <Keys keys="0" inOne />
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** The number of a letter to move the lines to: typed, then Enter. */
function LetterField() {
  const { t } = useTranslation()
  const session = useSession()
  const [number, setNumber] = useState('')
  return (
    <label className="to-letter">
      {t('review.toLetter')}
      <input
        className="input"
        inputMode="numeric"
        value={number}
        onChange={({ target }) => setNumber(target.value.replace(/\D/g, ''))}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') focusSource()
          if (event.key !== 'Enter' || number === '') return
          moveToLetter(session, Number(number))
          setNumber('')
          focusSource()
        }}
      />
    </label>
  )
}

function SpanChip({ span }: { readonly span: LineSpan }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const words = useUi((ui) => ui.review.words)
  const choose = () => {
    setPlace({ words: { from: span.from, to: span.to } })
    focusSource()
  }
  const isChosen = words?.from === span.from && words.to === span.to
  const share = span.confidence.toLocaleString(i18n.language, { style: 'percent' })
  const name = span.kind === 'note-number' ? '' : nameOf('spanKind', span.kind)
  const value =
    span.kind === 'callout'
      ? span.value === ''
        ? t('review.callsNothing')
        : t('review.callsNote', { n: span.value })
      : span.value
  return (
    <span className="span-chip" data-span={span.kind} data-chosen={isChosen || undefined}>
      <AriaButton className="span-name" onPress={choose} aria-pressed={isChosen}>
        <b>{name}</b> {value} <span className="muted">{share}</span>
      </AriaButton>
      <AriaButton
        className="span-remove"
        aria-label={t('review.removeSpan', { kind: name, value })}
        onPress={() => {
          choose()
          saySpan(session, null)
          setPlace({ words: null })
        }}
      >
        ×
      </AriaButton>
    </span>
  )
}

/** What the characters chosen are: offered where some are chosen. */
function WordsMenu() {
  const { t } = useTranslation()
  const session = useSession()
  const words = useUi((ui) => ui.review.words)
  if (words === null) return null
  const keyOf = (kind: SpanKind) => SPAN_KEYS.find((one) => one.kind === kind)?.key
  return (
    <MenuTrigger onOpenChange={(open) => !open && focusSource()}>
      <Button look="primary">{t('review.wordsAre')}</Button>
      <Popover className="popover" offset={4}>
        <Menu
          className="list"
          aria-label={t('review.wordsAre')}
          onAction={(id) => saySpan(session, id === 'none' ? null : (String(id) as SpanKind))}
        >
          {SPAN_KINDS.map((kind) => {
            const key = keyOf(kind)
            return (
              <MenuItem
                className="list-item"
                key={kind}
                id={kind}
                textValue={nameOf('spanKind', kind)}
              >
                {nameOf('spanKind', kind)}
                {key ? <Keys keys={key} inOne /> : null}
              </MenuItem>
            )
          })}
          <MenuItem className="list-item" id="none" textValue={t('review.nothingOfIt')}>
            {t('review.nothingOfIt')}
            <Keys keys="Delete" inOne />
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
