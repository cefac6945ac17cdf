/** A measure of the original with the words for it that are right in English, and those that the machine takes it for. */
export interface UnitWord {
  readonly original: RegExp
  readonly right: RegExp
  readonly wrong: RegExp
  /** Words of the original that the wrong words may rightly stand for. */
  readonly excuse: RegExp | null
  readonly one: string
  readonly many: string
}

/** Measures of Russia before the metric system and of its economy later; the wrong words are what dictionaries offer for their homonyms. */
export const UNIT_WORDS: readonly UnitWord[] = [
  {
    original: /(?<!\p{L})пуд(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?!\p{L})/giu,
    right: /\b(?:poods?|puds?)\b/gi,
    wrong: /\b(?:pounds?|puddles?|pods?)\b/gi,
    excuse: /(?<!\p{L})фунт/giu,
    one: 'pood',
    many: 'poods',
  },
  {
    original: /(?<!\p{L})фунт(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?!\p{L})/giu,
    right: /\b(?:pounds?|lbs?)\b|£/gi,
    wrong: /\b(?:poods?|feet|foot)\b/gi,
    excuse: /(?<!\p{L})(?:пуд|фут)/giu,
    one: 'pound',
    many: 'pounds',
  },
  {
    original: /(?<!\p{L})в[её]рст(?:а|ы|е|у|ой|ам|ами|ах)?(?!\p{L})/giu,
    right: /\bversts?\b/gi,
    wrong: /\b(?:miles?|kilomet(?:er|re)s?)\b/gi,
    excuse: /(?<!\p{L})(?:мил[яьи]|километр|км)/giu,
    one: 'verst',
    many: 'versts',
  },
  {
    original: /(?<!\p{L})центнер\p{L}{0,3}(?!\p{L})/giu,
    right: /\b(?:centners?|quintals?)\b/gi,
    wrong: /\b(?:cents?|centers?|centres?|hundredweights?)\b(?!\s+of the)/gi,
    excuse: /(?<!\p{L})(?:цент|центр|процент)(?!нер)/giu,
    one: 'centner',
    many: 'centners',
  },
  {
    original: /(?<=\d\s?(?:тыс\.?|млн\.?)?\s?)т\.?(?!\p{L}|\.?\s?[гт]\.)/giu,
    right: /\b(?:tons?|tonnes?)\b/gi,
    wrong: /\b(?:comrades?|volumes?)\b/gi,
    excuse: /(?<!\p{L})(?:товарищ|тов\.|том)/giu,
    one: 'ton',
    many: 'tons',
  },
  {
    original: /(?<=\d\s?)см\.?(?!\p{L})/giu,
    right: /\b(?:cm|centimet(?:er|re)s?)\b/gi,
    wrong: /(?<=\d )(?:see|look)\b\.?/gi,
    excuse: null,
    one: 'cm',
    many: 'cm',
  },
  {
    original: /(?<!\p{L})саж(?:\.|ень|ени|еней|еням|енях)/giu,
    right: /\b(?:sazhens?|fathoms?)\b/gi,
    wrong: /\b(?:soot|carbon black|plants?)\b/gi,
    excuse: /(?<!\p{L})(?:саж[аеу](?!н)|завод)/giu,
    one: 'sazhen',
    many: 'sazhens',
  },
  {
    original: /(?<!\p{L})десятин\p{L}{0,3}(?!\p{L})/giu,
    right: /\b(?:des?s?i?[ay]?tinas?|dessiatines?|desyatins?|desiatins?)\b/gi,
    wrong: /\b(?:tithes?|tenths?|acres?|tens)\b/gi,
    excuse: /(?<!\p{L})(?:акр|десят(?!ин))/giu,
    one: 'desiatina',
    many: 'desiatinas',
  },
  {
    original: /(?<!\p{L})червон(?:ец|ца|цы|цев|цам)(?!\p{L})/giu,
    right: /\bchervon(?:ets|tsy|tsi|tsev)\b/gi,
    wrong: /\b(?:ducats?|tenners?|gold coins?)\b/gi,
    excuse: null,
    one: 'chervonets',
    many: 'chervontsy',
  },
  {
    original: /(?<!\p{L})коп(?:\.|е(?:йк|ек)\p{L}{0,3})(?!\p{L})/giu,
    right: /\b[kc]op[ei]?c?ks?\b/gi,
    wrong: /\b(?:penn(?:y|ies)|pence|cents?|cops?|spears?)\b/gi,
    excuse: /(?<!\p{L})(?:цент|пенн|пенс|процент)/giu,
    one: 'kopeck',
    many: 'kopecks',
  },
]
