import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OriginalOffer, OriginalOffers } from '../../session/original-types.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Field } from '../kit/field.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { closeDialog, uiState, useUi } from '../ui-state.ts'
import { Offer } from './offer.tsx'
import './original.css'

/** Adds the original of a letter: from a file or pasted, judged before anything is stored; where it fits another letter better that is said. */
export function AddOriginalDialog({ letter }: { readonly letter: string }) {
  const { t } = useTranslation()
  const session = useSession()
  const title = useSessionState((state) => state.letters.find(({ id }) => id === letter)?.title)
  const text = useUi(({ originalDrafts }) => originalDrafts[letter] ?? '')
  const [read, setRead] = useState<OriginalOffers | null>(null)
  const [isBusy, setBusy] = useState(false)
  const show = async (reading: Promise<OriginalOffers | null>) => {
    setBusy(true)
    const found = await reading
    setBusy(false)
    if (found) setRead(found)
  }
  const paste = () => {
    const bytes = new TextEncoder().encode(text)
    void show(session.originals.open(letter, [{ name: t('original.pastedName'), bytes }]))
  }
  const attach = async (to: string, offer: OriginalOffer) => {
    closeDialog()
    if (await session.originals.attach(to, offer)) keepDraft(letter, '')
  }
  return (
    <Dialog
      title={t('original.addTo', { title: title ?? letter })}
      onClose={closeDialog}
      wide
      foot={
        <>
          {read ? (
            <Button onPress={() => setRead(null)}>{t('original.back')}</Button>
          ) : (
            <Button look="primary" onPress={paste} isDisabled={isBusy || text.trim() === ''}>
              {t('original.read')}
            </Button>
          )}
          <Button onPress={closeDialog}>{t('app.cancel')}</Button>
        </>
      }
    >
      {read ? (
        <Offers read={read} letter={letter} onAttach={(to, offer) => void attach(to, offer)} />
      ) : (
        <div className="original-source">
          <Field
            label={t('original.pasteHere')}
            value={text}
            onChange={(typed) => keepDraft(letter, typed)}
            multiline
            autoFocus
            help={t('original.pasteHelp')}
          />
          <p>
            <Button onPress={() => void show(session.originals.choose(letter))} isDisabled={isBusy}>
              {t('original.chooseFile')}
            </Button>
          </p>
        </div>
      )}
    </Dialog>
  )
}

// Closing the window loses nothing of what was typed into it.
function keepDraft(letter: string, text: string): void {
  const { [letter]: _, ...others } = uiState.getState().originalDrafts
  uiState.setState({ originalDrafts: text === '' ? others : { ...others, [letter]: text } })
}

function Offers(props: {
  readonly read: OriginalOffers
  readonly letter: string
  readonly onAttach: (to: string, offer: OriginalOffer) => void
}) {
  const { t } = useTranslation()
  const { read, letter, onAttach } = props
  return (
    <div className="original-offers">
      {read.refused.map(({ name, message }) => (
        <p key={name} className="bad">
          {name}: {message}
        </p>
      ))}
      {read.offers.length === 0 && read.refused.length === 0 ? (
        <p className="muted">{t('original.nothing')}</p>
      ) : null}
      {read.offers.map((offer, at) => (
        <Offer
          key={`${offer.source.name} ${offer.reading.id}`}
          offer={offer}
          isFirst={at === 0}
          onAttach={(to) => onAttach(to ?? letter, offer)}
        />
      ))}
    </div>
  )
}
