import { type Editor, SOURCE_EDITORS, UNNAMED_EDITOR } from '../tei/edition-record.ts'

/** What the person of an id is called; undefined where nobody has said it. */
export type NameOfPerson = (id: string) => string | undefined

/** The names of people by their ids, as the TEI gives them: also of the source edition and of who worked before anybody was named. */
export function namesOfPeople(editors: readonly Editor[]): NameOfPerson {
  const names = new Map([
    ...[SOURCE_EDITORS, UNNAMED_EDITOR, ...editors].map(({ id, name }) => [id, name] as const),
  ])
  return (id) => names.get(id) || undefined
}
