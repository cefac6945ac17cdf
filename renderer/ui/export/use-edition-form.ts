import { useState } from 'react'
import type { EditionRecord } from '../../../shared/tei/edition-record.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import {
  checkEdition,
  type EditionFault,
  type EditionForm,
  EMPTY_EDITION,
  tidyEdition,
} from './check-edition.ts'

/** The form of the edition record: faults are shown once somebody has tried to go on. `keep` gives false where there are any. */
export function useEditionForm(): {
  readonly form: EditionForm
  readonly faults: Readonly<Record<string, EditionFault>>
  readonly change: (form: EditionForm) => void
  readonly keep: () => Promise<boolean>
} {
  const session = useSession()
  const edition = useSessionState((state) => state.edition)
  // Who came first edits; who works here now may be the second reader.
  const first = useSessionState(({ editors, me }) => editors[0] ?? me)
  const [form, change] = useState<EditionForm>(
    () => edition ?? { ...EMPTY_EDITION, editor: first?.name ?? '' },
  )
  const [tried, setTried] = useState(false)
  const keep = async () => {
    setTried(true)
    if (Object.keys(checkEdition(form)).length > 0) {
      focusFirstFault()
      return false
    }
    const kept: EditionRecord = {
      ...tidyEdition(form),
      uuid: edition?.uuid || crypto.randomUUID(),
    }
    await session.setEdition(kept)
    return true
  }
  return { form, faults: tried ? checkEdition(form) : {}, change, keep }
}

function focusFirstFault(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('.edition [aria-invalid="true"]')?.focus(),
  )
}
