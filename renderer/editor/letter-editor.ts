import type { EditorView } from 'prosemirror-view'
import type { Problem } from '../../shared/check/problem.ts'
import type { CanonicalText, Side } from '../../shared/letter/canonical.ts'
import type { StepJson, TextState } from '../../shared/letter/journal.ts'
import type { MachineText } from '../../shared/letter/machine-text.ts'
import type { MachineRange } from '../../shared/letter/place.ts'
import type {
  HeaderField,
  HeaderValues,
  MentionKind,
  SegmentRecord,
} from '../../shared/letter/records.ts'
import type { PairChange } from '../../shared/translate/pairs/pair-change.ts'
import type { Judgement } from '../../shared/translate/verdict.ts'
import type { GivenFields, PlaceEdit, ReadingPlace } from './correction/correct-places.ts'
import type { CorrectionChange } from './features/correction-record.ts'
import type { QueryChange } from './features/query.ts'

/** One action of a person, ready for the journal. `label` is a key of the locales (`action.<…>`), e.g. `action.type`. */
export interface EditorAction {
  readonly side: Side
  readonly label: string
  readonly steps: readonly StepJson[]
  readonly author: string
  readonly time: string
}

/** What an editor needs from outside: nothing here is DOM, storage or clock of its own. */
export interface LetterEditorOptions {
  readonly side: Side
  readonly text: CanonicalText
  readonly readOnly: boolean
  /** Id of the editor who works here. */
  readonly author: () => string
  readonly now: () => string
  /** A new id with this prefix, unique in the letter: an NCName. */
  readonly newId: (prefix: string) => string
  /** Called after every transaction that changed text or records; rows of one action belong together (`merge` true extends the last one). */
  readonly onAction: (action: EditorAction, merge: boolean) => void
  /** Called after every transaction, also one that only moved the selection. */
  readonly onUpdate: () => void
  /** Words for widgets drawn in the text (callout tooltips, …). */
  readonly translate: (key: string, values?: Record<string, string>) => string
}

/** What stands at the cursor or in the selection. */
export interface SelectionInfo {
  readonly empty: boolean
  readonly text: string
  /** Where none stands there, the one that was just typed, as long as the cursor stays; else those of the phrase around it that was replaced as a whole. */
  readonly corrections: readonly string[]
  readonly mentions: readonly string[]
  readonly callouts: readonly string[]
  readonly passages: readonly string[]
  /** Markup of others under the cursor, from the outside in. */
  readonly verbatim: readonly string[]
  readonly queries: readonly string[]
  /** The note the cursor is in. */
  readonly note: string | null
  readonly machine: { readonly block: string; readonly offset: number } | null
  /** Rectangle of the selection in window coordinates (CSS pixels). */
  readonly rect: DOMRect | null
}

