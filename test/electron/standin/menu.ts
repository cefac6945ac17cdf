import type { MenuItemConstructorOptions } from 'electron'

let applicationMenu: StandinMenu | null = null

/** Electron's `MenuItem`: its options, and a click as a person makes it. */
export class StandinMenuItem {
  readonly id: string
  readonly label: string
  readonly role: string | undefined
  readonly type: string
  readonly enabled: boolean
  readonly accelerator: string | undefined
  readonly submenu: StandinMenu | undefined
  readonly #options: MenuItemConstructorOptions

  constructor(options: MenuItemConstructorOptions) {
    const { submenu, role } = options
    this.#options = options
    this.id = options.id ?? ''
    this.label = options.label ?? role ?? ''
    this.role = role
    this.type = options.type ?? (submenu ? 'submenu' : 'normal')
    this.enabled = options.enabled ?? true
    this.accelerator = options.accelerator ? String(options.accelerator) : undefined
    this.submenu = Array.isArray(submenu) ? StandinMenu.buildFromTemplate(submenu) : undefined
  }

  /** Chooses the entry; one that is greyed out cannot be chosen. */
  click(): void {
    const run = this.#options.click as (() => void) | undefined
    if (this.enabled) run?.()
  }
}

/** Electron's `Menu`, as far as it is used. */
export class StandinMenu {
  readonly items: StandinMenuItem[] = []

  static buildFromTemplate(template: MenuItemConstructorOptions[]): StandinMenu {
    const menu = new StandinMenu()
    menu.items.push(...template.map((options) => new StandinMenuItem(options)))
    return menu
  }
  static setApplicationMenu(menu: StandinMenu | null): void {
    applicationMenu = menu
  }
  static getApplicationMenu(): StandinMenu | null {
    return applicationMenu
  }
  getMenuItemById(id: string): StandinMenuItem | null {
    for (const item of this.items) {
      if (item.id === id) return item
      const inner = item.submenu?.getMenuItemById(id)
      if (inner) return inner
    }
    return null
  }
}
