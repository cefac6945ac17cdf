import { useEffect } from 'react'
import { pasteName } from '../../session/import-actions.ts'
import { useSession } from '../session-context.tsx'

const TYPED_INTO =
  'textarea, input:not([type="checkbox"]), [contenteditable="true"], [role="dialog"] *'

/** Takes a page of text that is pasted while the library is shown, wherever the focus is but in a field or a dialog. */
export function usePaste(): void {
  const session = useSession()
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest(TYPED_INTO)) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text.trim() === '') return
      event.preventDefault()
      void session.importText(pasteName(), text)
    }
    // On the document: without a focus a paste is aimed at the body.
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [session])
}
