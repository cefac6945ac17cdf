import { create } from 'zustand'
import type { Side } from '../../../shared/letter/canonical.ts'
import type { HeaderField, MentionKind } from '../../../shared/letter/records.ts'
import type { Reached } from './next-problem.ts'

/** Where a popover belongs: a rectangle in window coordinates (CSS pixels). */
export interface Spot {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The popover at the cursor: one that finds what a mention means, or one that finds a note to link. `mention` is set when a mention is changed, not made. */
export type Picker =
  | {
      readonly type: 'tag'
      readonly kind: MentionKind
      readonly side: Side
      readonly spot: Spot
      readonly word: string
      readonly mention: string | null
    }
  | { readonly type: 'note'; readonly side: Side; readonly spot: Spot }
  | { readonly type: 'go'; readonly side: Side; readonly spot: Spot }
  | {
      readonly type: 'words'
      readonly purpose: WordsPurpose
      readonly side: Side
      readonly spot: Spot
      /** The correction or question it is about; '' for a new question. */
      readonly record: string
    }

/** What words are asked for at a place in the text: a kind or a reason for a correction, the reason of a verdict, a question, an answer. */
export type WordsPurpose =
  | 'category'
  | 'reason'
  | 'accepted'
  | 'refused'
  | 'disputed'
  | 'ask'
  | 'reply'

export const INSPECTOR_TABS = [
  'letter',
  'problems',
  'corrections',
  'queries',
  'notes',
  'entities',
] as const
export type InspectorTab = (typeof INSPECTOR_TABS)[number]

/** What the open letter's screen shows beyond the session: kept only as long as the window lives. */
export interface LetterUi {
  readonly picker: Picker | null
  /** Grows when the key that opened the picker is pressed again while it is open. */
  readonly again: number
  readonly tab: InspectorTab
  /** The header field that wants the focus, until the form has given it. */
  readonly wanted: HeaderField | null
  /** The problem last jumped to, with its letter. */
  readonly problem: (Reached & { readonly letter: string }) | null
  /** The correction the keys last went to; null once they went to a problem. */
  readonly reached: string | null
  /** The problem of a check that the cursor stands on: what the keys act on. */
  readonly here: string | null
  /** What was chosen last for each kind: an entry's id or a date. */
  readonly lastChoice: Partial<Readonly<Record<MentionKind, string>>>
  /** The sentence for screen readers; `turn` makes the same sentence be read twice. */
  readonly said: { readonly text: string; readonly turn: number }
  /** Which text is shown where only one finds room. */
  readonly shownSide: Side
}

/** The state of the letter's screen; changed by the functions of this folder alone. */
export const useLetterUi = create<LetterUi>()(() => ({
  picker: null,
  again: 0,
  tab: 'letter',
  wanted: null,
  problem: null,
  reached: null,
  here: null,
  lastChoice: {},
  said: { text: '', turn: 0 },
  shownSide: 'translation',
}))

/** Closes whatever popover is open. */
export function closePicker(): void {
  useLetterUi.setState({ picker: null })
}

/** Shows one tab of the inspector. */
export function showTab(tab: InspectorTab): void {
  useLetterUi.setState({ tab })
}

/** Has a sentence read out by screen readers, politely. */
export function announce(text: string): void {
  useLetterUi.setState(({ said }) => ({ said: { text, turn: said.turn + 1 } }))
}

/** Remembers what was chosen, for the next time the same key is pressed. */
export function rememberChoice(kind: MentionKind, choice: string): void {
  useLetterUi.setState(({ lastChoice }) => ({ lastChoice: { ...lastChoice, [kind]: choice } }))
}
