import { formatArchive } from '../format-archive.ts'
import { readReference } from '../read-archive.ts'
import type { ArchiveReading, FoundSpan } from '../reading.ts'

const FIELDS = ['repository', 'fond', 'opis', 'delo', 'leaf'] as const
type Reference = Pick<ArchiveReading, (typeof FIELDS)[number] | 'text'>

/** The references that "Ibid." can mean, the last one last: those of an archive line stand side by side. `letter` says that one of them is of this letter, `heads` are those of the archive lines of the last letter that has some. */
export interface IbidState {
  references: readonly Reference[]
  heads: readonly Reference[]
  letter: boolean
}

/** A state before the first reference of a page. */
export const startIbid = (): IbidState => ({
  references: [],
  heads: [],
  letter: false,
})

/** Keeps a reference for what comes after it, beside the ones before it or in their place. */
function remember(state: IbidState, reference: Reference, beside: boolean): void {
  state.references = beside && state.letter ? [...state.references, reference] : [reference]
  if (beside) state.heads = state.references
  state.letter = true
}

const leafNumber = (leaf: string): number => Number(/\d+/.exec(leaf)?.[0] ?? Number.NaN)

/** A leaf so near to that of a reference is rather in its file than in that of the last one. */
const NEAR = 12

/** Which reference a bare leaf belongs to where several were named: the one whose leaf is near, else the last. */
function chooseReference(
  references: readonly Reference[],
  leaf: string,
): { meant: Reference; sure: boolean } | null {
  const last = references.at(-1)
  if (last === undefined) return null
  if (references.length === 1) return { meant: last, sure: true }
  const near = references.filter(
    (reference) => Math.abs(leafNumber(reference.leaf) - leafNumber(leaf)) <= NEAR,
  )
  return { meant: near[0] ?? last, sure: false }
}

/** The reference that "Ibid." with what differs stands for: what is named replaces what was, all fields above it stay. Null where nothing went before. */
function resolveIbid(
  printed: string,
  references: readonly Reference[],
): { reference: Reference; sure: boolean } | null {
  const named = readReference(printed)
  const bare = named === null || (named.fond === '' && named.opis === '' && named.delo === '')
  const chosen = bare
    ? chooseReference(references, named?.leaf ?? '')
    : { meant: references.at(-1), sure: true }
  if (chosen?.meant === undefined) return null
  const { meant, sure } = chosen
  const first = FIELDS.findIndex((field) => (named?.[field] ?? '') !== '')
  const of = (field: (typeof FIELDS)[number]): string => {
    const own = named?.[field] ?? ''
    if (own !== '') return own
    return first < 0 || FIELDS.indexOf(field) < first ? meant[field] : ''
  }
  const [repository, fond, opis, delo, leaf] = FIELDS.map(of)
  const reference = {
    repository: repository ?? '',
    fond: fond ?? '',
    opis: opis ?? '',
    delo: delo ?? '',
    leaf: leaf ?? '',
    text: meant.text,
  }
  return { reference, sure }
}

/** How sure a resolved "Ibid." is at most: it may mean what the page does not print. */
const RESOLVED = 0.9
const GUESSED = 0.6
const FROM_LETTER_BEFORE = 0.4
const UNKNOWN = 0.3

function rateIbid(sure: boolean, own: boolean, above: boolean): number {
  // At the head of a letter it means the letter before; in a note it should not.
  if (!own) return above ? RESOLVED : FROM_LETTER_BEFORE
  return sure ? RESOLVED : GUESSED
}

/** What a resolution needs of the lines of a letter: their text, and whether they are its archive lines. */
export interface IbidLine {
  readonly text: string
  readonly archive: boolean
}

/** Gives each "Ibid." among the spans of a letter the reference it stands for, and remembers every reference in `state`; spans in the order of the page. */
export function resolveIbids(
  finds: readonly FoundSpan[],
  lines: ReadonlyMap<number, IbidLine>,
  state: IbidState,
): FoundSpan[] {
  return finds.map((find) => {
    if (find.kind !== 'archive' && find.kind !== 'ibid') return find
    const line = lines.get(find.line)
    const printed = line?.text.slice(find.from, find.to) ?? ''
    const above = line?.archive === true
    if (find.kind === 'archive') {
      const reference = readReference(printed)
      if (reference !== null) remember(state, reference, above)
      return find
    }
    // At the head of a letter the papers of the letter before are meant, not what its notes named last.
    const head = above && !state.letter && state.heads.length > 0
    const resolved = resolveIbid(printed, head ? state.heads : state.references)
    if (resolved === null) return { ...find, confidence: UNKNOWN }
    const confidence = Math.min(find.confidence, rateIbid(resolved.sure, state.letter, above))
    remember(state, resolved.reference, above)
    return { ...find, value: formatArchive(resolved.reference), confidence }
  })
}
