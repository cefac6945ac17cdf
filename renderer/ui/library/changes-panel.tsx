import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usualChoice } from '../../session/after-reimport.ts'
import type { ChangeChoice, ComparedLetter } from '../../session/after-state.ts'
import { Button } from '../kit/button.tsx'
import { Segments } from '../kit/segments.tsx'
import { DiffView } from './diff-view.tsx'
import { LossList } from './loss-list.tsx'

/** What became of one letter in a source read anew, and what is to be done with it; `choice` undefined is what is usual. */
export function ChangesPanel(props: {
  letter: ComparedLetter
  choice: ChangeChoice | undefined
  onChoose: (choice: ChangeChoice) => void
}) {
  const { t } = useTranslation()
  const { letter, onChoose } = props
  const { kind, stored, incoming, carried } = letter
  const [open, setOpen] = useState(false)
  const shown = incoming ?? stored
  const title = shown?.translation.machine.blocks[0]?.text.trim() ?? shown?.id ?? ''
  const choice = props.choice ?? usualChoice(letter)
  const isSettled = kind === 'unchanged' || kind === 'moved'
  return (
    <li className="change" data-kind={kind}>
      <div className="change-head">
        <span className={`change-kind change-${kind}`}>{t(`after.kind.${kind}`)}</span>
        <strong className="change-title">{title}</strong>
        {isSettled ? null : (
          <Segments
            label={t('after.choice', { title })}
            items={[
              { id: 'take', text: t(`after.take.${kind}`) },
              { id: 'keep', text: t(`after.keep.${kind}`) },
            ]}
            selected={choice}
            onSelect={(id) => onChoose(id === 'take' ? 'take' : 'keep')}
          />
        )}
      </div>
      {carried && choice === 'take' ? (
        <LossList losses={carried.notes} none={t('after.allCarried')} />
      ) : null}
      {kind === 'changed' ? (
        <Button look="link" aria-expanded={open} onPress={() => setOpen(!open)}>
          {t('after.showChange')}
        </Button>
      ) : null}
      {open && stored && incoming ? (
        <DiffView before={stored.translation.machine} after={incoming.translation.machine} />
      ) : null}
      {open && stored?.original && incoming?.original ? (
        <DiffView before={stored.original.machine} after={incoming.original.machine} />
      ) : null}
    </li>
  )
}
