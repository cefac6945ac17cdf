import { draftRecords } from './draft.ts'
import { changeCorrection, revertCorrection } from './features/correction-record.ts'
import { applyFix, dismissProblem, undismissProblem } from './features/fix.ts'
import { clearHeader, setHeader } from './features/header.ts'
import { changeMention, removeMention, tagMention } from './features/mention.ts'
import {
  linkCallout,
  linkNoteAt,
  numberNote,
  removePassage,
  setPassage,
} from './features/note-link.ts'
import { changePairs } from './features/pairs.ts'
import type { LetterEditor } from './letter-editor.ts'
import { type Act, readingActions } from './reading-actions.ts'

type Actions = Pick<
  LetterEditor,
  | 'tag'
  | 'setMention'
  | 'removeMention'
  | 'linkNoteHere'
  | 'linkCallout'
  | 'confirmCallout'
  | 'numberNote'
  | 'setPassage'
  | 'removePassage'
  | 'setCorrection'
  | 'revertCorrection'
  | 'decide'
  | 'takeUpAgain'
  | 'ask'
  | 'setQuery'
  | 'removeQuery'
  | 'stateSegment'
  | 'setHeader'
  | 'clearHeader'
  | 'confirmHeader'
  | 'changePairs'
  | 'applyFix'
  | 'dismissProblem'
  | 'takeBackDismissal'
>

/** The methods of an editor that change records, each one undoable action. */
export function letterActions(act: Act): Actions {
  return {
    tag: (kind, value) => {
      let id: string | null = null
      act('action.tag', (draft, context) => {
        id = tagMention(draft, context, kind, value)
        return id !== null
      })
      return id
    },
    setMention: (id, change) =>
      void act('action.setMention', (draft, context) => changeMention(draft, context, id, change)),
    removeMention: (id) => void act('action.untag', (draft) => removeMention(draft, id)),
    linkNoteHere: (note) =>
      act('action.linkNote', (draft, context) =>
        linkNoteAt(draft, context, note, draft.tr.selection.to),
      ),
    linkCallout: (id, note) =>
      void act('action.linkCallout', (draft, context) => linkCallout(draft, context, id, note)),
    confirmCallout: (id) =>
      void act('action.confirmCallout', (draft, context) => {
        const old = draftRecords(draft).callouts[id]
        return old !== undefined && linkCallout(draft, context, id, old.note)
      }),
    numberNote: (id, n) => act('action.numberNote', (draft) => numberNote(draft, id, n)),
    setPassage: (note) =>
      act('action.setPassage', (draft, context) => setPassage(draft, context, note)),
    removePassage: (id) => void act('action.removePassage', (draft) => removePassage(draft, id)),
    setCorrection: (id, change) =>
      void act('action.setCorrection', (draft) => changeCorrection(draft, id, change)),
    revertCorrection: (id) =>
      void act('action.revert', (draft, context) => revertCorrection(draft, context, id)),
    ...readingActions(act),
    setHeader: (field, value) =>
      void act('action.setHeader', (draft, context) => setHeader(draft, context, field, value)),
    clearHeader: (field) => void act('action.clearHeader', (draft) => clearHeader(draft, field)),
    confirmHeader: (field) =>
      void act('action.confirmHeader', (draft, context) => {
        const old = draftRecords(draft).header[field]
        return old !== undefined && setHeader(draft, context, field, old.value)
      }),
    changePairs: (label, changes) => act(label, (draft) => changePairs(draft, changes)),
    applyFix: (problem) => act('action.fix', (draft, context) => applyFix(draft, context, problem)),
    dismissProblem: (problem, reason) =>
      act('action.dismiss', (draft, context) => dismissProblem(draft, context, problem, reason)),
    takeBackDismissal: (id) => act('action.undismiss', (draft) => undismissProblem(draft, id)),
  }
}
