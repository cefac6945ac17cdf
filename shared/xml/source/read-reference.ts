import { type EntityDeclaration, type Reader, refuse } from './source-reader.ts'
import { endOfName, isXmlCharacter } from './xml-characters.ts'

/** A reference: to a character, already resolved, or to an entity of the document by its name. `to` is behind its semicolon. */
export interface Reference {
  readonly character: string | null
  readonly entity: string
  readonly to: number
}

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

const DEPTH = 16
const MOST = 20 * 1024 * 1024
const RATIO = 100

/** Reads the reference whose `&` stands at `at`. */
export function readReference(reader: Reader, at: number): Reference {
  const { text } = reader
  if (text.charCodeAt(at + 1) === 35) return readCharacterReference(reader, at)
  const to = endOfName(text, at + 1)
  if (to === at + 1) refuse(reader, at, 'an & that begins no reference: write &amp;')
  if (text.charCodeAt(to) !== 59)
    refuse(reader, at, `the reference &${text.slice(at + 1, to)} has no semicolon`)
  const entity = text.slice(at + 1, to)
  return { character: PREDEFINED.get(entity) ?? null, entity, to: to + 1 }
}

function readCharacterReference(reader: Reader, at: number): Reference {
  const isHex = reader.text.charCodeAt(at + 2) === 120
  const from = at + (isHex ? 3 : 2)
  let to = from
  while (isDigit(reader.text.charCodeAt(to), isHex)) to += 1
  const digits = reader.text.slice(from, to)
  if (digits === '' || reader.text.charCodeAt(to) !== 59)
    refuse(reader, at, 'a reference to a character is not complete')
  const code = Number.parseInt(digits, isHex ? 16 : 10)
  if (!isXmlCharacter(code))
    refuse(reader, at, `&#${isHex ? 'x' : ''}${digits}; is no character that can stand in XML`)
  return { character: String.fromCodePoint(code), entity: '', to: to + 1 }
}

function isDigit(code: number, isHex: boolean): boolean {
  if (code >= 48 && code <= 57) return true
  return isHex && ((code >= 97 && code <= 102) || (code >= 65 && code <= 70))
}

/**
 * Begins the expansion of an entity: the declaration, once it is sure that it may be expanded here. Replacement text counts
 * each time it is used: at most 20 MiB of it, and a hundred times the file. The caller ends it with `endEntity`.
 */
export function beginEntity(reader: Reader, name: string, at: number): EntityDeclaration {
  const { document } = reader
  const entity = document.entities.get(name)
  if (!entity) refuse(reader, at, `the entity &${name}; is not declared in this file`)
  if (entity.refusal !== undefined) refuse(reader, at, entity.refusal)
  if (document.expanding.includes(name)) refuse(reader, at, `the entity &${name}; contains itself`)
  if (document.expanding.length >= DEPTH)
    refuse(reader, at, `entities are nested deeper than ${DEPTH} at &${name};`)
  document.expanded += entity.replacement.length
  if (document.expanded > Math.min(MOST, RATIO * Math.max(document.source.length, 1)))
    refuse(reader, at, `entities blow the document up: too much text comes of &${name};`)
  document.expanding.push(name)
  return entity
}

/** Ends the expansion begun last. */
export function endEntity(reader: Reader): void {
  reader.document.expanding.pop()
}
