import { readReference } from './read-reference.ts'
import { checkCharacters, type EntityDeclaration, type Reader, refuse } from './source-reader.ts'
import { behindSpace, endOfName } from './xml-characters.ts'

/**
 * Reads a document type declaration at the reader's place. Of the internal subset it takes the general entities; defaults of
 * attributes and an external subset are noted and not used; parameter entities and external entities are refused by name.
 */
export function readDoctype(reader: Reader): void {
  const { text } = reader
  const from = reader.at
  let at = space(reader, from + 9, 'behind <!DOCTYPE')
  const nameTo = endOfName(text, at)
  if (nameTo === at) refuse(reader, at, 'the document type declaration names no element')
  at = behindSpace(text, nameTo)
  if (text.startsWith('SYSTEM', at) || text.startsWith('PUBLIC', at)) {
    const external = externalId(reader, at)
    reader.document.notes.push({
      at,
      message: `the external document type definition ${external.system} is not read`,
    })
    at = behindSpace(text, external.to)
  }
  if (text.charCodeAt(at) === 91) at = behindSpace(text, readSubset(reader, at + 1))
  if (text.charCodeAt(at) !== 62)
    refuse(reader, from, 'the document type declaration is not closed by >')
  checkCharacters(reader, from, at)
  reader.at = at + 1
}

function space(reader: Reader, at: number, where: string): number {
  const to = behindSpace(reader.text, at)
  if (to === at) refuse(reader, at, `white space is missing ${where}`)
  return to
}

function literal(reader: Reader, at: number): { value: string; to: number } {
  const quote = reader.text[at]
  const close = quote === '"' || quote === "'" ? reader.text.indexOf(quote, at + 1) : -1
  if (close === -1) refuse(reader, at, 'a text in quotes is wanted here')
  return { value: reader.text.slice(at + 1, close), to: close + 1 }
}

function externalId(reader: Reader, from: number): { system: string; to: number } {
  const isPublic = reader.text.startsWith('PUBLIC', from)
  let at = space(reader, from + 6, 'in an external identifier')
  if (isPublic) {
    const publicId = literal(reader, at)
    if (/[^\x20\r\na-zA-Z0-9\-'()+,./:=?;!*#@$_%]/.test(publicId.value))
      refuse(reader, at, 'a public identifier holds a character that it cannot hold')
    at = space(reader, publicId.to, 'behind a public identifier')
  }
  const system = literal(reader, at)
  return { system: system.value, to: system.to }
}

function readSubset(reader: Reader, from: number): number {
  const { text } = reader
  let at = from
  for (;;) {
    at = behindSpace(text, at)
    if (text.startsWith('<!--', at)) at = skip(reader, at, '-->', 'a comment')
    else if (text.startsWith('<?', at)) at = skip(reader, at, '?>', 'a processing instruction')
    else if (text.startsWith('<!ENTITY', at)) at = readEntity(reader, at)
    else if (/^<!(?:ELEMENT|ATTLIST|NOTATION)\s/.test(text.slice(at, at + 12)))
      at = skipDeclaration(reader, at)
    else if (text.charCodeAt(at) === 93) return at + 1
    else if (text.charCodeAt(at) === 37) {
      const name = text.slice(at + 1, endOfName(text, at + 1))
      refuse(reader, at, `the parameter entity %${name}; is not expanded`)
    } else
      refuse(
        reader,
        at,
        'something stands in the document type declaration that cannot stand there',
      )
  }
}

function skip(reader: Reader, at: number, end: string, what: string): number {
  const close = reader.text.indexOf(end, at + 2)
  if (close === -1) refuse(reader, at, `${what} is not closed by ${end}`)
  const body = reader.text.slice(at + 4, close)
  if (end === '-->' && (body.includes('--') || body.endsWith('-') || close < at + 4))
    refuse(reader, at, '-- cannot stand in a comment')
  return close + end.length
}

function skipDeclaration(reader: Reader, from: number): number {
  const { text } = reader
  const isDefault = text.startsWith('<!ATTLIST', from)
  for (let at = from + 9; at < text.length; at++) {
    const character = text[at]
    if (character === '"' || character === "'") at = literal(reader, at).to - 1
    else if (character === '<') break
    else if (character === '>') {
      if (isDefault && /["']/.test(text.slice(from, at))) {
        const message = 'defaults of attributes in the document type declaration are not used'
        reader.document.notes.push({ at: from, message })
      }
      return at + 1
    }
  }
  return refuse(reader, from, 'a declaration in the document type declaration is not closed by >')
}

function readEntity(reader: Reader, from: number): number {
  const { text, document } = reader
  let at = space(reader, from + 8, 'behind <!ENTITY')
  if (text.charCodeAt(at) === 37) {
    const start = space(reader, at + 1, 'behind %')
    const name = text.slice(start, endOfName(text, start))
    refuse(reader, from, `the parameter entity %${name}; is not accepted`)
  }
  const nameTo = endOfName(text, at)
  if (nameTo === at) refuse(reader, at, 'an entity has no name')
  const name = text.slice(at, nameTo)
  if (name.includes(':')) refuse(reader, at, `the entity ${name} has a colon in its name`)
  at = space(reader, nameTo, `behind the name of the entity ${name}`)
  const read =
    text.startsWith('SYSTEM', at) || text.startsWith('PUBLIC', at)
      ? externalEntity(reader, name, at, from)
      : internalEntity(reader, name, at, from)
  const to = behindSpace(text, read.to)
  if (text.charCodeAt(to) !== 62)
    refuse(reader, from, `the declaration of the entity ${name} is not closed by >`)
  // The first declaration is binding (XML 1.0, 4.2).
  if (!document.entities.has(name)) document.entities.set(name, read.entity)
  return to + 1
}

// A picture or sound (NDATA) is never part of the text; everything else outside would be.
function externalEntity(
  reader: Reader,
  name: string,
  at: number,
  from: number,
): { entity: EntityDeclaration; to: number } {
  const { system, to } = externalId(reader, at)
  const behind = behindSpace(reader.text, to)
  if (behind === to || !reader.text.startsWith('NDATA', behind))
    refuse(
      reader,
      from,
      `the entity &${name}; stands for the external ${system}, which is not read`,
    )
  const notation = space(reader, behind + 5, 'behind NDATA')
  const end = endOfName(reader.text, notation)
  if (end === notation) refuse(reader, notation, 'NDATA names no notation')
  const refusal = `the entity &${name}; is no text`
  return { entity: { name, replacement: '', refusal, at: from }, to: end }
}

function internalEntity(
  reader: Reader,
  name: string,
  at: number,
  from: number,
): { entity: EntityDeclaration; to: number } {
  const { value, to } = literal(reader, at)
  let replacement = ''
  for (let i = at + 1; i < to - 1; ) {
    const character = reader.text[i]!
    if (character === '%') refuse(reader, i, `a % in the entity ${name}: write &#37;`)
    if (character === '&') {
      const reference = readReference(reader, i)
      const isCharacter = reference.entity === ''
      replacement += isCharacter ? reference.character : reader.text.slice(i, reference.to)
      i = reference.to
      continue
    }
    const isPair = character === '\r' && reader.text[i + 1] === '\n'
    replacement += character === '\r' ? '\n' : character
    i += isPair ? 2 : 1
  }
  return { entity: { name, replacement, at: from }, to: at + value.length + 2 }
}
