const modifiers: Readonly<Record<string, string>> = {
  mod: 'CommandOrControl',
  ctrl: 'Control',
  control: 'Control',
  cmd: 'Command',
  meta: 'Super',
  alt: 'Alt',
  shift: 'Shift',
}

const names: Readonly<Record<string, string>> = {
  enter: 'Enter',
  escape: 'Escape',
  esc: 'Escape',
  space: 'Space',
  tab: 'Tab',
  backspace: 'Backspace',
  delete: 'Delete',
  arrowup: 'Up',
  arrowdown: 'Down',
  arrowleft: 'Left',
  arrowright: 'Right',
  home: 'Home',
  end: 'End',
  pageup: 'PageUp',
  pagedown: 'PageDown',
}

/**
 * The menu's spelling of a command's keys (`Mod-Shift-k`, as ProseMirror writes them; `+` is understood too), or
 * undefined where a menu cannot show them: a letter alone, a sequence, an unknown key.
 */
export function accelerator(keys: string): string | undefined {
  const parts = keys.replace(/[-+](?!$)/g, '\n').split('\n')
  const key = readKey(parts.at(-1) ?? '')
  const held = parts.slice(0, -1).map((part) => modifiers[part.toLowerCase()])
  if (!key || held.includes(undefined)) return undefined
  const isFunctionKey = /^F\d+$/.test(key)
  const isAlone = held.every((modifier) => modifier === 'Shift')
  if (isAlone && !isFunctionKey) return undefined
  return [...held, key].join('+')
}

function readKey(key: string): string | undefined {
  if (/^f([1-9]|1\d|2[0-4])$/i.test(key)) return key.toUpperCase()
  if (key === '+') return 'Plus'
  if (/^[\u0021-\u007e]$/.test(key)) return key.toUpperCase()
  return names[key.toLowerCase()]
}
