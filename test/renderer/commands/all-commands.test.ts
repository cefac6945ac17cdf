import { describe, expect, it } from 'vitest'
import { ALL_COMMANDS, isPossible, keysOf } from '../../../renderer/commands/all-commands.ts'
import { buildMenu } from '../../../renderer/commands/build-menu.ts'
import { AT_FIRST } from '../../../renderer/ui/review/review-place.ts'
import { uiState } from '../../../renderer/ui/ui-state.ts'
import { readDesktopArguments } from '../../../shared/ipc-validators.ts'
import { letterState, reviewState, sampleState } from './sample-state.ts'

const words = {
  command: ({ id }: { id: string }) => id,
  group: (group: string) => group,
}

describe('the commands', () => {
  it('have one id each', () => {
    const ids = ALL_COMMANDS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  const places = {
    library: [sampleState(), AT_FIRST],
    letter: [letterState(), AT_FIRST],
    'letter, in Tag mode': [letterState({ mode: 'tag' }), AT_FIRST],
    'the beginning of a review': [reviewState(), AT_FIRST],
    'a letter under review': [
      reviewState(),
      { ...AT_FIRST, line: 1, anchor: 1, letter: '1/ep-a-1' },
    ],
    'a line outside': [reviewState(), { ...AT_FIRST, line: 1, anchor: 1 }],
    'words chosen': [
      reviewState(),
      { ...AT_FIRST, line: 1, letter: '1/ep-a-1', words: { from: 0, to: 3 } },
    ],
  } as const
  const cases = Object.keys(places).flatMap((place) =>
    (['mac', 'other'] as const).map((platform) => ({ place, platform })),
  )
  const pairs = {
    letter: letterState().open?.id ?? '',
    row: null,
    index: 0,
    side: 'original',
  } as const
  it.each([
    ['the pairs', null],
    ['a pair that is being split', { original: 0, translation: 1 }],
  ])('never share a key at %s, where no text can be worked on', (_where, split) => {
    for (const mode of ['write', 'tag'] as const) {
      const ui = { ...uiState.getState(), align: { ...pairs, split } }
      const possible = ALL_COMMANDS.filter((one) => isPossible(one, letterState({ mode }), ui))
      const keys = possible.flatMap((one) => [...keysOf(one, 'other'), ...(one.tagKeys ?? [])])
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
      expect(keys).toContain('Escape')
      expect(possible.map(({ id }) => id)).not.toContain('letter.tag-person')
    }
  })

  it.each(cases)('never share a key in $place on $platform', ({ place, platform }) => {
    const [state, review] = places[place as keyof typeof places]
    const ui = { ...uiState.getState(), review }
    const possible = ALL_COMMANDS.filter((command) => isPossible(command, state, ui))
    const keys = possible.flatMap((command) => [
      ...keysOf(command, platform),
      ...(command.tagKeys ?? []),
    ])
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('take nothing from the clipboard, the window or the browser', () => {
    const taken = ['Mod-c', 'Mod-x', 'Mod-v', 'Mod-a', 'Mod-w', 'Mod-q', 'Mod-t', 'Mod-n', 'Mod-r']
    const keys = ALL_COMMANDS.flatMap((command) => keysOf(command, 'other'))
    expect(keys.filter((key) => taken.includes(key))).toEqual([])
  })
})

describe('the menu', () => {
  it('holds every command once, but for those of the review, of the pairs and the kinds of faults, and greys what is not possible', () => {
    const menu = buildMenu(sampleState(), uiState.getState(), words, 'other')
    const entries = menu.flatMap((group) => group.entries)
    const commands = entries.filter((entry) => entry.type === 'command')
    expect(commands.map(({ id }) => id).sort()).toEqual(
      ALL_COMMANDS.filter(({ inMenu }) => inMenu !== false)
        .map(({ id }) => id)
        .sort(),
    )
    expect(commands.find(({ id }) => id === 'edit.undo')?.enabled).toBe(false)
    expect(commands.find(({ id }) => id === 'file.import')?.enabled).toBe(true)
  })

  it('is what the desktop shell accepts', () => {
    const menu = buildMenu(letterState(), uiState.getState(), words, 'other')
    expect(readDesktopArguments('setMenu', [menu])).not.toBeNull()
  })
})
