import type { CheckContext } from '../../shared/check/check-context.ts'
import { type CheckedLetter, recheckLetter } from '../../shared/check/check-letter.ts'
import type { CollectionFacts } from '../../shared/check/collection-facts.ts'
import type { Problem } from '../../shared/check/problem.ts'
import type { Speller } from '../../shared/check/speller.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import type { CheckKnowledge } from './check-messages.ts'
import { isKnownWord, knownWords } from './known-words.ts'

/** Finds what the checks notice in a letter, also what was dismissed, held against what is known of the collection; the same letter after a change costs what was changed. */
export type FindProblems = (
  letter: CanonicalLetter,
  knowledge: CheckKnowledge,
  facts: CollectionFacts | null,
) => readonly Problem[]

/** A finder with a dictionary, or without one. It remembers the letter it looked at last. */
export function createFinder(speller: Speller | null): FindProblems {
  const suggestions = new Map<string, string | null>()
  let known: CheckKnowledge | null = null
  let context: CheckContext | null = null
  let before: CheckedLetter | null = null
  const propose = (word: string): string | null => {
    const made = suggestions.get(word)
    if (made !== undefined) return made
    const suggestion = speller?.suggest(word)[0] ?? null
    suggestions.set(word, suggestion)
    return suggestion
  }
  return (letter, knowledge, facts) => {
    if (knowledge !== known || !context) context = contextOf(knowledge, speller)
    known = knowledge
    const full = facts ? { ...context, collection: facts } : context
    before = recheckLetter(letter, full, before)
    return before.problems.map((problem) => withSuggestion(problem, propose))
  }
}

function contextOf(
  { translation, entities }: CheckKnowledge,
  speller: Speller | null,
): CheckContext {
  // What was dismissed is found too: who looks at the list of it wants to see what it was.
  const plain = { translation, entities, showsDismissed: true }
  if (!speller) return plain
  const known = knownWords(entities, translation)
  return { ...plain, isSpelt: (word) => speller.isSpelt(word) || isKnownWord(known, word) }
}

// A word that is in no dictionary gets the dictionary's best guess, where it still stands as the machine wrote it.
function withSuggestion(problem: Problem, propose: (word: string) => string | null): Problem {
  const { finding, values } = problem
  if (finding?.check !== 'spelling' || finding.proposal !== null) return problem
  const proposal = propose(values['quote'] ?? '')
  return proposal === null ? problem : { ...problem, finding: { ...finding, proposal } }
}
