import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../../session/session.ts'
import { Keys } from '../kit/kbd.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { announce, closePicker, type Picker, rememberChoice, useLetterUi } from './letter-store.ts'
import { PickerFrame } from './picker-frame.tsx'
import { tagKey } from './tag-keys.ts'
import { repeatedOption, type TagOption, tagOptions } from './tag-options.ts'

type TagPickerState = Extract<Picker, { type: 'tag' }>

/** Finds what the marked words mean: an entry of the register, a new one, or a date. The caret is back in the text afterwards. */
export function TagPicker({ picker }: { readonly picker: TagPickerState }) {
  const { t, i18n } = useTranslation()
  const session = useSession()
  const [query, setQuery] = useState('')
  const [isBusy, setBusy] = useState(false)
  const again = useLetterUi((state) => state.again)
  const mode = useSessionState((state) => state.open?.mode)
  const options = useOptions(picker, query)
  const { kind, word } = picker
  const last = useLetterUi((state) => state.lastChoice[kind])
  const repeated = options[0] ? repeatedOption(options, options[0], last) : null
  const kindWord = t(`letterView.kind.${kind}`)
  const choose = async (option: TagOption) => {
    if (isBusy) return
    setBusy(true)
    const target = await targetOf(session, picker, option)
    closePicker()
    const done = applyTarget(session, picker, target.value)
    if (done) {
      const name = target.name || t('letterView.entities.unlinked')
      announce(t('letterView.said.tagged', { word, kind: kindWord, name }))
      const choice = target.value.entity ?? target.value.when
      if (choice) rememberChoice(kind, choice)
    } else session.notify('bad', t('letterView.picker.cannotTag'))
    session.editor(picker.side)?.focus()
  }
  const close = () => {
    closePicker()
    session.editor(picker.side)?.focus()
  }
  return (
    <PickerFrame
      spot={picker.spot}
      label={t('letterView.picker.label', { kind: kindWord, word })}
      placeholder={t(kind === 'date' ? 'letterView.picker.typeDate' : 'letterView.picker.type')}
      query={query}
      onQuery={setQuery}
      options={options}
      draw={(option) => <OptionWords option={option} kindWord={kindWord} />}
      empty={t('letterView.picker.noDate')}
      foot={
        <>
          <span>
            <Keys keys="Enter" /> {t('letterView.picker.enter')}
          </span>
          {repeated && query === '' && (
            <span>
              <Keys keys={mode === 'tag' ? tagKey(kind) : `Alt-${tagKey(kind)}`} />{' '}
              {t('letterView.picker.again', { name: nameOf(repeated, i18n.language) })}
            </span>
          )}
          <span>
            <Keys keys="Escape" /> {t('letterView.picker.escape')}
          </span>
        </>
      }
      onChoose={(option) => void choose(option)}
      onClose={close}
      again={again}
      repeated={(option) => repeatedOption(options, option, last)}
      againKey={mode === 'tag' ? tagKey(kind) : null}
    />
  )
}

function useOptions(picker: TagPickerState, query: string): readonly TagOption[] {
  const session = useSession()
  const entities = useSessionState((state) => state.entities)
  const used = useSessionState((state) => state.mentionCounts)
  const last = useLetterUi((state) => state.lastChoice[picker.kind])
  const date = session.editor('translation')?.state().records.header.date?.value
  const letterDate = date?.when ?? date?.notAfter ?? date?.from ?? date?.notBefore ?? ''
  const { kind, word } = picker
  return useMemo(
    () => tagOptions({ kind, word, query, entities, used, last, letterDate }),
    [kind, word, query, entities, used, last, letterDate],
  )
}

function OptionWords(props: { readonly option: TagOption; readonly kindWord: string }) {
  const { t, i18n } = useTranslation()
  const used = useSessionState((state) => state.mentionCounts)
  const { option, kindWord } = props
  switch (option.type) {
    case 'entity': {
      const { entity, form } = option
      const second = form === entity.name ? (entity.original ?? entity.note) : form
      return (
        <>
          <span className="picker-words">
            <span className="picker-name">{entity.name}</span>
            {second && <small>{second}</small>}
          </span>
          <span className="count">{used[entity.id] ?? ''}</span>
        </>
      )
    }
    case 'date':
      return (
        <span className="picker-words">
          <span className="picker-name">{dateWords(option.when, i18n.language)}</span>
          <small>{option.when}</small>
        </span>
      )
    case 'make':
      return (
        <span className="picker-make picker-pinned">
          {t('letterView.entity.make', { name: option.name, kind: kindWord })}
        </span>
      )
    case 'open':
      return <span className="picker-make">{t('letterView.picker.open')}</span>
  }
}

function nameOf(option: TagOption, locale: string): string {
  if (option.type === 'entity') return option.entity.name
  return option.type === 'date' ? dateWords(option.when, locale) : ''
}

function dateWords(when: string, locale: string): string {
  const [year, month, day] = when.split('-')
  if (!month) return year ?? when
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(day ? { day: 'numeric' } : {}),
  }).format(new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`))
}

interface Target {
  readonly name: string
  readonly value: { readonly entity?: string; readonly when?: string }
}

async function targetOf(
  session: Session,
  picker: TagPickerState,
  option: TagOption,
): Promise<Target> {
  switch (option.type) {
    case 'entity':
      return { name: option.entity.name, value: { entity: option.entity.id } }
    case 'date':
      return { name: option.when, value: { when: option.when } }
    case 'open':
      return { name: '', value: {} }
    case 'make': {
      if (picker.kind === 'date') throw new RangeError(`No register of dates: ${option.name}`)
      const entity = await session.createEntity(picker.kind, option.name)
      return { name: entity.name, value: { entity: entity.id } }
    }
  }
}

function applyTarget(session: Session, picker: TagPickerState, value: Target['value']): boolean {
  const editor = session.editor(picker.side)
  if (!editor) return false
  if (picker.mention === null) return editor.tag(picker.kind, value) !== null
  const { entity = null, when = null } = value
  editor.setMention(picker.mention, picker.kind === 'date' ? { when } : { entity })
  return true
}
