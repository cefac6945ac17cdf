import { type DragEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDropped } from '../../host/read-dropped.ts'
import { useSession, useSessionState } from '../session-context.tsx'

/** Takes pages that are dropped anywhere in the window, and says so while they hang over it. */
export function DropPages({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const session = useSession()
  const isOpen = useSessionState((state) => state.screen !== 'review')
  const [over, setOver] = useState(false)
  const takes = (event: DragEvent) => isOpen && event.dataTransfer.types.includes('Files')

  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = isOpen ? 'copy' : 'none'
    setOver(isOpen)
  }
  const onDragLeave = (event: DragEvent) => {
    if (!event.relatedTarget) setOver(false)
  }
  const onDrop = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(false)
    if (!takes(event)) return
    readDropped(event.dataTransfer).then(
      (files) => session.importFiles(files),
      (cause) => session.notify('bad', t('library.unreadable', { what: String(cause) })),
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the import command is the first
    <div
      className="drop"
      onDragOverCapture={onDragOver}
      onDragLeave={onDragLeave}
      onDropCapture={onDrop}
    >
      {children}
      {over ? <div className="drop-here">{t('library.dropHere')}</div> : null}
    </div>
  )
}
