import type { StoreApi } from 'zustand/vanilla'
import type { Problem } from '../../shared/check/problem.ts'
import type { Dismissed } from '../../shared/check/sort-out.ts'
import type { Entity, EntityKind } from '../../shared/entity/entity.ts'
import type { TermLanguages } from '../../shared/exchange/encode-tbx.ts'
import type { RuleSet } from '../../shared/import/rules/rule.ts'
import type { OpenedFile } from '../../shared/ipc.ts'
import type { Side } from '../../shared/letter/canonical.ts'
import type { Counterpart, LetterState } from '../../shared/letter/records.ts'
import type { EditionRecord, Editor } from '../../shared/tei/edition-record.ts'
import type { FileChange } from '../../shared/tei/list-changes.ts'
import type { TrailLoss } from '../../shared/tei/patch/trail-loss.ts'
import type { SchemaChoice, Validity } from '../../shared/tei/schema/schema-choice.ts'
import type { SegmentCounts } from '../../shared/translate/segment-states.ts'
import type { TranslationSet } from '../../shared/translate/translation-set.ts'
import type { LetterEditor } from '../editor/letter-editor.ts'
import type { AfterActions, LastChange } from './after-state.ts'
import type { CheckActions } from './check-actions.ts'
import type { ListHistory, ListStep } from './list-history.ts'
import type { OriginalActions } from './original-types.ts'
import type { OutputActions } from './output-types.ts'
import type { PairActions } from './pair-actions.ts'
import type { ReviewActions, ReviewState } from './review-state.ts'
import type { SafetyActions, SafetyState } from './safety-state.ts'
import type { SpreadActions } from './spread-state.ts'

/** One row of the library: what the list shows, sorts and filters by. `dateSort` is an ISO date or '' where there is none. */
export interface LetterRow {
  readonly id: string
  readonly title: string
  readonly dateText: string
  readonly dateSort: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly archive: string
  readonly words: number
  readonly problems: number
  readonly state: LetterState
  readonly hasOriginal: boolean
  readonly counterpart?: Counterpart['is'] | null
  readonly importId: string | null
  /** The letters that this one stands for, where it was made by splitting, joining or reading anew. */
  readonly madeFrom?: readonly string[]
  /** How many sentences are in each state; null or absent until they were counted. */
  readonly segments?: SegmentCounts | null
  /** What the checks of the text were when they looked at it as it is; absent where they have not. */
  readonly checked?: string
  /** The revision that the checks of the text have yet to look at; absent where they have. */
  readonly unchecked?: number
}

/** An import that was confirmed and can be taken back. */
export interface ImportRow {
  readonly id: string
  readonly when: string
  readonly sources: readonly string[]
  readonly letters: number
  readonly undone: boolean
}

/** What the person sees of keeping: `saved` only when the storage promise has resolved. */
export type SaveState =
  | { readonly status: 'saved' }
  | { readonly status: 'saving' }
  | { readonly status: 'failed'; readonly message: string }
  /** `elsewhere`: not the letter is the cause, but another window that has it open. */
  | { readonly status: 'read-only'; readonly message: string; readonly elsewhere: boolean }

/** What a person chose for this device. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark'
  readonly locale: 'en' | 'ru' | 'de'
  readonly leftPane: boolean
  readonly rightPane: boolean
}

/** The letter that is open: its editors (one for each side), what stands to be settled, and what undo would take back. */
export interface OpenLetter {
  readonly id: string
  readonly title: string
  readonly readOnly: boolean
  readonly mode: 'write' | 'tag'
  readonly view: 'corrected' | 'changes' | 'machine'
  readonly problems: readonly Problem[]
  /** Problems that a person found to be none. */
  readonly dismissed: readonly Dismissed[]
  readonly undoLabel: string | null
  readonly redoLabel: string | null
  /** Grows with every change of text, records or selection: what depends on them reads the editors again. */
  readonly tick: number
  readonly activeSide: Side
}

/** The change of many letters that is the last thing that was done at all: the keys take it back, or do it again, wherever one is. */
export interface BulkStep {
  readonly way: 'undo' | 'redo'
  readonly bulk: string
}

/** Long work that shows how far it is and can be cancelled. */
export interface Progress {
  readonly label: string
  readonly done: number
  readonly total: number
}

