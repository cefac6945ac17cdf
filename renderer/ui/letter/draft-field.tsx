import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { FieldError, Input, Label, TextArea, TextField } from 'react-aria-components'

/** A field that keeps what is typed to itself until Enter or until it is left, then gives it away once; Esc takes the typing back. */
export function DraftField(props: {
  readonly label: ReactNode
  readonly value: string
  readonly onCommit: (value: string) => void
  /** The sentence to show where a value cannot stand, null where it can. */
  readonly check?: (value: string) => string | null
  readonly isReadOnly?: boolean
  readonly isMultiline?: boolean
  readonly placeholder?: string
  readonly className?: string
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const value = draft ?? props.value
  const fault = draft === null ? null : (props.check?.(draft.trim()) ?? null)
  const commit = () => {
    if (draft === null || fault !== null) return
    setDraft(null)
    if (draft.trim() !== props.value) props.onCommit(draft.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !(props.isMultiline && event.shiftKey)) {
      event.preventDefault()
      commit()
    } else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
    }
  }
  const Control = props.isMultiline ? TextArea : Input
  return (
    <TextField
      className={`field ${props.className ?? ''}`}
      value={value}
      onChange={setDraft}
      onBlur={commit}
      isInvalid={fault !== null}
      isReadOnly={props.isReadOnly ?? false}
    >
      <Label className="field-label">{props.label}</Label>
      <Control
        className="input"
        onKeyDown={onKeyDown}
        {...(props.placeholder ? { placeholder: props.placeholder } : {})}
        {...(props.isMultiline ? { rows: 1 } : {})}
      />
      <FieldError className="field-error">{fault}</FieldError>
    </TextField>
  )
}
