import { askQuery, changeQuery, type QueryChange, removeQuery } from './features/query.ts'
import { decide, takeUpAgain } from './features/second-reading.ts'
import { stateSegment } from './features/segment-statement.ts'
import type { LetterEditor } from './letter-editor.ts'
import type { Action } from './perform.ts'

/** Does an action under its name; gives whether there was anything to do. */
export type Act = (label: string, action: Action) => boolean

type Reading = Pick<
  LetterEditor,
  'decide' | 'takeUpAgain' | 'ask' | 'setQuery' | 'removeQuery' | 'stateSegment'
>

/** The methods of an editor that belong to reading a translation again: verdicts, questions, statements on segments. */
export function readingActions(act: Act): Reading {
  return {
    decide: (id, verdict, why) =>
      act(`reading.action.${verdict}`, (draft, context) =>
        decide(draft, context, id, verdict, why),
      ),
    takeUpAgain: (id) =>
      act('reading.action.takeUp', (draft, context) => takeUpAgain(draft, context, id)),
    ask: (question) => {
      let id: string | null = null
      act('reading.action.ask', (draft, context) => {
        id = askQuery(draft, context, question)
        return id !== null
      })
      return id
    },
    setQuery: (id, change) =>
      void act(labelOf(change), (draft, context) => changeQuery(draft, context, id, change)),
    removeQuery: (id) => void act('reading.action.removeQuery', (draft) => removeQuery(draft, id)),
    stateSegment: (range, state) =>
      act(`reading.action.${state ?? 'unstate'}`, (draft, context) =>
        stateSegment(draft, context, range, state),
      ),
  }
}

function labelOf(change: QueryChange): string {
  if ('reply' in change) return 'reading.action.reply'
  if ('closed' in change) return `reading.action.${change.closed ? 'close' : 'reopen'}`
  return 'reading.action.share'
}
