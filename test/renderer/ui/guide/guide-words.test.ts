import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ALL_COMMANDS, keysOf } from '../../../../renderer/commands/all-commands.ts'
import { LOCALES } from '../../../../renderer/ui/i18n.ts'

const FOLDER = new URL('../../../../resources/locales/', import.meta.url)
const QUOTED = { en: /“([^”]+)”/g, ru: /«([^»]+)»/g, de: /„([^“]+)“/g } as const
/** Keys of a window that the guide speaks of; no command has them. */
const OF_WINDOWS = new Set(['Mod-a', 'Mod-Enter', 'Enter', 'Escape', 'Space'])

function texts(value: unknown): string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).flatMap(texts)
}

function read(locale: string, file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${locale}/${file}`, FOLDER), 'utf8'))
}

type Sections = Record<string, { readonly text?: string }>
const guideOf = (locale: string) => read(locale, 'guide.json')['guide'] as Sections
const keysIn = (text: string) => [...text.matchAll(/\[(\[|\]|[^[\]]+)\]/g)].map(([, key]) => key)

describe.each(LOCALES)('the guide in %s', (locale) => {
  const guide = guideOf(locale)

  it('calls commands and panes what the interface calls them', () => {
    const labels = readdirSync(new URL(`${locale}/`, FOLDER))
      .filter((file) => file !== 'guide.json' && file !== 'rule-notes.json')
      .flatMap((file) => texts(read(locale, file)))
      .map((label) => label.toLocaleLowerCase(locale))
    const names = texts(guide).flatMap((text) => [...text.matchAll(QUOTED[locale])])
    expect(names.length).toBeGreaterThan(10)
    for (const [, name = ''] of names) {
      const words = name.toLocaleLowerCase(locale).split(' ')
      // As the palette finds a command: by all of the words, wherever they stand in its name.
      const found = labels.some((label) => words.every((word) => label.includes(word)))
      expect(found, name).toBe(true)
    }
  })

  it('names the same keys in each section as in English', () => {
    for (const [name, { text = '' }] of Object.entries(guideOf('en')))
      expect(keysIn(guide[name]?.text ?? '').sort(), name).toEqual(keysIn(text).sort())
  })

  it('names keys that a command has', () => {
    const known = new Set(ALL_COMMANDS.flatMap((command) => keysOf(command, 'other')))
    const named = Object.values(guide).flatMap(({ text = '' }) => keysIn(text))
    const chords = named.filter((key) => key !== undefined && key.length > 1)
    const unknown = chords.filter((key) => key && !known.has(key) && !OF_WINDOWS.has(key))
    expect(unknown).toEqual([])
  })
})
