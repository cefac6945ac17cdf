import { expect, test } from 'vitest'
import { menuTemplate } from '../../../../app/main/core/menu-template.ts'
import { shellTexts } from '../../../../app/main/core/shell-texts.ts'
import type { MenuGroup } from '../../../../shared/ipc.ts'

const groups: readonly MenuGroup[] = [
  {
    role: 'file',
    label: 'Datei',
    entries: [
      { type: 'command', id: 'import', label: 'Seiten & Briefe', keys: 'Mod-o', enabled: true },
      { type: 'separator' },
      { type: 'command', id: 'export', label: 'Ausgeben', keys: 'e', enabled: false },
    ],
  },
  { role: 'edit', label: 'Bearbeiten', entries: [] },
  { role: 'letter', label: 'Brief', entries: [] },
]

function build(platform: string) {
  const chosen: string[] = []
  const choose = (id: string) => void chosen.push(id)
  const template = menuTemplate(groups, { texts: shellTexts('de'), platform, choose })
  return { template, chosen }
}

test('commands come first, then the standard entries in the language of the system', () => {
  const { template } = build('linux')
  const shown = template.map(({ label, submenu }) => [
    label,
    Array.isArray(submenu) ? submenu.map((item) => item.type ?? item.label) : [],
  ])
  expect(shown).toEqual([
    [
      'Datei',
      ['Seiten && Briefe', 'separator', 'Ausgeben', 'separator', 'Fenster schließen', 'Beenden'],
    ],
    ['Bearbeiten', ['Ausschneiden', 'Kopieren', 'Einfügen', 'Alles auswählen']],
    ['Brief', []],
  ])
})

test('keys are shown and left to the page; a letter alone is no key of a menu', () => {
  const [file] = build('linux').template
  const items = Array.isArray(file?.submenu) ? file.submenu : []
  expect(items[0]).toMatchObject({ accelerator: 'CommandOrControl+O', registerAccelerator: false })
  expect(items[2]).not.toHaveProperty('accelerator')
  expect(items[2]).toMatchObject({ enabled: false })
})

test('choosing an entry says its command', () => {
  const { template, chosen } = build('linux')
  const items = Array.isArray(template[0]?.submenu) ? template[0].submenu : []
  const click = items[0]?.click as (() => void) | undefined
  click?.()
  expect(chosen).toEqual(['import'])
})

test('macOS has its own menu for quitting', () => {
  const { template } = build('darwin')
  expect(template[0]).toEqual({ role: 'appMenu' })
  expect(JSON.stringify(template)).not.toContain('"quit"')
})
