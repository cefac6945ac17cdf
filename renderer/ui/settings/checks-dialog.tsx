import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHECK_IDS, type CheckId } from '../../../shared/check/check-id.ts'
import {
  type CheckTallies,
  NO_TALLY,
  precisionOf,
  shownBy,
} from '../../../shared/check/check-tally.ts'
import { isCheckOn } from '../../../shared/check/is-check-on.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { TickBox } from '../kit/tick-box.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'
import './checks-dialog.css'

/** Each check with what it has shown in this collection, how much of that was right as far as persons have said, and whether it is on. */
export function ChecksDialog() {
  const { t } = useTranslation()
  const session = useSession()
  const tallies = useTallies()
  const check = () => {
    closeDialog()
    void session.checks.checkCollection()
  }
  return (
    <Dialog
      title={t('checks.title')}
      onClose={closeDialog}
      wide
      foot={
        <>
          <Button onPress={check}>{t('checks.command.checkAll')}</Button>
          <Button look="primary" onPress={closeDialog} autoFocus>
            {t('app.close')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('checks.explain')}</p>
      <table className="checks-table" aria-busy={tallies === null}>
        <thead>
          <tr>
            <th scope="col">{t('checks.check')}</th>
            <th scope="col">{t('checks.shown')}</th>
            <th scope="col">{t('checks.confirmed')}</th>
            <th scope="col">{t('checks.noFault')}</th>
            <th scope="col">{t('checks.precision')}</th>
          </tr>
        </thead>
        <tbody>
          {CHECK_IDS.map((id) => (
            <CheckRow key={id} id={id} tallies={tallies} />
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}

function CheckRow(props: { readonly id: CheckId; readonly tallies: CheckTallies | null }) {
  const { id, tallies } = props
  const { t, i18n } = useTranslation()
  const session = useSession()
  const isOn = useSessionState((state) => isCheckOn(state.translation, id))
  const tally = tallies && (tallies[id] ?? NO_TALLY)
  const precision = tally && precisionOf(tally)
  const { format } = new Intl.NumberFormat(i18n.language)
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
  return (
    <tr data-off={!isOn || undefined}>
      <th scope="row">
        <TickBox isSelected={isOn} onChange={(on) => void session.checks.setCheck(id, on)}>
          {t(`check.${id}.name`)}
        </TickBox>
      </th>
      <td>{tally && format(shownBy(tally))}</td>
      <td>{tally && format(tally.confirmed)}</td>
      <td>{tally && format(tally.dismissed)}</td>
      <td>{tally && (precision === null ? '–' : percent.format(precision))}</td>
    </tr>
  )
}

/** The tallies as they are, null before they are read; counted again whenever the letters of the library or what is known of the translation have changed. */
function useTallies(): CheckTallies | null {
  const session = useSession()
  const letters = useSessionState((state) => state.letters)
  const translation = useSessionState((state) => state.translation)
  const [tallies, setTallies] = useState<CheckTallies | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tallies are others when letters or rules are
  useEffect(() => {
    let current = true
    void session.checks.tallies().then((read) => {
      if (current) setTallies(read)
    })
    return () => {
      current = false
    }
  }, [session, letters, translation])
  return tallies
}
