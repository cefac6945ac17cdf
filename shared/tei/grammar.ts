import { salve } from './salve.ts'

/** A schema ready for validation. */
export type Grammar = ReturnType<typeof salve.readTreeFromJSON>

/** Reads a grammar from the JSON of a compiled schema; throws where it is no such JSON. */
export function readGrammar(json: string): Grammar {
  return salve.readTreeFromJSON(json)
}
