import type { ReactNode } from 'react'
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import { useFocusAtOnce } from './use-focus-at-once.ts'

interface FieldProps {
  readonly label: ReactNode
  /** The TEI name of what is typed here, shown beside the label. */
  readonly tei?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onCommit?: () => void
  readonly help?: ReactNode
  readonly error?: string | null
  readonly type?: 'text' | 'email' | 'url'
  readonly multiline?: boolean
  readonly autoFocus?: boolean
  readonly lang?: string
  readonly placeholder?: string
  readonly isReadOnly?: boolean
}

/** A text field with its label, help and error; `onCommit` is called when it is left. */
export function Field(props: FieldProps) {
  const { label, tei, value, onChange, onCommit, help, error, type, autoFocus } = props
  const input = useFocusAtOnce<HTMLInputElement>(autoFocus === true && !props.multiline)
  const area = useFocusAtOnce<HTMLTextAreaElement>(autoFocus === true && props.multiline === true)
  const shared = {
    className: 'input',
    ...(props.placeholder ? { placeholder: props.placeholder } : {}),
    ...(props.lang ? { lang: props.lang } : {}),
  }
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      isReadOnly={props.isReadOnly ?? false}
      {...(type ? { type } : {})}
      {...(onCommit ? { onBlur: onCommit } : {})}
    >
      <Label className="field-label">
        {label}
        {tei ? <span className="tei"> · {tei}</span> : null}
      </Label>
      {props.multiline ? <TextArea ref={area} {...shared} /> : <Input ref={input} {...shared} />}
      {error ? (
        <Text slot="errorMessage" className="field-error">
          {error}
        </Text>
      ) : null}
      {help && !error ? (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      ) : null}
    </TextField>
  )
}
