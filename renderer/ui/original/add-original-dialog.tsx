import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OriginalOffer, OriginalOffers } from '../../session/original-types.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Field } from '../kit/field.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'
import { Offer } from './offer.tsx'
import './original.css'

/** Adds the original of a letter: from a file or pasted, judged before anything is stored; where it fits another letter better that is said. */
export function AddOriginalDialog({ letter }: { readonly letter: string }) {
  const { t } = useTranslation()
  const session = useSession()
  const title = useSessionState((state) => state.letters.find(({ id }) => id === letter)?.title)
  const [text, setText] = useState('')
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
    await session.originals.attach(to, offer)
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
            onChange={setText}
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
      {read.offers.map((offer) => (
        <Offer
          key={`${offer.source.name} ${offer.reading.id}`}
          offer={offer}
          onAttach={(to) => onAttach(to ?? letter, offer)}
        />
      ))}
    </div>
  )
}
