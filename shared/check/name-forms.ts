/** A name in a translation: its spelling without the ending of the possessive, and its place in the text. */
export interface NameInText {
  readonly name: string
  readonly from: number
  readonly to: number
  /** It stands inside a sentence, where only names have a capital. */
  readonly inside: boolean
}

const WORD = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{3,}(?:-\p{Lu}\p{Ll}+)*(?![\p{L}\p{N}])/gu
const BEGINS = /(?:^|[.!?…:;)\d"“«(\n—–-])\s*["“«(]*$/u
const TITLED = /(?:\b(?:[Cc]omrades?|[Cc]omr|[Tt]ov|[Tt]|Mr|Dr|Prof)\.?|\p{Lu}\.)\s*$/u
/** Words with a capital that are no names of persons or places. */
const COMMON = new Set(
  `The This That These Those There Then They When Where What Which With Without While From Into Over Under About After Before Because
   And But For Not Yes Your Yours Our His Her Its Their Here Have Has Had Will Would Should Could May Can Must Let Please Dear Hello
   Greetings Comrade Comrades Telegram Letter Cipher Encryption Secret Copy Original Archive Document Note Number Date Received Sent
   January February March April June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday
   Sunday First Second Third Fourth Fifth Sixth Seventh Also Only Today Yesterday Tomorrow Some Such Same Other Party Central Committee
   Council People Commissars Commissar Commissariat Union State Board Bureau Secretary Chairman President Deputy Head Soviet Republic
   Government Army Navy Bank Red Great North South East West Northern Southern Eastern Western Upper Lower Middle Autograph Typescript
   Certified Ibid Page See Proceed Report Regarding Resolution Decree Order Plan National Economy Supreme Foreign Affairs Finance`.split(
    /\s+/,
  ),
)

/** The words with a capital that may be names, in the order of the text. */
export function namesIn(text: string): readonly NameInText[] {
  return [...text.matchAll(WORD)]
    .filter(([word]) => !COMMON.has(word))
    .map(({ 0: name, index }) => {
      const before = text.slice(Math.max(0, index - 16), index)
      const inside = TITLED.test(before) || !BEGINS.test(index < 16 ? before : `x${before}`)
      return { name, from: index, to: index + name.length, inside }
    })
}
