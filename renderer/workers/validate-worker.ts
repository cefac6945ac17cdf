import profile from '../../resources/tei/epistula.grammar.json'
import { readGrammar } from '../../shared/tei/grammar.ts'
import type { TeiProblem } from '../../shared/tei/tei-problem.ts'
import { validateTei } from '../../shared/tei/validate-tei.ts'

/** What the worker is asked: a file to check against the Epistula profile. */
export interface ValidationQuestion {
  readonly id: number
  readonly xml: string
}

/** What it answers to the question of the same id. */
export interface ValidationAnswer {
  readonly id: number
  readonly problems: readonly TeiProblem[]
}

const grammar = readGrammar(profile)

self.addEventListener('message', ({ data }: MessageEvent<ValidationQuestion>) => {
  const answer: ValidationAnswer = { id: data.id, problems: validateTei(data.xml, grammar) }
  self.postMessage(answer)
})
