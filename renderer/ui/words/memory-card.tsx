import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemoryHit } from '../../../shared/translate/memory/memory.ts'
import { wordChanges } from '../../../shared/translate/memory/transfer-corrections.ts'
import { Button } from '../kit/button.tsx'
import { useSession } from '../session-context.tsx'
import { useLetterNames } from '../use-letter-names.ts'
import { changesOf, type MemoryOffer, takeFromMemory, useMemoryOffer } from './memory-state.ts'
import { useMemory } from './use-memory.ts'
import './words.css'

const MOST = 3

/** What was corrected in other letters in a sentence like the one the cursor is in; one key takes it over. Nothing where the memory has nothing. */
export function MemoryCard() {
  const { t } = useTranslation()
  useMemory()
  const offer = useMemoryOffer((state) => state.offer)
  const shown = useMemo(() => offer?.hits.slice(0, MOST) ?? [], [offer])
  // The letter that is open is meant by its title alone, so that another of the same title is told apart from it.
  const listed = useMemo(
    () => (offer ? [offer.letter, ...shown.map(({ letter }) => letter)] : []),
    [offer, shown],
  )
  const nameOf = useLetterNames(listed)
  if (!offer) return null
  return (
    <section className="cursor-card memory-card" aria-label={t('words.memory.title')}>
      <h2>{t('words.memory.title')}</h2>
      {shown.map((hit, i) => (
        <Hit
          key={`${hit.letter} ${hit.machine} ${hit.corrected}`}
          offer={offer}
          hit={hit}
          title={nameOf(hit.letter)}
          isFirst={i === 0}
        />
      ))}
    </section>
  )
}

function Hit(props: {
  readonly offer: MemoryOffer
  readonly hit: MemoryHit
  readonly title: string
  readonly isFirst: boolean
}) {
  const { t } = useTranslation()
  const session = useSession()
  const { offer, hit, title, isFirst } = props
  const canTake = changesOf(offer, hit).length > 0
  const likeness = new Intl.NumberFormat(undefined, { style: 'percent' }).format(hit.likeness)
  return (
    <div className="card">
      <p className="memory-words">
        <Difference before={hit.machine} after={hit.corrected} />
      </p>
      <p className="muted">
        {title} · {t('words.memory.like', { likeness })}
        {hit.isSameOriginal && ` · ${t('words.memory.sameOriginal')}`}
      </p>
      <div className="card-actions">
        {canTake && (
          <Button
            {...(isFirst && { keys: 'Alt-t' })}
            onPress={() => {
              takeFromMemory(session, hit)
              session.editor('translation')?.focus()
            }}
          >
            {t('words.memory.take')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  const changes = wordChanges(before, after)
  let at = 0
  const parts = changes.map(({ from, to, text }) => {
    const same = before.slice(at, from)
    const old = before.slice(from, to)
    at = to
    return (
      <span key={from}>
        {same}
        {old && <del>{old}</del>}
        {old && text && ' '}
        {text && <ins>{text}</ins>}
      </span>
    )
  })
  return (
    <>
      {parts}
      {before.slice(at)}
    </>
  )
}
