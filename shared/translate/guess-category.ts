import type { Category } from '../letter/records.ts'
import { editDistance } from './edit-distance.ts'
import { isWord, tokens } from './words.ts'

/** What a correction replaces, what it puts there, and the corrected text right before it (the sentence so far is enough). */
export interface CorrectedWords {
  readonly before: string
  readonly after: string
  readonly preceding: string
}

const LETTERS_OF_ABBREVIATION = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}.-]+$/u
const KNOWN_ABBREVIATION =
  /^(?:[Nn]o|[Pp]p?|[Vv]ol|[Ff]f?|[Oo]p|[Dd]|[Ll]|[Cc]f|[Ee]d|g|gg|comr?|t|tt)\.?$/u
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/iu
const UNIT =
  /^(?:thousands?|millions?|billions?|percent|tons?|tonnes?|poods?|kilomet(?:re|er)s?|met(?:re|er)s?|hectares?|roubles?|rubles?|pounds?|versts?|kg|km|ha)$/iu
// Beyond these a change is one of sense and no longer one of form.
const SMALL_DISTANCE = 3
const LONGEST_COMPARED = 200

/** Guesses the category of a correction from its words alone: a proposal that is marked as guessed until a person chooses. */
export function guessCategory({ before, after, preceding }: CorrectedWords): Category {
  const old = words(before)
  const now = words(after)
  if (old.length === 0 && now.length === 0) return 'grammar'
  if (old.length === 0) return 'omission'
  if (now.length === 0) return 'addition'
  const changed = now.filter((word) => !old.includes(word))
  const gone = old.filter((word) => !now.includes(word))
  if (isAboutNumbers(gone, changed)) return 'number'
  if ([...gone, ...changed].some(isAbbreviation)) return 'abbreviation'
  if (changed.some((word) => isName(word, now, preceding))) return 'name'
  if (isSmallChange(old.join(' '), now.join(' '))) return 'grammar'
  return 'mistranslation'
}

function words(text: string): readonly string[] {
  return tokens(text).filter(isWord)
}

function isAboutNumbers(gone: readonly string[], changed: readonly string[]): boolean {
  const digits = (list: readonly string[]) => list.join('').replace(/\P{N}/gu, '')
  if (digits(gone) !== digits(changed)) return true
  return changed.some((word) => MONTH.test(word) || UNIT.test(word))
}

function isAbbreviation(word: string): boolean {
  return LETTERS_OF_ABBREVIATION.test(word) || KNOWN_ABBREVIATION.test(word)
}

function isName(word: string, all: readonly string[], preceding: string): boolean {
  const startsSentence = /(?:^|[.!?:…]["»”)]?)\s*["«“(]?$/u.test(preceding) && all[0] === word
  return !startsSentence && /^\p{Lu}\p{Ll}/u.test(word)
}

function isSmallChange(before: string, after: string): boolean {
  if (before.length > LONGEST_COMPARED || after.length > LONGEST_COMPARED) return false
  const distance = editDistance(before.toLowerCase(), after.toLowerCase())
  return distance <= SMALL_DISTANCE && distance * 2 < Math.max(before.length, after.length)
}
