import { useEffect, useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { RearrangePreview, RearrangeRequest } from '../../session/after-state.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Select } from '../kit/select.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { closeDialog, uiState } from '../ui-state.ts'
import { LossList } from './loss-list.tsx'

/** Splitting, joining, moving lines: what comes of it and what would not stay as it is, shown before it is done. */
export function RearrangeDialog({ request }: { request: RearrangeRequest }) {
  const { t } = useTranslation()
  const session = useSession()
  const [asked, ask] = useState(request)
  const [preview, setPreview] = useState<RearrangePreview | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    let current = true
    void session.after.plan(asked).then((made) => {
      if (!current) return
      if (made) setPreview(made)
      else closeDialog()
    })
    return () => {
      current = false
    }
  }, [asked, session])
  const carryOut = async () => {
    if (!preview) return
    setBusy(true)
    closeDialog()
    if (await session.after.carryOut(preview)) uiState.setState({ selected: new Set() })
  }
  return (
    <Dialog
      title={t(`after.title.${request.kind}`)}
      onClose={closeDialog}
      wide
      foot={
        <>
          <Button onPress={closeDialog}>{t('app.cancel')}</Button>
          <Button
            key={preview ? 'ready' : 'waiting'}
            look="primary"
            isDisabled={!preview || busy}
            onPress={() => void carryOut()}
            autoFocus={preview !== null}
          >
            {t(`after.do.${request.kind}`)}
          </Button>
        </>
      }
    >
      <p className="muted">{t(`after.explain.${request.kind}`)}</p>
      {preview ? <Preview preview={preview} /> : <p className="muted">…</p>}
      {preview && asked.kind === 'split' ? (
        <SplitChoices asked={asked} preview={preview} ask={ask} />
      ) : null}
    </Dialog>
  )
}

function Preview({ preview }: { preview: RearrangePreview }) {
  const { t } = useTranslation()
  const rows = useSessionState((state) => state.letters)
  const titles = preview.out.map(({ id }) => rows.find((row) => row.id === id)?.title ?? id)
  return (
    <section aria-label={t('after.result')} className="rearranged">
      {titles.length > 1 ? <p>{t('after.madeOf', { titles: titles.join(' + ') })}</p> : null}
      <ol className="rearranged-letters">
        {preview.letters.map(({ id, translation, original }) => {
          const { blocks } = translation.machine
          const last = blocks.findLast(({ note }) => note === undefined)
          return (
            <li key={id} className="rearranged-letter">
              <strong>{blocks[0]?.text}</strong>
              <span className="muted">{last === blocks[0] ? '' : `… ${last?.text ?? ''}`}</span>
              <span className="muted">
                {t('after.part', { count: blocks.length })}
                {original ? ` · ${t('after.withOriginal')}` : ''}
              </span>
            </li>
          )
        })}
      </ol>
      <LossList losses={preview.losses} none={t('after.nothingLost')} />
    </section>
  )
}

type Split = Extract<RearrangeRequest, { readonly kind: 'split' }>

function SplitChoices(props: {
  asked: Split
  preview: RearrangePreview
  ask: (request: Split) => void
}) {
  const { t } = useTranslation()
  const { asked, preview, ask } = props
  const { originalCut, originalLines } = preview
  const hasNotes = preview.letters.some((one) =>
    one.translation.machine.blocks.some(({ note }) => note !== undefined),
  )
  const lines = originalLines?.slice(1) ?? []
  return (
    <>
      {hasNotes ? (
        <RadioGroup
          className="field"
          value={asked.notes}
          onChange={(value) => ask({ ...asked, notes: value === 'stay' ? 'stay' : 'follow' })}
        >
          <Label className="field-label">{t('after.notes')}</Label>
          <Radio className="radio" value="follow">
            {t('after.notesFollow')}
          </Radio>
          <Radio className="radio" value="stay">
            {t('after.notesStay')}
          </Radio>
        </RadioGroup>
      ) : null}
      {originalLines ? (
        <Select
          label={t('after.original')}
          value={typeof originalCut === 'string' ? originalCut : `at ${originalCut.at}`}
          choices={[
            { id: 'first', text: t('after.originalFirst') },
            { id: 'second', text: t('after.originalSecond') },
            ...lines.map(({ id, text }) => ({
              id: `at ${id}`,
              text: t('after.originalAt', { text: text.slice(0, 60) }),
            })),
          ]}
          onChange={(id) => ask({ ...asked, original: readCut(id) })}
        />
      ) : null}
    </>
  )
}

function readCut(id: string): NonNullable<Split['original']> {
  return id === 'first' || id === 'second' ? id : { at: id.slice('at '.length) }
}
