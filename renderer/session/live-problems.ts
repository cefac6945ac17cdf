import type { StoreApi } from 'zustand/vanilla'
import { isCheckId } from '../../shared/check/check-id.ts'
import { inTextOrder } from '../../shared/check/in-text-order.ts'
import { isCheckOn } from '../../shared/check/is-check-on.ts'
import { letterProblems } from '../../shared/check/letter-problems.ts'
import type { Problem } from '../../shared/check/problem.ts'
import { type SortedProblems, sortOut } from '../../shared/check/sort-out.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import type { Records } from '../../shared/letter/records.ts'
import { isSame } from '../../shared/tei/patch/same.ts'
import type { CheckKnowledge } from '../workers/check-messages.ts'
import type { Checker } from './checker.ts'
import { checksMark } from './checks-mark.ts'
import type { SessionState } from './session.ts'

/** What a part of the program needs to keep the problems of the open letter true. */
export interface LiveProblemsOptions {
  readonly checker: Checker
  readonly state: StoreApi<SessionState>
  readonly letter: () => CanonicalLetter
  readonly dismissals: () => Records['dismissals']
  /** Told when what is known beside the letters is other: the letter is to be looked at again. */
  readonly onKnowledge: () => void
  /** Told whenever the sorted problems are others. */
  readonly onSorted: (sorted: SortedProblems) => void
}

/** What was noticed in a letter, dismissed or not; `checked` is what the checks of the text were when they looked at it as it is, null before. */
export interface Noticed {
  readonly letter: CanonicalLetter
  readonly problems: readonly Problem[]
  readonly checked: string | null
}

/** How long one waits for the checks, in milliseconds: who closes a letter is not kept in it by them. */
const PATIENCE_MS = 1500

/** The problems of the open letter, looked for anew in a worker after each change. */
export interface LiveProblems {
  all(): Noticed
  sorted(): SortedProblems
  /** Looks again at the letter as it is: at once what is quick, then the checks. Resolves when they have answered, or a later look has begun. */
  look(): Promise<void>
  /** Sorts again what is known, after something was said of it; `settled` names a problem that was just corrected. */
  sortAgain(settled?: string): void
  end(): void
}

/** Looks at the letter a first time at once; the checks' answer follows by `onSorted`. */
export function watchProblems(options: LiveProblemsOptions): LiveProblems {
  const { checker, state, onSorted } = options
  let letter = options.letter()
  let quick = letterProblems(letter)
  let found: readonly Problem[] | null = null
  let checked: string | null = null
  let hasEnded = false
  const all = () => (found ? together(quick, found, letter) : quick)
  const sort = () => {
    const { translation } = state.getState()
    const isOn = (check: string) => isCheckOn(translation, check)
    return sortOut(all(), { dismissals: options.dismissals(), set: translation, isOn })
  }
  let sorted = sort()
  const show = () => {
    sorted = sort()
    onSorted(sorted)
  }
  const look = async () => {
    letter = options.letter()
    quick = letterProblems(letter)
    show()
    checked = null
    const mark = checksMark(told.translation)
    const taken = checker.check(letter).then((answer) => {
      if (answer === null || hasEnded) return
      found = answer
      checked = mark
      show()
    })
    // A worker that has failed keeps nobody from counting words and writing snapshots.
    const answered = taken.catch(reportError)
    await Promise.race([answered, patience()])
  }
  const unfollow = state.subscribe((now, before) => {
    const isOther = now.translation !== before.translation || now.entities !== before.entities
    // Lists are read again with each write: what says the same is not told, or all would be checked again.
    if (!isOther || saysTheSame(told, now)) return
    told = tell(checker, now)
    show()
    options.onKnowledge()
  })
  const lookAgain = () => void look().catch(reportError)
  const unlearn = checker.onLearnt(lookAgain)
  let told = tell(checker, state.getState())
  return {
    all: () => ({ letter, problems: all(), checked }),
    sorted: () => sorted,
    look,
    sortAgain(settled) {
      if (settled !== undefined) found = found?.filter(({ id }) => id !== settled) ?? null
      show()
    },
    end() {
      hasEnded = true
      unfollow()
      unlearn()
    },
  }
}

function saysTheSame(one: CheckKnowledge, other: CheckKnowledge): boolean {
  return isSame(one.translation, other.translation) && isSame(one.entities, other.entities)
}

// Where the checks have looked they know more of the text than the quick look.
function together(
  quick: readonly Problem[],
  found: readonly Problem[],
  letter: CanonicalLetter,
): readonly Problem[] {
  const others = quick.filter(({ code }) => !isCheckId(code))
  return inTextOrder([...others, ...found], letter)
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
}

function tell(checker: Checker, { translation, entities }: SessionState): CheckKnowledge {
  const knowledge = { translation, entities }
  checker.know(knowledge)
  return knowledge
}
