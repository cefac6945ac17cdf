import { useEffect, useState } from 'react'
import type { Side } from '../../../shared/letter/canonical.ts'
import { NO_RECORDS, type Records } from '../../../shared/letter/records.ts'
import type { LetterEditor } from '../../editor/letter-editor.ts'
import type { Session } from '../../session/session.ts'
import { useSession } from '../session-context.tsx'
import { type LetterRows, letterRows } from './letter-rows.ts'

const SETTLED = 140

const rowsOfDoc = new WeakMap<object, { readonly records: Records; readonly rows: LetterRows }>()

/** The records of one side, read again a moment after the last change, so that typing never waits for the lists beside the letter. */
export function useRecords(side: Side): Records {
  return useSettledEditor(side)?.state().records ?? NO_RECORDS
}

/** Corrections, notes and mentions of one side for the lists, read again a moment after the last change. */
export function useLetterRows(side: Side): LetterRows {
  const editor = useSettledEditor(side)
  return editor ? rowsOf(editor) : letterRows(null)
}

/** The editor of one side; whoever uses this is drawn again when the letter has settled after a change. */
export function useSettledEditor(side: Side): LetterEditor | null {
  const session = useSession()
  useSettled(session)
  return session.editor(side)
}

function useSettled(session: Session): void {
  const [, redraw] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = session.state.subscribe((now, before) => {
      if (now.open === before.open) return
      clearTimeout(timer)
      const other = now.open?.id !== before.open?.id
      timer = setTimeout(() => redraw((count) => count + 1), other ? 0 : SETTLED)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [session])
}

/** The rows of an editor; the same document with the same records gives the same rows. */
export function rowsOf(editor: LetterEditor): LetterRows {
  const { doc, records } = editor.state()
  const known = rowsOfDoc.get(doc)
  if (known?.records === records) return known.rows
  const rows = letterRows(editor.canonical())
  rowsOfDoc.set(doc, { records, rows })
  return rows
}
