import type { CheckId } from '../../shared/check/check-id.ts'
import type { CheckTallies } from '../../shared/check/check-tally.ts'
import type { Problem } from '../../shared/check/problem.ts'
import { type Dismissed, noticedWords, silencedQuote } from '../../shared/check/sort-out.ts'
import { UNNAMED_EDITOR } from '../../shared/tei/edition-record.ts'
import type { Silence } from '../../shared/translate/translation-set.ts'
import { checkCollection, readTallies, recount } from './check-collection.ts'
import type { OpenLetterAccess } from './letter-actions.ts'
import type { OpenLetterHandle } from './open-letter.ts'
import {
  newRecordId,
  notifyAbout,
  type Surroundings,
  say,
  timeNow,
  withdrawAbout,
} from './surroundings.ts'
import type { TranslationKeeper } from './translation-keeper.ts'

/** What can be done with what the checks notice. Nothing here throws for what the world does. */
export interface CheckActions {
  /** Puts in what a problem of the open letter proposes; where it proposes nothing, or its words are others by now, selects them to be typed over. Gives whether it is settled. */
  applyFix(problem: string): boolean
  /** Dismisses a problem of the open letter, this one alone or (`rule`) whatever reads so in the collection. */
  dismiss(problem: string, how: 'once' | 'rule', reason?: string): void
  /** Shows a dismissed problem again. */
  takeBack(dismissed: Dismissed): void
  /** Switches a check on or off in the collection. */
  setCheck(check: CheckId, isOn: boolean): Promise<void>
  /** Lights the places of a problem of the open letter in both texts; null puts the light out. */
  light(problem: Problem | null): void
  /** Checks all letters, with progress; can be cancelled and leaves nothing half done. */
  checkCollection(): Promise<void>
  /** Ends the checking of the collection. */
  cancel(): void
  /** How often each check was right, over all letters as they were last counted. */
  tallies(): Promise<CheckTallies>
}

/** The actions over the open letter and the collection. */
export function checkActions(
  surroundings: Surroundings,
  letter: OpenLetterAccess,
  keeper: TranslationKeeper,
): CheckActions {
  const { state } = surroundings
  let cancelled = false
  const find = (id: string) => state.getState().open?.problems.find((one) => one.id === id)
  return {
    applyFix(id) {
      const problem = find(id)
      return problem ? applyFix(letter.handle(), problem) : false
    },
    dismiss(id, how, reason) {
      const problem = find(id)
      const handle = letter.handle()
      if (!problem?.finding || !handle || state.getState().open?.readOnly) return
      // A problem without words has no rule: it would silence its whole check.
      if (how === 'once' || silencedQuote(problem) === '') {
        handle.editor('translation')?.dismissProblem(problem, reason)
        handle.sortAgain()
      } else silence({ surroundings, keeper, handle }, problem, reason)
    },
    takeBack({ problem, once, rule }) {
      const handle = letter.handle()
      if (once) handle?.editor('translation')?.takeBackDismissal(once.id)
      if (rule)
        changeSilences({ surroundings, keeper, handle }, rule, noticedWords(problem), 'remove')
      handle?.sortAgain()
    },
    async setCheck(check, isOn) {
      const { translation } = state.getState()
      const checks = { ...translation.checks, [check]: isOn }
      await recount(surroundings, keeper, { ...translation, checks })
    },
    light(problem) {
      const handle = letter.handle()
      for (const side of ['translation', 'original'] as const)
        handle?.editor(side)?.light(problem ? placesOf(problem, side) : [])
    },
    async checkCollection() {
      cancelled = false
      const open = letter.handle()?.id ?? null
      await letter.flush()
      await checkCollection(surroundings, open, () => cancelled)
    },
    cancel() {
      cancelled = true
    },
    tallies: () => readTallies(surroundings),
  }
}

function applyFix(handle: OpenLetterHandle | null, problem: Problem): boolean {
  const editor = handle?.editor(problem.side)
  if (!editor) return false
  const isDone = editor.applyFix(problem)
  if (isDone) handle?.sortAgain(problem.id)
  else editor.selectProblem(problem)
  return isDone
}

function placesOf({ side, range, finding }: Problem, wanted: Problem['side']) {
  if (side === wanted) return range ? [range] : []
  return finding?.evidence ? [finding.evidence] : []
}

interface Silencing {
  readonly surroundings: Surroundings
  readonly keeper: TranslationKeeper
  readonly handle: OpenLetterHandle | null
}

function silence(silencing: Silencing, problem: Problem, reason: string | undefined): void {
  const { surroundings } = silencing
  const check = problem.finding?.check
  if (check === undefined) return
  const made: Silence = {
    id: newRecordId('silence'),
    check,
    quote: silencedQuote(problem),
    by: surroundings.state.getState().me?.id ?? UNNAMED_EDITOR.id,
    at: timeNow(),
    ...(reason && { reason }),
  }
  changeSilences(silencing, made, noticedWords(problem), 'add')
}

// One step of the open letter's history, though it changes the collection: undo takes it back in its turn, and so does the
// message, also when it is not the last step any more.
function changeSilences(
  silencing: Silencing,
  silence: Silence,
  quote: string,
  way: 'add' | 'remove',
): void {
  const { surroundings, keeper, handle } = silencing
  const change = (to: 'add' | 'remove') => {
    withdrawAbout(surroundings, silence.id)
    const { translation } = surroundings.state.getState()
    const others = translation.silences.filter(({ id }) => id !== silence.id)
    const silences = to === 'add' ? [...others, silence] : others
    void recount(surroundings, keeper, { ...translation, silences })
    handle?.sortAgain()
  }
  change(way)
  const back = way === 'add' ? 'remove' : 'add'
  const label = way === 'add' ? 'action.silence' : 'action.unsilence'
  handle?.didBeside({ label, undo: () => change(back), redo: () => change(way) })
  const step = handle?.nextStep('undo')
  const takeBack = () => {
    if (step && handle?.nextStep('undo') === step) handle.undo()
    else changeSilences(silencing, silence, quote, back)
  }
  const words = say(way === 'add' ? 'checks.silenced' : 'checks.unsilenced', { quote })
  const action = { label: say('session.undo'), run: takeBack }
  notifyAbout(surroundings, silence.id, 'good', words, action)
}
