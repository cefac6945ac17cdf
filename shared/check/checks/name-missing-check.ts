import type { Entity } from '../../entity/entity.ts'
import { findNames } from '../../translate/find-names.ts'
import { isSameName, nameSkeleton } from '../../translate/name-skeleton.ts'
import type { Found, SegmentCheck } from '../check.ts'
import type { LetterView, Segment } from '../letter-view.ts'
import { namesIn } from '../name-forms.ts'
import { type Passage, placeIn, wholePlace } from '../passage.ts'
import { headOf, registerNames } from '../register-names.ts'

const IN_REGISTER = 0.85
const TITLED = 0.7
const UNKNOWN = 0.4
/** Institutions are translated, not transcribed; "Вы" and months have capitals, too. */
const INSTITUTION =
  /^(?:Нарком|НК|Гос|Глав|Сов|Союз|Цент|Цек|Цик|Политбюро|Секретари|Комисси|Комитет|Пленум|Бюро|Управлени|Президиум|Верховн|Народн|Оргбюро|Всесоюзн|Рабоч|Красн|Нов|Больш|Мал|Верхн|Нижн|Средн|Северн|Южн|Западн|Восточн)/u

/** Names of the original that no word of its pair, or of those beside it, sounds like: the machine translated them or left them out. */
export const nameMissingCheck: SegmentCheck = {
  id: 'name-missing',
  scope: 'segment',
  needsOriginal: true,
  run(segment, view) {
    if (segment.translation.text.trim() === '') return []
    const there = [segment.before, segment, segment.after].flatMap((one) =>
      one ? soundsOf(one.translation.text, view) : [],
    )
    const missing = namesOf(segment.original, view).filter(
      ({ skeleton }) => !there.some((other) => isSameName(skeleton, other)),
    )
    return missing.flatMap((name) => faultOf(name, missing.length, segment, view) ?? [])
  },
}

interface OriginalName {
  readonly word: string
  readonly at: number
  readonly skeleton: string
  readonly entity: Entity | null
  readonly titled: boolean
}

function soundsOf(text: string, { memo }: LetterView): readonly string[] {
  return memo.get('sounds', text, () =>
    (text.match(/\p{L}[\p{L}'’]{2,}/gu) ?? []).map(nameSkeleton).filter((key) => key.length > 1),
  )
}

function namesOf(original: Passage, { context }: LetterView): readonly OriginalName[] {
  const { byOriginal } = registerNames(context.entities)
  const { sure, capitals } = findNames([original.text])
  return [...capitals].flatMap(([skeleton, word]): OriginalName[] => {
    const entity = byOriginal.get(skeleton) ?? null
    const at = original.text.indexOf(word)
    const titled = /(?<!\p{L})(?:т\.?\s?т|т|тов|Тов|Т|\p{Lu})\.\s?$/u.test(
      original.text.slice(0, at),
    )
    const isPostscript = /P\.\s?S\.\s*$/.test(original.text.slice(0, at))
    if (!entity && (isPostscript || !sure.has(skeleton) || !isNameLike(word))) return []
    return [{ word, at, skeleton, entity, titled }]
  })
}

function isNameLike(word: string): boolean {
  return /^\p{Lu}\p{Ll}{3,}/u.test(word) && !INSTITUTION.test(word)
}

function faultOf(
  { word, at, skeleton, entity, titled }: OriginalName,
  missing: number,
  segment: Segment,
  view: LetterView,
): Found | null {
  const { original, translation, confidence } = segment
  const stand = missing === 1 ? standIn(segment, view) : null
  const range = stand ? placeIn(translation, stand.from, stand.to) : wholePlace(translation)
  const evidence = placeIn(original, at, at + word.length)
  if (!range || !evidence) return null
  if (entity && isKnownOtherwise(entity, translation.text)) return null
  const base = entity ? IN_REGISTER : titled ? TITLED : UNKNOWN
  const quote = stand ? translation.text.slice(stand.from, stand.to) : translation.text
  return {
    range,
    evidence,
    confidence: base * confidence,
    category: stand ? 'name' : 'omission',
    severity: 'major',
    proposal: stand && entity ? headOf(entity.name) : null,
    values: { ...(stand && { context: 'instead' }), quote, evidence: word },
    more: skeleton,
  }
}

/** A place or body may have another name in English, which the register has; a person's variant counts where it sounds like a part of the name. */
function isKnownOtherwise({ kind, variants, original = '' }: Entity, text: string): boolean {
  const parts = (original.match(/\p{L}{3,}/gu) ?? []).map(nameSkeleton)
  return variants.some(
    (form) =>
      text.includes(form) &&
      (kind !== 'person' || parts.some((part) => isSameName(part, nameSkeleton(headOf(form))))),
  )
}

/** The one word with a capital in the pair that no name of the original sounds like: what the machine made of the name. */
function standIn({ original, translation }: Segment, view: LetterView) {
  const ours = soundsOf(original.text, view)
  const strange = namesIn(translation.text).filter(
    ({ name }) => !ours.some((key) => isSameName(key, nameSkeleton(name))),
  )
  const [only, ...others] = strange.filter(({ inside }) => inside)
  if (!only || others.length > 0) return null
  const article = /\b[Tt]he $/.exec(translation.text.slice(0, only.from))
  return { from: only.from - (article?.[0].length ?? 0), to: only.to }
}
