import { useEffect, useState } from 'react'
import type { Measures } from '../../../shared/translate/measures/collect-measures.ts'
import { useSession } from '../session-context.tsx'
import { closeDialog } from '../ui-state.ts'

/** The measures of the library, counted when the dialog opens; null until they are. The dialog closes where they cannot be. */
export function useMeasures(): Measures | null {
  const session = useSession()
  const [measures, setMeasures] = useState<Measures | null>(null)
  useEffect(() => {
    let isShown = true
    void session.outputs.measure().then((counted) => {
      if (!isShown) return
      if (counted) setMeasures(counted)
      else closeDialog()
    })
    return () => {
      isShown = false
      session.cancelProgress()
    }
  }, [session])
  return measures
}