/** The editor of one side of a letter. Every method that changes something is one undoable action. */
export interface LetterEditor {
  readonly side: Side
  readonly machine: MachineText
  readonly view: EditorView
  state(): TextState
  canonical(): CanonicalText
  selection(): SelectionInfo
  setMode(mode: 'write' | 'tag'): void
  setView(view: 'corrected' | 'changes' | 'machine'): void
  focus(): void
  undo(): boolean
  redo(): boolean
  undoLabel(): string | null
  redoLabel(): string | null
  /** Makes the next key of typing an action of its own: something else was done meanwhile. */
  endRun(): void
  /** Tags the selection, or the word at the cursor; gives the mention's id, or null where nothing can be tagged. */
  tag(kind: MentionKind, value: { entity?: string; when?: string }): string | null
  setMention(
    id: string,
    change: { kind?: MentionKind; entity?: string | null; when?: string | null },
  ): void
  removeMention(id: string): void
  /** Sets (or moves) the callout of a note at the cursor; a printed callout moved this way has its characters marked deleted. */
  linkNoteHere(note: string): boolean
  /** Links an existing printed callout to a note, or to none. */
  linkCallout(callout: string, note: string | null): void
  /** Makes the selection the passage of a note. */
  setPassage(note: string): boolean
  removePassage(id: string): void
  setCorrection(id: string, change: CorrectionChange): void
  /** Takes a correction back: the machine reading stands again. One that was decided or is somebody else's is kept as refused. */
  revertCorrection(id: string): void
  /** Says what a second reader finds of a correction; gives false where this person may not, or said the same last. */
  decide(id: string, verdict: Judgement, why?: string): boolean
  /** Puts a refused correction back as proposed; gives false where its place was corrected otherwise since. */
  takeUpAgain(id: string): boolean
  /** Asks about the selection, or the word at the cursor; gives the question's id, or null where there is nothing to ask about. */
  ask(question: string): string | null
  setQuery(id: string, change: QueryChange): void
  removeQuery(id: string): void
  /** Says of a segment that it is corrected or checked; null takes back what this person said. Gives whether anything changed. */
  stateSegment(range: MachineRange, state: SegmentRecord['state'] | null): boolean
  setHeader<F extends HeaderField>(field: F, value: HeaderValues[F]): void
  clearHeader(field: HeaderField): void
  confirmHeader(field: HeaderField): void
  confirmCallout(id: string): void
  /** Gives a note its printed number; gives whether it became another. */
  numberNote(id: string, n: string): boolean
  /** Sets pairs of sentences (the translation holds them) as one action of this name; gives whether any became another. */
  changePairs(label: string, changes: readonly PairChange[]): boolean
  /** Selects a range of machine text and scrolls it into view. */
  select(range: MachineRange): void
  /** Selects what stands between two positions of the document and scrolls it into view. */
  selectPositions(from: number, to: number): void
  selectRecord(
    table: 'corrections' | 'mentions' | 'callouts' | 'passages' | 'notes' | 'queries',
    id: string,
  ): void
  /** The lines that a range of machine text begins and ends on, in window coordinates (CSS pixels); null where it is not drawn. It forces a layout. */
  linesOf(range: MachineRange): {
    readonly first: { readonly top: number; readonly bottom: number }
    readonly last: { readonly top: number; readonly bottom: number }
  } | null
  /** Draws attention to ranges of machine text (aligned pairs, search hits) without changing anything. */
  highlight(ranges: readonly MachineRange[]): void
  /** Selects the words of a problem and scrolls to them; what is typed there next is the correction that settles it. */
  selectProblem(problem: Problem): void
  /** Puts in what a problem proposes, as a tracked correction; false where it proposes nothing or its words are others by now. */
  applyFix(problem: Problem): boolean
  /** Dismisses a problem in this letter; false where it is not one of a check. */
  dismissProblem(problem: Problem, reason?: string): boolean
  /** Takes the dismissal of a problem back. */
  takeBackDismissal(problem: string): boolean
  /** Underlines problems of the text, those of this list alone. */
  showProblems(problems: readonly Problem[]): void
  /** The ids of the problems that are underlined at the cursor or in the selection. */
  problemsHere(): readonly string[]
  /** Lights ranges of machine text stronger than `highlight` does: the places of the problem that is looked at. */
  light(ranges: readonly MachineRange[]): void
  /** Corrects places as one action; gives whether anything was changed. A check in `fields` is named where it is among the problems `noticed`. */
  correctPlaces(
    label: string,
    edits: readonly PlaceEdit[],
    fields: GivenFields,
    noticed?: readonly Problem[],
  ): boolean
  /** Carries out steps of a journal row as one action. Throws a RangeError where one does not apply. */
  takeSteps(label: string, steps: readonly StepJson[]): boolean
  /** Selects a place of a reading and scrolls it into view; false where it is not there. */
  selectPlace(place: ReadingPlace): boolean
  /** Shows places as found, one of them as the one that one is at (-1: none); no places ends it. */
  showFound(places: readonly ReadingPlace[], current: number): void
  destroy(): void
}
