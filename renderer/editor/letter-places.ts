import { Step } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import { letterSchema } from '../../shared/letter/schema.ts'
import { correctPlaces, placeRange } from './correction/correct-places.ts'
import type { LetterEditor } from './letter-editor.ts'
import { selectRange } from './letter-selection.ts'
import type { Action } from './perform.ts'
import { markTravel } from './plugins/action-history.ts'
import { showFoundPlaces } from './plugins/found-places.ts'
import { recordsOf } from './plugins/records.ts'
import { syncSelection } from './sync-selection.ts'

/** The methods of an editor for places that were found: correct them as one action, carry out steps of others, show and select them. */
export function letterPlaces(
  view: EditorView,
  act: (label: string, action: Action) => boolean,
): Pick<LetterEditor, 'correctPlaces' | 'takeSteps' | 'selectPlace' | 'showFound'> {
  return {
    correctPlaces: (label, edits, fields, noticed = []) =>
      act(label, (draft, context) => {
        const { selection } = draft.tr
        correctPlaces(draft, context, edits, fields, noticed)
        // The cursor stays with the words it was at, wherever the places are.
        const mapped = selection.map(draft.tr.doc, draft.tr.mapping)
        draft.tr.setSelection(mapped)
        return draft.tr.steps.length > 0
      }),
    takeSteps: (label, steps) =>
      act(label, ({ tr }) => {
        markTravel(tr)
        for (const json of steps) tr.step(Step.fromJSON(letterSchema, json))
        return tr.steps.length > 0
      }),
    selectPlace: (place) => {
      const range = placeRange(view.state.doc, recordsOf(view.state), place)
      if (range) selectRange(view, range)
      return range !== null
    },
    showFound: (places, current) => {
      // A redraw puts the caret where the state has it: a move that is not taken over yet would be lost.
      syncSelection(view)
      const { doc } = view.state
      const records = recordsOf(view.state)
      const ranges = places.map((place) => placeRange(doc, records, place) ?? { from: 0, to: 0 })
      view.dispatch(showFoundPlaces(view.state.tr, { ranges, current }))
    },
  }
}
