import type { EditorView } from 'prosemirror-view'
import { type Draft, draftOf } from './draft.ts'
import type { EditorContext } from './editor-context.ts'
import { labelAction } from './plugins/action-history.ts'
import { labelStroke, type Stroke } from './plugins/typing-run.ts'

/** What a plugin needs to act: the context, and whether text or records may be changed now. */
export interface Acting {
  readonly context: EditorContext
  /** Whether typing changes the text: in Write mode, not in the machine view, not in a read-only letter. */
  readonly canType: () => boolean
}

/** One action on a draft; gives whether there was anything to do. */
export type Action = (draft: Draft, context: EditorContext) => boolean

/** Does an action as one transaction under a name of its own; a `stroke` of typing joins those typed in one go with it. Gives whether it was done; throws where the guard of the machine text refuses it, which no action may bring about. */
export function perform(
  view: EditorView,
  context: EditorContext,
  label: string,
  action: Action,
  stroke: Stroke | null = null,
): boolean {
  const draft = draftOf(view.state)
  const done = action(draft, context)
  const moved = !draft.tr.selection.eq(view.state.selection)
  if (!done && !moved) return false
  const before = view.state
  if (done && stroke) {
    const { lang: language } = context.machine
    labelStroke(before, draft.tr, { label, stroke, language })
  } else if (done) labelAction(draft.tr, label, true)
  view.dispatch(draft.tr)
  if (done && view.state === before)
    throw new Error(`${label} was refused: ${JSON.stringify(draft.tr.steps)}`)
  return done
}
