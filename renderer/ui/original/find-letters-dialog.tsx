import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SURE } from '../../../shared/import/languages/pairing.ts'
import { becauseOf } from '../../../shared/import/languages/propose-counterparts.ts'
import type { LoneOriginal } from '../../session/original-types.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useSession } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'
import { useEvidenceWords } from './evidence.tsx'
import './original.css'

/** A text and the letter that is to get it. */
interface Choice {
  readonly letter: string
  readonly original: string
}

/** The originals that stand alone in the library, with the letters they seem to belong to; one by one or all that are sure are added. */
export function FindLettersDialog({ only }: { readonly only: string | null }) {
  const { t } = useTranslation()
  const session = useSession()
  const [found, setFound] = useState<readonly LoneOriginal[] | null>(null)
  useEffect(() => {
    let isOver = false
    void session.originals.findLone(only).then((lone) => {
      if (!isOver) setFound(lone)
    })
    return () => {
      isOver = true
    }
  }, [session, only])
  const attach = async (choices: readonly Choice[]) => {
    closeDialog()
    for (const { letter, original } of choices)
      if (!(await session.originals.attachLetter(letter, original))) return
  }
  const sure = surelyTaken(found ?? [])
  return (
    <Dialog
      title={t('original.findTitle')}
      onClose={closeDialog}
      wide
      foot={
        <>
          {sure.length > 0 && (
            <Button look="primary" onPress={() => void attach(sure)}>
              {t('original.attachSure', { count: sure.length })}
            </Button>
          )}
          <Button onPress={closeDialog} autoFocus>
            {t('app.close')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('original.findWhy')}</p>
      {found === null && <p role="status">{t('original.busy')}</p>}
      {found?.length === 0 && <p>{t('original.findNone')}</p>}
      {found?.map((lone) => (
        <Lone key={lone.letter} lone={lone} onAttach={(choice) => void attach([choice])} />
      ))}
    </Dialog>
  )
}

/** Each letter gets one text: where two are sure of one letter neither is taken. */
function surelyTaken(found: readonly LoneOriginal[]): readonly Choice[] {
  const choices = found.flatMap(({ letter: original, proposals: [best] }) =>
    best && best.confidence >= SURE ? [{ letter: best.letter, original }] : [],
  )
  return choices.filter(
    ({ letter }) => choices.filter((other) => other.letter === letter).length === 1,
  )
}

function Lone(props: { readonly lone: LoneOriginal; readonly onAttach: (choice: Choice) => void }) {
  const { t, i18n } = useTranslation()
  const words = useEvidenceWords()
  const { letter, title, proposals } = props.lone
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
  return (
    <article className="original-offer">
      <p className="original-start">{title}</p>
      {proposals.map((found) => (
        <div key={found.letter} className="original-other">
          <p>
            {t('original.belongsTo', {
              title: found.title,
              percent: percent.format(found.confidence),
            })}
          </p>
          <p className="muted">{becauseOf(found).map(words).join(' ')}</p>
          <p className="original-acts">
            <Button onPress={() => props.onAttach({ letter: found.letter, original: letter })}>
              {t('original.attachTo', { title: found.title })}
            </Button>
          </p>
        </div>
      ))}
    </article>
  )
}
