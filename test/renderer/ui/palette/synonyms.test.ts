import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { ALL_COMMANDS } from '../../../../renderer/commands/all-commands.ts'
import { commandSynonyms } from '../../../../renderer/commands/command-synonyms.ts'
import { LOCALES, type Locale, startI18n } from '../../../../renderer/ui/i18n.ts'
import { indexPalette, searchPalette } from '../../../../renderer/ui/palette/palette-index.ts'

beforeAll(() => startI18n('en'))

function found(query: string): readonly string[] {
  const commands = ALL_COMMANDS.filter(({ hidden }) => !hidden).map((command) => ({
    command,
    title: i18next.t(command.title),
    synonyms: commandSynonyms(command),
  }))
  return searchPalette(indexPalette(commands, [], []), query, []).commands.map(({ id }) => id)
}

describe.each<[Locale, readonly (readonly [query: string, command: string])[]]>([
  [
    'en',
    [
      ['dictionary', 'view.words'],
      ['statistics', 'file.measures'],
      ['report', 'file.measures'],
      ['search', 'view.concordance'],
      ['search', 'edit.find'],
      ['translation memory', 'file.export-all'],
      ['tbx', 'file.export'],
      ['backup', 'file.save-collection'],
      ['footnote', 'letter.link-note'],
    ],
  ],
  [
    'ru',
    [
      ['словар', 'view.words'],
      ['термин', 'view.words'],
      ['отчёт', 'file.measures'],
      ['поиск', 'view.concordance'],
      ['поиск', 'edit.find'],
      ['память', 'file.export-all'],
      ['TMX', 'file.export'],
      ['резервная копия', 'file.safety-copies'],
      ['сноска', 'letter.link-note'],
    ],
  ],
  [
    'de',
    [
      ['wörterbuch', 'view.words'],
      ['Termin', 'view.words'],
      ['Statistik', 'file.measures'],
      ['Übersetzungsspeicher', 'file.export'],
      ['XLIFF', 'file.export-all'],
      ['Backup', 'file.safety-copy'],
      ['Fußnote', 'letter.link-note'],
    ],
  ],
])('in %s', (locale, wanted) => {
  beforeAll(() => i18next.changeLanguage(locale))
  it.each(wanted)('%s finds %s', (query, command) => {
    expect(found(query)).toContain(command)
  })

  it('offers the glossary first for a dictionary', () => {
    const dictionary = { en: 'dictionary', ru: 'словарь', de: 'wörterbuch' }[locale]
    expect(found(dictionary)[0]).toBe('view.words')
  })
})

describe('synonyms', () => {
  it('stand behind names', async () => {
    await i18next.changeLanguage('en')
    // “Undo” is the name of one command and another word for others.
    const ids = found('undo')
    expect(ids[0]).toBe('edit.undo')
    expect(ids.indexOf('file.imports')).toBeGreaterThan(0)
    const exported = found('export')
    expect(exported.slice(0, 2).toSorted()).toEqual(['file.export', 'file.export-all'])
  })

  it.each(LOCALES)('are those of commands that there are, in %s', (locale) => {
    const of = i18next.getResource(locale, 'translation', 'synonyms') as Record<string, object>
    const ids = new Set(ALL_COMMANDS.map(({ id }) => id))
    for (const [group, words] of Object.entries(of))
      for (const command of Object.keys(words)) expect(ids).toContain(`${group}.${command}`)
  })
})
