export type Platform = 'mac' | 'other'

/** What of a keyboard event decides which keys were pressed. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

interface Keys {
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string
}

const parsed = new Map<string, Keys>()

function parseKeys(keys: string): Keys {
  const known = parsed.get(keys)
  if (known) return known
  const parts = keys.split(/-(?!$)/)
  const held = parts.slice(0, -1)
  const made = {
    mod: held.includes('Mod'),
    alt: held.includes('Alt'),
    shift: held.includes('Shift'),
    key: parts.at(-1) ?? '',
  }
  parsed.set(keys, made)
  return made
}

/** The physical keys of signs that many keyboards have elsewhere or not at all. */
const CODES: Readonly<Record<string, string>> = {
  '\\': 'Backslash',
  '[': 'BracketLeft',
  ']': 'BracketRight',
}

/**
 * Whether a key press is the one that `keys` names (`Mod-Shift-k`, as ProseMirror writes it; Mod is Ctrl, on a Mac
 * Command). A letter or digit is known by what it prints, and by its place on the keyboard where it prints no ASCII
 * letter: so the same keys work on a Russian keyboard, and with Option on a Mac.
 */
export function matchesKeys(press: KeyPress, keys: string, platform: Platform): boolean {
  const wanted = parseKeys(keys)
  const mod = platform === 'mac' ? press.metaKey : press.ctrlKey
  const other = platform === 'mac' ? press.ctrlKey : press.metaKey
  if (other || mod !== wanted.mod || press.altKey !== wanted.alt) return false
  // Where a sign lies, and whether Shift prints it, differs by keyboard: `?` is `?` wherever it comes from.
  if (isSign(wanted.key) && press.key === wanted.key) return !wanted.shift || press.shiftKey
  return press.shiftKey === wanted.shift && isKey(press, wanted.key)
}

function isSign(key: string): boolean {
  return key.length === 1 && !/[a-z0-9]/i.test(key)
}

function isKey(press: KeyPress, key: string): boolean {
  if (/^[a-z]$/.test(key)) {
    if (/^[a-z]$/i.test(press.key)) return press.key.toLowerCase() === key
    return press.code === `Key${key.toUpperCase()}`
  }
  if (/^[0-9]$/.test(key)) return press.key === key || press.code === `Digit${key}`
  const code = CODES[key]
  // A letter of another alphabet on that key (Russian х, German ü) still is that key.
  if (code) return press.code === code && !/^[a-z]$/i.test(press.key)
  return press.key === key
}

const NAMES: Readonly<Record<Platform, Readonly<Record<string, string>>>> = {
  mac: { Mod: '⌘', Alt: '⌥', Shift: '⇧', Escape: 'Esc', Enter: '↩' },
  other: { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Escape: 'Esc', Enter: 'Enter' },
}
const ARROWS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
}

/** Keys as they are printed on the caps, in the order in which one presses them. */
export function describeKeys(keys: string, platform: Platform): readonly string[] {
  const { mod, alt, shift, key } = parseKeys(keys)
  const names = NAMES[platform]
  const held = [mod && 'Mod', alt && 'Alt', shift && 'Shift'].filter((name) => name !== false)
  const cap = names[key] ?? ARROWS[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  return [...held.map((name) => names[name] ?? name), cap]
}

/** Whether keys print a character when typed into a field: a single character with no modifier but Shift. */
export function isTyped(keys: string): boolean {
  const { mod, alt, key } = parseKeys(keys)
  return !mod && !alt && key.length === 1
}
