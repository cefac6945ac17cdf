import { type Editor, SOURCE_EDITORS, UNNAMED_EDITOR } from '../../../shared/tei/edition-record.ts'

/** What those are called who have no name of their own: who worked before anybody was named, and the source edition. */
export interface NamelessWords {
  readonly unnamed: string
  readonly source: string
}

/** What a person is called in lists for people; the id where nobody has named it. */
export function namePerson(
  id: string,
  editors: readonly Editor[],
  { unnamed, source }: NamelessWords,
): string {
  const name = editors.find((editor) => editor.id === id)?.name
  if (name) return name
  if (id === SOURCE_EDITORS.id) return source
  return id === '' || id === UNNAMED_EDITOR.id ? unnamed : id
}
