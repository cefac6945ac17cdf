import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useFocusInside } from './use-focus-inside.ts'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly foot?: ReactNode
  /** `hits`: as wide as a list of places in their contexts. */
  readonly wide?: boolean | 'hits'
  readonly alert?: boolean
}

/** A modal dialog: Esc or a click beside it closes it and the focus goes back to where it was. */
export function Dialog({ onClose, wide, ...inner }: DialogProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={classOf(wide)}>
        <DialogParts {...inner} />
      </Modal>
    </ModalOverlay>
  )
}

// Drawn only once the window is: its layout is the moment to take the focus.
function DialogParts({ title, children, foot, alert }: Omit<DialogProps, 'onClose' | 'wide'>) {
  const ref = useFocusInside<HTMLElement>()
  return (
    <AriaDialog ref={ref} className="dialog" role={alert ? 'alertdialog' : 'dialog'}>
      <div className="dialog-head">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
      </div>
      <div className="dialog-body">{children}</div>
      {foot ? <div className="dialog-foot">{foot}</div> : null}
    </AriaDialog>
  )
}

function classOf(wide: DialogProps['wide']): string {
  if (wide === 'hits') return 'modal modal-hits'
  return wide ? 'modal modal-wide' : 'modal'
}
