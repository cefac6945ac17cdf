// Extensible Markup Language 1.0 (fifth edition), productions 2, 4 and 4a; Namespaces in XML 1.0, production 4.
const NAME_START =
  /^[:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]$/u
const NAME_PART =
  /^[-.0-9:A-Z_a-z\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C-\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]$/u

const START = 1
const PART = 2
const ASCII = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code)
  ASCII[code] = (NAME_START.test(character) ? START : 0) | (NAME_PART.test(character) ? PART : 0)
}

/** Where the part of a name that is ASCII and begins at `at` ends; `at` itself where none begins there. */
export function endOfAsciiName(text: string, at: number): number {
  if ((ASCII[text.charCodeAt(at)]! & START) === 0) return at
  let to = at + 1
  while ((ASCII[text.charCodeAt(to)]! & PART) !== 0) to += 1
  return to
}

/** Where the name that begins at `at` ends; `at` itself where none begins there. */
export function endOfName(text: string, at: number): number {
  let to = at
  for (let wanted = START; ; wanted = PART) {
    const code = text.charCodeAt(to)
    if (code < 128) {
      if ((ASCII[code]! & wanted) === 0) return to
      to += 1
      continue
    }
    if (Number.isNaN(code)) return to
    const character = String.fromCodePoint(text.codePointAt(to)!)
    if (!(wanted === START ? NAME_START : NAME_PART).test(character)) return to
    to += character.length
  }
}

/** Behind the white space (space, tab, CR, LF) that begins at `at`. */
export function behindSpace(text: string, at: number): number {
  let to = at
  for (;;) {
    const code = text.charCodeAt(to)
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13) return to
    to += 1
  }
}

/** Whether a text is white space alone, in the sense of XML: a no-break space is none. */
export function isXmlSpace(text: string): boolean {
  return behindSpace(text, 0) === text.length
}

/** The first character in `from`..`to` that XML 1.0 does not allow; -1 where all are allowed. */
export function illegalCharacter(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code >= 32 && code < 0xd800) continue
    if (!isLegalAt(text, at, code)) return at
    if (code >= 0xd800 && code < 0xdc00) at += 1
  }
  return -1
}

function isLegalAt(text: string, at: number, code: number): boolean {
  if (code < 32) return code === 9 || code === 10 || code === 13
  if (code < 0xd800) return true
  if (code < 0xdc00) {
    const next = text.charCodeAt(at + 1)
    return next >= 0xdc00 && next < 0xe000
  }
  return code >= 0xe000 && code < 0xfffe
}

/** Whether a code point is a character of XML 1.0. */
export function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  if (code < 0xd800) return true
  return (code >= 0xe000 && code < 0xfffe) || (code >= 0x10000 && code <= 0x10ffff)
}

/** A character for people: `U+000B`. */
export function characterName(text: string, at: number): string {
  return `U+${text.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0')}`
}
