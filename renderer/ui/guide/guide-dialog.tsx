import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Keys } from '../kit/kbd.tsx'
import { closeDialog, openDialog } from '../ui-state.ts'
import './guide.css'

const SECTIONS = [
  'library',
  'bring',
  'original',
  'pairs',
  'correct',
  'reading',
  'spread',
  'words',
  'tag',
  'notes',
  'checks',
  'header',
  'after',
  'keep',
  'export',
  'rules',
] as const

/** The user guide: one page, a paragraph for each thing one does. */
export function GuideDialog() {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('guide.title')}
      onClose={closeDialog}
      wide
      foot={
        <>
          <Button onPress={() => openDialog({ kind: 'shortcuts' })} keys="F1">
            {t('guide.find')}
          </Button>
          <Button look="primary" onPress={closeDialog} autoFocus>
            {t('app.close')}
          </Button>
        </>
      }
    >
      <div className="guide">
        {SECTIONS.map((section) => (
          <section key={section}>
            <h3>{t(`guide.${section}.title`)}</h3>
            <p>
              <WithKeys text={t(`guide.${section}.text`)} />
            </p>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

// Keys stand in brackets in the words: `[Alt-p]`, `[?]`, and those of brackets too: `[[]`.
function WithKeys({ text }: { readonly text: string }) {
  let at = 0
  return text.split(/\[([A-Za-z0-9-]+|[[\]?])\]/).map((part, i) => {
    at += part.length
    return i % 2 === 1 ? <Keys key={at} keys={part} /> : part
  })
}