/** A short message that goes away by itself; `tone` `bad` stays until closed. */
export interface Notice {
  readonly id: number
  /** When it was said, in ms of the window's clock. */
  readonly at: number
  /** The screen it belongs to and goes with; absent where it belongs to none. */
  readonly screen?: Screen
  /** The letter it was said in, null for none, and goes with; absent where it belongs to none. */
  readonly letter?: string | null
  /** What it is about, the id of a change of many letters: what is said of that later takes its place. */
  readonly about?: string
  readonly tone: 'good' | 'bad'
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

export type Screen = 'library' | 'letter' | 'register' | 'review' | 'rules' | 'words'

/** All that the interface shows; changed by the session alone. */
export interface SessionState {
  readonly ready: boolean
  /** Set when the store cannot be used; the sentence to show instead of the library. */
  readonly broken: string | null
  readonly screen: Screen
  readonly letters: readonly LetterRow[]
  readonly entities: readonly Entity[]
  readonly mentionCounts: Readonly<Record<string, number>>
  readonly imports: readonly ImportRow[]
  readonly editors: readonly Editor[]
  readonly me: Editor | null
  readonly edition: EditionRecord | null
  /** The scholar's own rules of recognition; the next import reads with them. */
  readonly rules: RuleSet
  /** What the collection knows of its translation: rules of correction, glossary, reasons, checks. */
  readonly translation: TranslationSet
  /** What the keys of undo take back on the screens where rules and the glossary are worked on. */
  readonly listHistories: Readonly<Record<'rules' | 'words', ListHistory>>
  readonly settings: Settings
  readonly review: ReviewState | null
  /** The review that was left last with something decided in it: it can be gone on with until it is dropped or the window closes. */
  readonly leftReview: ReviewState | null
  readonly open: OpenLetter | null
  readonly save: SaveState
  /** What was last done with whole letters, while it can be taken back. */
  readonly lastChange: LastChange | null
  /** What was last done to many letters, and the way it can go; null once anything else was done. */
  readonly bulkStep: BulkStep | null
  readonly progress: Progress | null
  /** How many of the letters that were not checked yet have been looked at in idle time; null where none wait. */
  readonly checking: { readonly done: number; readonly total: number } | null
  readonly notices: readonly Notice[]
  /** Where the data lies, in plain words. */
  readonly place: string
  /** The safety copies; null where nothing keeps any. */
  readonly safety: SafetyState | null
}

/** What an export writes: one TEI file for each letter chosen, or all of them with corpus and CMIF. */
export interface ExportRequest {
  readonly letters: readonly string[] | 'all'
  /** Whether proposals, refusals and shared queries go out too. */
  readonly trail?: boolean
}

/** Why an export was refused: nothing was written. */
export interface ExportProblem {
  readonly letter: string
  readonly line: number
  readonly column: number
  readonly message: string
}

/** A TEI file of others that changed letters go back into: its SHA-256 as it came in, its name, how many of the letters asked for came out of it, what it is checked against. */
export interface TeiSourceRow {
  readonly sha256: string
  readonly name: string
  readonly letters: number
  readonly choice: SchemaChoice
}

/** The TEI files of others in an export, and the schemas at hand to check them against. */
export interface TeiSources {
  readonly sources: readonly TeiSourceRow[]
  readonly schemas: readonly { readonly sha256: string; readonly name: string }[]
}

/** What was written of a TEI file of others: the places that differ from what it was (none: the same bytes), whether it is valid, and what of the trail it cannot hold. */
export interface TeiFileReport {
  readonly name: string
  readonly letters: readonly string[]
  readonly changes: readonly FileChange[]
  readonly validity: Validity
  readonly lost: readonly TrailLoss[]
}

/** How an export ended: what was written, with the files of others among it, or why nothing was. */
export type ExportOutcome =
  | { readonly status: 'written'; readonly reports: readonly TeiFileReport[] }
  | { readonly status: 'refused'; readonly problems: readonly ExportProblem[] }
  | { readonly status: 'cancelled' }

/** Joins editor, storage and host. Everything the interface can do goes through here; nothing here throws for what the world does. */
export interface Session {
  readonly state: StoreApi<SessionState>
  /** The editor of one side of the open letter, where there is one. */
  editor(side: Side): LetterEditor | null
  /** Puts the editor of one side into an element; gives the function that takes it out again. */
  mount(side: Side, element: HTMLElement): () => void
  show(screen: Exclude<Screen, 'letter' | 'review'>): void

