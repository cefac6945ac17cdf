import type { MenuItemConstructorOptions } from 'electron'
import type { MenuEntry, MenuGroup } from '../../../shared/ipc.ts'
import { accelerator } from './accelerator.ts'
import type { ShellTexts, StandardRole } from './shell-texts.ts'

const standard: Readonly<Record<MenuGroup['role'], readonly StandardRole[]>> = {
  file: ['close', 'quit'],
  edit: ['cut', 'copy', 'paste', 'selectAll'],
  letter: [],
  view: ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'],
  help: ['about'],
}

/** What a menu needs besides its groups. */
export interface MenuSurroundings {
  readonly texts: ShellTexts
  readonly platform: string
  readonly choose: (commandId: string) => void
}

/**
 * The application menu from the groups that the page made of its commands, each with its standard entries after them.
 * Keys are shown but not taken by the menu: the page hears them first and once.
 */
export function menuTemplate(
  groups: readonly MenuGroup[],
  surroundings: MenuSurroundings,
): MenuItemConstructorOptions[] {
  const { texts, platform } = surroundings
  const menus = groups.map((group): MenuItemConstructorOptions => {
    const own = group.entries.map((entry) => menuItem(entry, surroundings))
    const roles = standard[group.role]
      .filter((role) => !(platform === 'darwin' && ['quit', 'about'].includes(role)))
      .map((role): MenuItemConstructorOptions => ({ role, label: texts.roles[role] }))
    const between = own.length > 0 && roles.length > 0 ? [{ type: 'separator' as const }] : []
    return { id: `menu-${group.role}`, label: group.label, submenu: [...own, ...between, ...roles] }
  })
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...menus] : menus
}

function menuItem(entry: MenuEntry, { choose }: MenuSurroundings): MenuItemConstructorOptions {
  if (entry.type === 'separator') return { type: 'separator' }
  const keys = entry.keys ? accelerator(entry.keys) : undefined
  return {
    id: entry.id,
    // A single & would mark the next letter as the key of the entry.
    label: entry.label.replaceAll('&', '&&'),
    enabled: entry.enabled,
    click: () => choose(entry.id),
    ...(keys ? { accelerator: keys, registerAccelerator: false } : {}),
  }
}
