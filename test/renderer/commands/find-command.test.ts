import { describe, expect, it } from 'vitest'
import { ALL_COMMANDS } from '../../../renderer/commands/all-commands.ts'
import { type FocusPlace, findCommand } from '../../../renderer/commands/find-command.ts'
import type { KeyPress, Platform } from '../../../renderer/commands/keys.ts'
import type { SessionState } from '../../../renderer/session/session.ts'
import { uiState } from '../../../renderer/ui/ui-state.ts'
import { letterState, sampleState } from './sample-state.ts'

/** `Ctrl Alt Shift key`, as a keyboard that prints Latin letters sends it. */
function press(keys: string): KeyPress {
  const parts = keys.split(' ')
  const key = parts.at(-1) ?? ''
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key
  return {
    key,
    code,
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift') || key === '?',
    metaKey: parts.includes('Cmd'),
  }
}

function find(keys: string, state: SessionState, place: FocusPlace, platform: Platform = 'other') {
  const ui = uiState.getState()
  return findCommand(ALL_COMMANDS, press(keys), { state, ui, platform, place })?.id ?? null
}

const writing = letterState()
const tagging = letterState({ mode: 'tag' })

// A change of many letters is the last thing that was done, or was taken back, and can go that way.
function overMany(way: 'undo' | 'redo', state = letterState({ undoLabel: null })): SessionState {
  return { ...state, bulkStep: { way, bulk: 'bulk-a' } }
}

// A change of many letters was done, and something else since or not.
function changed(isPast: boolean, state = letterState({ undoLabel: null })): SessionState {
  return { ...state, lastChange: { change: 'bulk-a', label: 'Corrected.', isPast } }
}

describe('findCommand', () => {
  it.each<[string, SessionState, FocusPlace, string | null]>([
    ['Ctrl k', sampleState(), 'elsewhere', 'view.palette'],
    ['Ctrl k', sampleState(), 'field', 'view.palette'],
    ['Ctrl k', writing, 'text', 'view.palette'],
    ['?', sampleState(), 'elsewhere', 'help.shortcuts'],
    ['?', sampleState(), 'field', null],
    ['?', writing, 'text', null],
    ['F1', writing, 'text', 'help.shortcuts'],
    ['p', writing, 'text', null],
    ['p', tagging, 'text', 'letter.tag-person'],
    ['p', tagging, 'field', null],
    ['Alt p', writing, 'text', 'letter.tag-person'],
    ['Alt p', tagging, 'text', 'letter.tag-person'],
    ['Alt p', sampleState(), 'elsewhere', null],
    ['Alt p', letterState({ readOnly: true }), 'text', null],
    ['Alt p', letterState({ view: 'machine' }), 'text', null],
    ['n', tagging, 'text', 'letter.link-note'],
    [']', tagging, 'text', 'letter.next-problem'],
    ['[', tagging, 'text', 'letter.previous-problem'],
    ['F8', letterState({ problems: [] }), 'text', null],
    ['Escape', writing, 'text', 'letter.mode'],
    ['Escape', writing, 'field', null],
    ['Escape', writing, 'overlay', null],
    ['Escape', sampleState(), 'elsewhere', null],
    ['Ctrl z', writing, 'text', 'edit.undo'],
    ['Ctrl z', writing, 'field', null],
    ['Ctrl z', letterState({ undoLabel: null }), 'text', null],
    ['Ctrl z', overMany('undo'), 'text', 'edit.undo'],
    ['Ctrl y', overMany('redo'), 'text', 'edit.redo'],
    ['Ctrl y', overMany('undo'), 'text', null],
    ['Ctrl y', overMany('redo', sampleState()), 'elsewhere', 'edit.redo'],
    ['Ctrl Shift z', overMany('redo', sampleState()), 'elsewhere', 'edit.redo'],
    ['Ctrl y', sampleState(), 'elsewhere', null],
    ['Ctrl z', changed(true), 'text', 'edit.take-back'],
    ['Ctrl z', changed(true, letterState()), 'text', 'edit.undo'],
    ['Ctrl z', changed(true, sampleState()), 'elsewhere', 'edit.take-back'],
    ['Ctrl y', letterState({ redoLabel: 'action.type' }), 'text', 'edit.redo'],
    ['Ctrl k', writing, 'overlay', null],
    // the same key again takes the choice that the picker proposes
    ['Alt p', writing, 'overlay', 'letter.tag-person'],
    ['p', tagging, 'overlay', null],
    ['Alt ArrowLeft', writing, 'text', 'view.library'],
    ['Alt 3', writing, 'text', 'view.machine'],
  ])('%s', (keys, state, place, id) => {
    expect(find(keys, state, place)).toBe(id)
  })

  it('leaves Option with an arrow to the text on a Mac', () => {
    expect(find('Alt ArrowLeft', writing, 'text', 'mac')).toBeNull()
    expect(find('Cmd [', writing, 'text', 'mac')).toBe('view.library')
  })

  it('hears nothing while a dialog is open', () => {
    const ui = { ...uiState.getState(), dialog: { kind: 'settings' as const } }
    const context = { state: sampleState(), ui, platform: 'other' as const }
    expect(
      findCommand(ALL_COMMANDS, press('Ctrl k'), { ...context, place: 'elsewhere' }),
    ).toBeNull()
  })
})