  importFiles(files: readonly OpenedFile[]): Promise<void>
  importText(name: string, text: string): Promise<void>
  /** Asks for files, or for a folder with all below it, by the host's dialog. */
  chooseImport(purpose?: 'pages' | 'folder'): Promise<void>
  /** What is done to the files under review before anything is stored. */
  readonly review: ReviewActions
  /** Stores the letters under review: all that were not left out, or only those accepted. */
  confirmReview(which: 'all' | 'accepted'): Promise<void>
  /** Leaves the review, whether all is read or not; nothing of it is stored. What was decided in it is kept in `leftReview`. */
  cancelReview(): void
  /** Goes on with the review that was left, where none is open. */
  resumeReview(): void
  /** Forgets the review, the open one or else the one that was left. */
  dropReview(): void
  setRules(rules: RuleSet): Promise<void>
  setTranslation(translation: TranslationSet): Promise<void>
  /** Takes back (or does again) a change of the lists of a screen, the last one unless another is named; nothing where it is taken back already. */
  travelLists(of: 'rules' | 'words', way: 'undo' | 'redo', step?: ListStep): void
  /** Asks for a file of the glossary by the host's dialog; null where none was chosen, or none could be read, which is said. */
  chooseTermFile(): Promise<OpenedFile | null>
  /** The languages that the terms of this collection are in. */
  termLanguages(): Promise<TermLanguages>
  /** The lines to try rules on: of the page the open letter came from, else of the letter; null where none is open. */
  linesToTry(): Promise<string | null>
  /** What is done with letters after they were imported. */
  readonly after: AfterActions
  undoImport(id: string): Promise<void>
  redoImport(id: string): Promise<void>
  removeLetters(ids: readonly string[]): Promise<void>

  /** Corrections over many letters at once. */
  readonly spread: SpreadActions

  /** Originals of letters: found, added, taken away. */
  readonly originals: OriginalActions
  /** What is done with the pairs of the open letter's sentences. */
  readonly pairs: PairActions

  openLetter(id: string): Promise<void>
  closeLetter(): Promise<void>
  undo(): void
  redo(): void
  setMode(mode: 'write' | 'tag'): void
  setView(view: OpenLetter['view']): void
  focusSide(side: Side): void
  /** Puts the cursor where the problem is, or the form where its field is. */
  jumpToProblem(id: string): void
  /** Marks an inferred link or field as right. */
  confirmProblem(id: string): void

  /** What is done with problems of the checks, in the open letter and in the collection. */
  readonly checks: CheckActions

  putEntity(entity: Entity): Promise<void>
  /** Makes an entry from a name and gives its id; the id is an NCName made from the name. */
  createEntity(kind: EntityKind, name: string): Promise<Entity>
  removeEntity(id: string): Promise<void>

  setMe(name: string, initials: string): Promise<void>
  setEdition(edition: EditionRecord): Promise<void>
  setSettings(settings: Partial<Settings>): Promise<void>

  /** Exports TEI. Letters that came out of TEI files go back into them, everything else is encoded; all is written or nothing. */
  exportTei(request: ExportRequest): Promise<ExportOutcome>
  /** Forms for other programs, lists of corrections, measures. */
  readonly outputs: OutputActions
  /** The TEI files of others that an export would write, and the schemas to check them against. */
  teiSources(request: ExportRequest): Promise<TeiSources>
  /** Compiles a RELAX NG schema and keeps it; else one sentence says why it cannot be used. */
  addSchema(
    file: OpenedFile,
  ): Promise<
    | { readonly ok: true; readonly sha256: string }
    | { readonly ok: false; readonly message: string }
  >
  /** What sources (by SHA-256) are checked against from now on. */
  chooseSchema(sources: readonly string[], choice: SchemaChoice): Promise<void>
  saveCollection(): Promise<void>
  /** What is done with safety copies. */
  readonly safety: SafetyActions
  chooseCollection(): Promise<void>
  /** The open letter as a file of its own, for "save a copy" when something failed; null where none is open. */
  letterCopy(): OpenedFile | null
  /** After a failure of the store: looks whether it answers again, and if so keeps all that was done since. */
  tryAgain(): Promise<void>
  cancelProgress(): void
  notify(tone: Notice['tone'], text: string, action?: Notice['action']): void
  dismissNotice(id: number): void
  /** Takes the messages away that go by themselves and offer nothing. */
  dismissPassing(): void
}
