import type { Entity } from '../../../shared/entity/entity.ts'
import type { Command } from '../../commands/command.ts'
import type { LetterRow } from '../../session/session.ts'
import { foldText } from '../fold-text.ts'
import { bestMatches, type Findable } from './search-palette.ts'

/** What the palette shows: commands, letters and register entries, each list in order. */
export interface PaletteResult {
  readonly commands: readonly Command[]
  readonly letters: readonly LetterRow[]
  readonly entities: readonly Entity[]
}

/** All that the palette can find, folded once. */
export interface PaletteIndex {
  readonly commands: readonly Findable<Command>[]
  readonly letters: readonly Findable<LetterRow>[]
  readonly entities: readonly Findable<Entity>[]
}

const letterEntries = new WeakMap<LetterRow, Findable<LetterRow>>()
const entityEntries = new WeakMap<Entity, Findable<Entity>>()

/** Folds everything for searching; rows that were folded before are taken as they are. */
export function indexPalette(
  commands: readonly {
    readonly command: Command
    readonly title: string
    readonly synonyms: string
  }[],
  letters: readonly LetterRow[],
  entities: readonly Entity[],
): PaletteIndex {
  return {
    commands: commands.map(({ command, title, synonyms }) => ({
      item: command,
      name: foldText(title),
      more: `${command.id} ${foldText(synonyms)}`,
    })),
    letters: letters.map((row) => remember(letterEntries, row, foldLetter)),
    entities: entities.map((entity) => remember(entityEntries, entity, foldEntity)),
  }
}

function remember<T extends object>(
  known: WeakMap<T, Findable<T>>,
  item: T,
  make: (item: T) => Findable<T>,
): Findable<T> {
  const old = known.get(item)
  if (old) return old
  const made = make(item)
  known.set(item, made)
  return made
}

function foldLetter(row: LetterRow): Findable<LetterRow> {
  return { item: row, name: foldText(row.title), more: foldText(`${row.dateSort} ${row.archive}`) }
}

function foldEntity(entity: Entity): Findable<Entity> {
  const { original, variants, note } = entity
  const more = foldText([original ?? '', ...variants, note ?? ''].join(' '))
  return { item: entity, name: foldText(entity.name), more }
}

const COMMANDS_SHOWN = 40
const OTHERS_SHOWN = 24

/** What a query finds; without a query the commands, those used last first, and the first letters. */
export function searchPalette(
  index: PaletteIndex,
  query: string,
  recent: readonly string[],
): PaletteResult {
  const words = foldText(query).split(/\s+/).filter(Boolean)
  if (words.length === 0)
    return {
      commands: recentFirst(
        index.commands.map(({ item }) => item),
        recent,
      ),
      letters: index.letters.slice(0, 8).map(({ item }) => item),
      entities: [],
    }
  return {
    commands: bestMatches(index.commands, words, COMMANDS_SHOWN),
    letters: bestMatches(index.letters, words, OTHERS_SHOWN),
    entities: bestMatches(index.entities, words, OTHERS_SHOWN),
  }
}

function recentFirst(commands: readonly Command[], recent: readonly string[]): readonly Command[] {
  const rank = ({ id }: Command) => {
    const place = recent.indexOf(id)
    return place < 0 ? recent.length : place
  }
  return [...commands].sort((a, b) => rank(a) - rank(b))
}
