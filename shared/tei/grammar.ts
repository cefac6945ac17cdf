import { salve } from './salve.ts'

/** A schema ready for validation. */
export type Grammar = ReturnType<typeof salve.readTreeFromJSON>

/** Reads a grammar from a compiled schema, its JSON as text or parsed; throws where it is no such thing. */
export function readGrammar(json: string | object): Grammar {
  return salve.readTreeFromJSON(json)
}
