import { decodePage } from '../../shared/import/decode-page.ts'
import type { RuleSet } from '../../shared/import/rules/rule.ts'
import { machineString } from '../../shared/letter/machine-text.ts'
import type { TranslationSet } from '../../shared/translate/translation-set.ts'
import { putMeta } from '../storage/edition.ts'
import { findSource } from '../storage/find-source.ts'
import { openLetter } from '../storage/open-letter.ts'
import { travelLists } from './list-history.ts'
import { readMetaLists } from './lists.ts'
import { noteListStep } from './note-list-step.ts'
import type { Session } from './session.ts'
import { notify, notifyFailure, type Surroundings, say, withdrawOffers } from './surroundings.ts'
import { type TermFileActions, termFileActions } from './term-file-actions.ts'
import type { TranslationKeeper } from './translation-keeper.ts'

/** The scholar's rules of recognition, tried out on the page of the open letter, and what the collection knows of its translation. */
export function rulesActions(
  surroundings: Surroundings,
  keeper: TranslationKeeper,
): Pick<
  Session,
  'setRules' | 'setTranslation' | 'travelLists' | 'linesToTry' | keyof TermFileActions
> {
  const { store, state } = surroundings
  const keepRules = async (rules: RuleSet) => {
    state.setState({ rules })
    const result = await putMeta(store, 'rules', rules)
    if (result.status === 'saved') return
    notifyFailure(surroundings, result)
    await readMetaLists(surroundings)
  }
  return {
    ...termFileActions(surroundings),
    async setRules(rules) {
      noteListStep(state, 'rules', { ...state.getState().rules }, { ...rules })
      await keepRules(rules)
    },
    async setTranslation(translation) {
      noteListStep(state, 'words', listsOf(state.getState().translation), listsOf(translation))
      await keeper.set(translation)
    },
    travelLists(of, way, step) {
      const { listHistories, rules, translation } = state.getState()
      const now = of === 'rules' ? { ...rules } : listsOf(translation)
      const gone = travelLists(listHistories[of], way, now, step)
      if (!gone) return
      state.setState({ listHistories: { ...listHistories, [of]: gone.history } })
      void (of === 'rules'
        ? keepRules({ ...rules, ...gone.lists })
        : keeper.set({ ...translation, ...gone.lists }))
      withdrawOffers(surroundings)
      const [name] = Object.keys(gone.lists)
      const what = say(of === 'rules' ? 'rules.step' : `words.step.${name}`)
      notify(
        surroundings,
        'good',
        say(way === 'undo' ? 'words.tookBack' : 'words.didAgain', { what }),
      )
    },
    async linesToTry() {
      const { open, letters } = state.getState()
      const id = open?.id ?? letters[0]?.id
      if (id === undefined) return null
      const opened = await openLetter(store, id)
      if (opened.status !== 'open') return null
      const { machine, records } = opened.letter.translation
      const origin = records.header.origin?.value
      if (origin?.format !== 'text') return machineString(machine)
      const found = await findSource(store, origin.sha256)
      const page = found.status === 'read' && found.source ? decodePage(found.source.bytes) : null
      return page?.ok ? page.text : machineString(machine)
    },
  }
}

// The checks that are on, and what they leave alone, are no lists of that screen.
function listsOf({ rules, terms, reasons }: TranslationSet) {
  return { rules, terms, reasons }
}
