import type { Entity } from '../../shared/entity/entity.ts'
import type { EncodingGuess, PageEncoding } from '../../shared/import/encodings.ts'
import type { Pairing } from '../../shared/import/languages/pairing.ts'
import type { ProblemReading } from '../../shared/import/reading.ts'
import type { ReviewDraft } from '../../shared/import/review/review-draft.ts'
import type { ReviewOperation } from '../../shared/import/review/review-operation.ts'
import type { RefusedSource } from '../../shared/import/source/source.ts'
import type { DecodedLetter } from '../../shared/tei/decode/decode-tei.ts'
import type { Editor } from '../../shared/tei/edition-record.ts'
import type { FileStretches } from '../../shared/tei/stretch/stretch.ts'

/** Something that opening a file changed or assumed: a code for translation, an English sentence, how many characters it touched. */
export interface ReviewNote {
  readonly code: string
  readonly message: string
  readonly count: number
}

interface OpenedSource {
  /** Names the file in this review. */
  readonly key: number
  readonly name: string
  readonly bytes: Uint8Array
  readonly encoding: string
  readonly notes: readonly ReviewNote[]
}

/** A page under review. */
export interface ReviewPage extends OpenedSource {
  readonly kind: 'page'
  readonly format: 'text' | 'html' | 'docx'
  /** How sure the encoding is, 0–1, and what else the same bytes could be. */
  readonly confidence: number
  readonly alternatives: readonly EncodingGuess[]
  readonly draft: ReviewDraft
  readonly pairings: readonly Pairing[]
}

/** A TEI file under review: its letters are taken or left out, not edited here. */
export interface ReviewTei extends OpenedSource {
  readonly kind: 'tei'
  readonly letters: readonly DecodedLetter[]
  readonly entities: readonly Entity[]
  readonly people: readonly Editor[]
  /** What was noticed in the file; lines are 1-based in it. */
  readonly problems: readonly ProblemReading[]
  readonly stretches: FileStretches
}

/** A file that was not taken, with the reason; line and column are 1-based. */
export interface RefusedFile extends RefusedSource {
  readonly key: number
}

/** A file under review. */
export type ReviewFile = ReviewPage | ReviewTei | RefusedFile

/** What a person decided on a letter; without it nothing yet. */
export type LetterChoice = 'accepted' | 'left-out'

/** What can be taken back in a review: all that a person decided in it. */
export interface ReviewWork {
  readonly files: readonly ReviewFile[]
  /** By letter key. */
  readonly choices: ReadonlyMap<string, LetterChoice>
  /** What a person said of a proposed pair, of two letters of a page (`pairKey`) or with a letter of the library (`ownerKey`): together or not. */
  readonly pairs: ReadonlyMap<string, boolean>
}

/** How far the reading of files is; `letters` are those found so far. */
export interface ReviewReading {
  readonly done: number
  readonly total: number
  readonly name: string
  readonly letters: number
}

/** Files that were read and wait for a yes: nothing of them is stored yet. */
export interface ReviewState extends ReviewWork {
  /** Null when all files are read. */
  readonly reading: ReviewReading | null
  /** Ids of letters that were in the library when the review began. */
  readonly known: ReadonlySet<string>
  readonly undo: readonly ReviewWork[]
  readonly redo: readonly ReviewWork[]
}

/** Names a letter in a review: the ids of two files may be the same. */
export function letterKey(file: number, id: string): string {
  return `${file}/${id}`
}

/** Names a proposed pair of letters in a review. */
export function pairKey(file: number, { translation, original }: Pairing): string {
  return `${file}/${translation}/${original}`
}

const OWNER = ' belongs to '

/** Names the proposal that a text under review is the original of a letter of the library. */
export function ownerKey(letter: string, owner: string): string {
  return `${letter}${OWNER}${owner}`
}

/** The letters of the library that a person gave a text to as their original: library's letter → id of the text. Only texts of these keys. */
export function chosenOwners(
  { pairs }: Pick<ReviewWork, 'pairs'>,
  letters: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const said = [...pairs].flatMap(([key, together]): [string, string][] => {
    const [letter = '', owner] = key.split(OWNER)
    if (!together || owner === undefined || !letters.has(letter)) return []
    return [[owner, letter.slice(letter.indexOf('/') + 1)]]
  })
  return new Map(said)
}

/** The ids of the letters of a file, in their order. */
export function letterIds(file: ReviewFile): readonly string[] {
  if (file.kind === 'page') return file.draft.letters.map(({ id }) => id)
  return file.kind === 'tei' ? file.letters.map(({ letter }) => letter.id) : []
}

/** Why a letter cannot be taken: the library has one of its id, or a letter before it in this review has. */
export type Barred = 'known' | 'double'

const barred = new WeakMap<readonly ReviewFile[], ReadonlyMap<string, Barred>>()

/** The letters of a review that cannot be taken, by letter key. */
export function barredLetters({
  files,
  known,
}: Pick<ReviewState, 'files' | 'known'>): ReadonlyMap<string, Barred> {
  const before = barred.get(files)
  if (before) return before
  const found = new Map<string, Barred>()
  const ids = new Set<string>()
  for (const file of files)
    for (const id of letterIds(file)) {
      if (known.has(id)) found.set(letterKey(file.key, id), 'known')
      else if (ids.has(id)) found.set(letterKey(file.key, id), 'double')
      ids.add(id)
    }
  barred.set(files, found)
  return found
}

/** Everything that can be done in a review. What changes it can be taken back. */
export interface ReviewActions {
  /** Does one thing to a page; false where it cannot be done. */
  operate(file: number, operation: ReviewOperation): boolean
  /** Says of letters that they are to be taken, left out, or (null) neither. */
  choose(letters: readonly string[], choice: LetterChoice | null): void
  /** Accepts every letter that is certain (`CERTAIN`) and not decided on; gives how many. */
  acceptCertain(): number
  /** Says whether a proposed pair belongs together; null takes the word back. */
  settlePair(pair: string, together: boolean | null): void
  /** Reads a page anew in another encoding. */
  reencode(file: number, encoding: PageEncoding): Promise<void>
  undo(): void
  redo(): void
}
