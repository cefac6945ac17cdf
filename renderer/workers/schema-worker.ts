import profile from '../../resources/tei/epistula.grammar.json'
import { type Grammar, readGrammar } from '../../shared/tei/grammar.ts'
import { type CompiledSchema, compileSchema } from '../../shared/tei/schema/compile-schema.ts'
import { schemaProblems } from '../../shared/tei/schema/schema-problems.ts'
import type { TeiProblem } from '../../shared/tei/tei-problem.ts'

/**
 * What the worker is asked: to compile a schema, to take one up for later checks under a name, or to check a file against one that
 * it was given (`profile` is there from the start).
 */
export type SchemaQuestion = { readonly id: number } & (
  | { readonly kind: 'compile'; readonly rng: string }
  | { readonly kind: 'take'; readonly schema: string; readonly json: string }
  | { readonly kind: 'check'; readonly schema: string; readonly xml: string }
)

/** What it answers to the question of the same id; `failed` is a fault of the program. */
export type SchemaAnswer = { readonly id: number } & (
  | { readonly kind: 'compiled'; readonly compiled: CompiledSchema }
  | { readonly kind: 'taken' }
  | { readonly kind: 'checked'; readonly problems: readonly TeiProblem[] }
  | { readonly kind: 'failed'; readonly message: string }
)

const grammars = new Map<string, Grammar>()

function grammarOf(schema: string): Grammar {
  const known = grammars.get(schema)
  if (known) return known
  if (schema !== 'profile') throw new Error(`The schema ${schema} was not taken up`)
  const grammar = readGrammar(profile)
  grammars.set(schema, grammar)
  return grammar
}

async function answerTo(question: SchemaQuestion): Promise<SchemaAnswer> {
  const { id } = question
  switch (question.kind) {
    case 'compile':
      return { id, kind: 'compiled', compiled: await compileSchema(question.rng) }
    case 'take':
      grammars.set(question.schema, readGrammar(question.json))
      return { id, kind: 'taken' }
    case 'check': {
      const problems = schemaProblems(question.xml, grammarOf(question.schema))
      return { id, kind: 'checked', problems }
    }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<SchemaQuestion>) => {
  answerTo(data).then(
    (answer) => self.postMessage(answer),
    (cause: unknown) => {
      const message = cause instanceof Error ? cause.message : String(cause)
      self.postMessage({ id: data.id, kind: 'failed', message } satisfies SchemaAnswer)
    },
  )
})
