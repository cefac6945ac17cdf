import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  type Key,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../shared/entity/entity.ts'
import { ALL_COMMANDS, isPossible, keyToShow } from '../../commands/all-commands.ts'
import type { Command } from '../../commands/command.ts'
import { commandSynonyms } from '../../commands/command-synonyms.ts'
import { commandTitle } from '../../commands/command-title.ts'
import { runById } from '../../commands/run-by-id.ts'
import type { LetterRow, Session, SessionState } from '../../session/session.ts'
import { Keys } from '../kit/kbd.tsx'
import { platform } from '../platform.ts'
import { useSession, useSessionState } from '../session-context.tsx'
import { closeDialog, uiState } from '../ui-state.ts'
import {
  indexPalette,
  type PaletteIndex,
  type PaletteResult,
  searchPalette,
} from './palette-index.ts'
import { recentCommands, rememberCommand } from './recent-commands.ts'

/** Every command, letter and register entry, found by typing. What cannot be done here is not shown. */
export function Palette() {
  const { t } = useTranslation()
  const session = useSession()
  const [query, setQuery] = useState('')
  const index = useIndex(session)
  const recent = useMemo(() => recentCommands(), [])
  const [origin] = useState(() => document.activeElement)
  const found = useMemo(() => searchPalette(index, query, recent), [index, query, recent])

  const marking = useMarking(query)
  // Enter takes the first that is found, or was used last; what is marked then may be of an earlier letter, and gone.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const first = firstOf(found)
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return marking.onKey(event)
    if (marking.isMeant() || first === null) return
    event.preventDefault()
    event.stopPropagation()
    act(session, first, origin)
  }

  return (
    <ModalOverlay
      className="veil"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) closeDialog()
      }}
    >
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label={t('command.palette')}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <div onKeyDownCapture={onKeyDownCapture}>
              <TextField className="palette-field" aria-label={t('app.find')}>
                <Input className="palette-input" placeholder={t('palette.placeholder')} autoFocus />
              </TextField>
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys too */}
            <div className="palette-list" tabIndex={0} onPointerMove={marking.onPointer}>
              <ListBox
                className="palette-options"
                aria-label={t('palette.results')}
                onAction={(key) => act(session, key, origin)}
                renderEmptyState={() => <p className="palette-empty">{t('palette.nothing')}</p>}
              >
                <Commands session={session} commands={found.commands} />
                <Letters letters={found.letters} />
                <Entities entities={found.entities} />
              </ListBox>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

const MOVING: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'])

// Whether a person marked something in the list since they last typed: by keys or the mouse.
function useMarking(query: string) {
  const meant = useRef<string | null>(null)
  const mark = () => {
    meant.current = query
  }
  return {
    isMeant: () => meant.current === query,
    onKey: (event: KeyboardEvent) => {
      if (MOVING.has(event.key)) mark()
    },
    onPointer: mark,
  }
}

// The key of what stands first in the list; null where nothing is found.
function firstOf({ commands, letters, entities }: PaletteResult): string | null {
  const [command, letter, entity] = [commands[0], letters[0], entities[0]]
  if (command) return `command:${command.id}`
  if (letter) return `letter:${letter.id}`
  return entity ? `entity:${entity.id}` : null
}

// What opens behind the palette (a letter, a review) changes what can be done, and what it says of it.
function useIndex(session: Session): PaletteIndex {
  const letters = useSessionState((state) => state.letters)
  const entities = useSessionState((state) => state.entities)
  const isReview = useSessionState((state) => state.review !== null)
  const possible = useSessionState((state) =>
    possibleNow(state)
      .map((command) => `${command.id} ${commandTitle(command, state)}`)
      .join('\n'),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `possible` stands for all of the state that is read here
  return useMemo(() => {
    const state = session.state.getState()
    const commands = possibleNow(state).map((command) => ({
      command,
      title: commandTitle(command, state),
      synonyms: commandSynonyms(command),
    }))
    // A review is finished first: what waits for a yes is not left behind.
    return indexPalette(commands, isReview ? [] : letters, isReview ? [] : entities)
  }, [session, possible, letters, entities, isReview])
}

function possibleNow(state: SessionState): readonly Command[] {
  const ui = { ...uiState.getState(), dialog: null }
  return ALL_COMMANDS.filter((command) => !command.hidden && isPossible(command, state, ui))
}

// In one moment: the palette is gone, what had the focus before has it again, and what the command opens takes it. A key that
// is pressed next must not come in between.
function act(session: Session, key: Key, origin: Element | null): void {
  const [kind, ...rest] = String(key).split(':')
  const id = rest.join(':')
  flushSync(closeDialog)
  if (origin instanceof HTMLElement) origin.focus({ preventScroll: true })
  if (kind === 'letter') void session.openLetter(id)
  else if (kind === 'entity') showEntity(session, id)
  else {
    rememberCommand(id)
    runById(session, id)
  }
}

function showEntity(session: Session, id: string): void {
  uiState.setState({ entity: id })
  session.show('register')
}

function Commands(props: { session: Session; commands: readonly Command[] }) {
  const { t } = useTranslation()
  const state = props.session.state.getState()
  if (props.commands.length === 0) return null
  return (
    <ListBoxSection id="commands">
      <Header className="palette-head">{t('palette.commands')}</Header>
      {props.commands.map((command) => {
        const keys = keyToShow(command, state, platform)
        const title = commandTitle(command, state)
        return (
          <ListBoxItem
            className="palette-item"
            key={command.id}
            id={`command:${command.id}`}
            textValue={title}
          >
            <span>{title}</span>
            {keys ? <Keys keys={keys} /> : null}
          </ListBoxItem>
        )
      })}
    </ListBoxSection>
  )
}

function Letters({ letters }: { letters: readonly LetterRow[] }) {
  const { t } = useTranslation()
  if (letters.length === 0) return null
  return (
    <ListBoxSection id="letters">
      <Header className="palette-head">{t('app.letters')}</Header>
      {letters.map((row) => (
        <ListBoxItem
          className="palette-item"
          key={row.id}
          id={`letter:${row.id}`}
          textValue={row.title}
        >
          <span className="palette-letter">{row.title}</span>
          <span className="palette-beside">{row.archive}</span>
        </ListBoxItem>
      ))}
    </ListBoxSection>
  )
}

function Entities({ entities }: { entities: readonly Entity[] }) {
  const { t } = useTranslation()
  if (entities.length === 0) return null
  return (
    <ListBoxSection id="entities">
      <Header className="palette-head">{t('app.register')}</Header>
      {entities.map((entity) => (
        <ListBoxItem
          className="palette-item"
          key={entity.id}
          id={`entity:${entity.id}`}
          textValue={entity.name}
        >
          <span className="palette-letter">{entity.name}</span>
          <span className="palette-beside">{t(`register.kind.${entity.kind}`)}</span>
        </ListBoxItem>
      ))}
    </ListBoxSection>
  )
}
