/** The encodings a source is read in. */
export type PageEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | SingleByteEncoding

/** Encodings of one byte for each character. */
export type SingleByteEncoding =
  | 'windows-1251'
  | 'koi8-r'
  | 'koi8-u'
  | 'ibm866'
  | 'iso-8859-5'
  | 'x-mac-cyrillic'
  | 'windows-1252'

/** An encoding that bytes can be read in, how sure that is (0 to 1), and how the text would begin. */
export interface EncodingGuess {
  readonly encoding: PageEncoding
  readonly confidence: number
  readonly sample: string
}

// Bytes 0x80–0xFF in the order of the WHATWG indexes (https://encoding.spec.whatwg.org/#indexes); U+FFFF marks a free byte.
const FREE = '\uffff'
const KOI8_LETTERS = 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ'

/** For each encoding of one byte the characters of the bytes 0x80 to 0xFF; U+FFFF where a byte is free. */
export const BYTE_TABLES: Readonly<Record<SingleByteEncoding, string>> = {
  'windows-1251':
    `ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—${FREE}™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї` +
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
  'koi8-r': `─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00a0⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©${KOI8_LETTERS}`,
  'koi8-u': `─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00a0⌡°²·÷═║╒ёє╔ії╗╘╙╚╛ґў╞╟╠╡ЁЄ╣ІЇ╦╧╨╩╪ҐЎ©${KOI8_LETTERS}`,
  ibm866:
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u00a0',
  'iso-8859-5':
    `${FREE.repeat(32)}\u00a0ЁЂЃЄЅІЇЈЉЊЋЌ\u00adЎЏАБВГДЕЖЗИЙКЛМНОП` +
    'РСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ',
  'x-mac-cyrillic':
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ†°Ґ£§•¶І®©™Ђђ≠Ѓѓ∞±≤≥іµґЈЄєЇїЉљЊњ' +
    'јЅ¬√ƒ≈∆«»…\u00a0ЋћЌќѕ–—“”‘’÷„ЎўЏџ№Ёёяабвгдежзийклмнопрстуфхцчшщъыьэю€',
  'windows-1252':
    `€${FREE}‚ƒ„…†‡ˆ‰Š‹Œ${FREE}Ž${FREE}${FREE}‘’“”•–—˜™š›œ${FREE}žŸ` +
    '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
}

/** All encodings of one byte. */
export const SINGLE_BYTE = Object.keys(BYTE_TABLES) as readonly SingleByteEncoding[]

/** All encodings that a person can choose for a source. */
export const PAGE_ENCODINGS: readonly PageEncoding[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  ...SINGLE_BYTE,
]

const LABELS: Readonly<Record<string, PageEncoding>> = {
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  cp1252: 'windows-1252',
  cp1251: 'windows-1251',
  'win-1251': 'windows-1251',
  windows1251: 'windows-1251',
  koi8r: 'koi8-r',
  koi8: 'koi8-r',
  koi8u: 'koi8-u',
  cp866: 'ibm866',
  '866': 'ibm866',
  dos: 'ibm866',
  'iso8859-5': 'iso-8859-5',
  cyrillic: 'iso-8859-5',
  'mac-cyrillic': 'x-mac-cyrillic',
  'x-mac-ukrainian': 'x-mac-cyrillic',
}

/** The encoding that a declaration names, by its label or one of its other names; null where we do not know it. */
export function encodingOfLabel(label: string): PageEncoding | null {
  const name = label.trim().toLowerCase()
  const known = PAGE_ENCODINGS.find((encoding) => encoding === name)
  return known ?? (Object.hasOwn(LABELS, name) ? (LABELS[name] ?? null) : null)
}
