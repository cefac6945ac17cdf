import { describe, expect, it } from 'vitest'
import { ALL_COMMANDS, keysOf } from '../../../renderer/commands/all-commands.ts'
import { buildMenu } from '../../../renderer/commands/build-menu.ts'
import type { Platform } from '../../../renderer/commands/keys.ts'
import { uiState } from '../../../renderer/ui/ui-state.ts'
import { readDesktopArguments } from '../../../shared/ipc-validators.ts'
import { letterState, sampleState } from './sample-state.ts'

const words = {
  command: ({ id }: { id: string }) => id,
  group: (group: string) => group,
}

describe('the commands', () => {
  it('have one id each', () => {
    const ids = ALL_COMMANDS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each<Platform>(['mac', 'other'])('never share a key on %s', (platform) => {
    const keys = ALL_COMMANDS.flatMap((command) => keysOf(command, platform))
    const tagKeys = ALL_COMMANDS.flatMap((command) => command.tagKeys ?? [])
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
    expect([...tagKeys, ...keys].filter((key, i, all) => all.indexOf(key) !== i)).toEqual([])
  })

  it('take nothing from the clipboard, the window or the browser', () => {
    const taken = ['Mod-c', 'Mod-x', 'Mod-v', 'Mod-a', 'Mod-w', 'Mod-q', 'Mod-t', 'Mod-n', 'Mod-r']
    const keys = ALL_COMMANDS.flatMap((command) => keysOf(command, 'other'))
    expect(keys.filter((key) => taken.includes(key))).toEqual([])
  })
})

describe('the menu', () => {
  it('holds every command once and greys what is not possible', () => {
    const menu = buildMenu(sampleState(), uiState.getState(), words, 'other')
    const entries = menu.flatMap((group) => group.entries)
    const commands = entries.filter((entry) => entry.type === 'command')
    expect(commands.map(({ id }) => id).sort()).toEqual(ALL_COMMANDS.map(({ id }) => id).sort())
    expect(commands.find(({ id }) => id === 'edit.undo')?.enabled).toBe(false)
    expect(commands.find(({ id }) => id === 'file.import')?.enabled).toBe(true)
  })

  it('is what the desktop shell accepts', () => {
    const menu = buildMenu(letterState(), uiState.getState(), words, 'other')
    expect(readDesktopArguments('setMenu', [menu])).not.toBeNull()
  })
})
