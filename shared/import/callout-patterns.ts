import { MONTHS } from './date-patterns.ts'
import type { NoteStyle } from './note-patterns.ts'
import type { WhyCode } from './why-codes.ts'

/**
 * The surroundings of a number: `before` is tested on the text that ends at it, `after` on the text that begins behind it. The
 * examples hold the number in «guillemets»; the tests run them.
 */
export interface ContextPattern {
  readonly name: string
  readonly before?: RegExp
  readonly after?: RegExp
  /** Where it stands, the number is none of these although the rest matches. */
  readonly unlessAfter?: RegExp
  readonly examples: readonly string[]
  readonly counterexamples?: readonly string[]
}

const MONTH = `(?:${[...MONTHS.keys()].join('|')})`
const ORDINAL =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d(?:st|nd|rd|th)?|start|beginning|middle|end|half)'
const SPACED_END = /^\s+[.,;:!?](?=\s|$|[”"’)])|^\s*$/u

/** Surroundings in which a number is never a callout. */
export const CALLOUT_BLOCKERS: readonly ContextPattern[] = [
  {
    name: 'second part of a number',
    before: /(?:\d\s?[.,:/–—-]|[IVX]\s?[./–—-]+|[№#§$£+=×]|\d[-–—]|\s-)\s?$/u,
    examples: ['8/IX-«34»', '31–«36»', '7.«25» million', '#«412»', 'IX - «34» at', '№ «7»'],
  },
  {
    name: 'first part of a number',
    after: /^(?:\s?[/%°+×]|[.,:]\d|\s?[-–—]\s?\d|[-–—]\p{L}|\)|\.[IVX]+\b)/u,
    examples: ['«8» / IX', '«31»–36', '«15»,000', '«40»%', '«1») The plan', '«9».IV', '«17» - 19'],
  },
  {
    name: 'letters behind',
    after: /^\p{L}/u,
    examples: ['«6»th', '«7»h', '«12»ob'],
  },
  {
    name: 'letters before',
    before: /(?:^|[^\p{L}])\p{L}{1,2}$|\p{Lu}$/u,
    unlessAfter: SPACED_END,
    examples: ['X«1» in', 'BR«5» at'],
    counterexamples: ['as we go«3» .'],
  },
  {
    name: 'capital before',
    before: /\p{Lu}$/u,
    examples: ['X«1»', 'BR«5» .'],
  },
  {
    name: 'label',
    before:
      /(?:(?<![\p{L}.])(?:[Nn]os?|[Nn]r|N|[Hh][Pp]|Nº|pp?|[Vv]ol|[Cc]h|[Ff]ig|T|L{1,2}|l{1,2}|F|f|O[pn]|D|d|S|НР|[Пп]п?|[Сс]тр|[Тт]т?|[Лл]{1,2}|[Фф]|[Оо]п|[Дд]|[Вв]х|[Ии]сх)\.?|(?<!\p{L})(?:[Nn]umbers?|[Yy]ours|[Nn]°|Ваш\p{L}{0,3}|[Нн]омер\p{L}{0,2})|[#№])\s*$/u,
    examples: [
      'HP «83».',
      'No. «413».',
      'Nr «5»',
      'Number «3».',
      'Yours «26».',
      'L. «33»)',
      'F. «88»',
    ],
    counterexamples: ['instruction «1» .', 'forks, etc. .d. «2»'],
  },
  {
    name: 'noun that takes a number',
    before:
      /(?<!\p{L})(?:(?:пункт|параграф|стать|документ|примечани|завод|шахт|шлюз|причал|цех|школ)[а-яё]*|стр|paragraphs?|points?|items?|sections?|articles?|chapters?|pages?|notes?|documents?|factory|plant|group|brigade|division|school|mine|pier|lock|shift|age|aged|(?<!(?:last|this|next|same|past|previous) )year|class|grade|category|versions?|telegrams?|letters?|ciphers?)\s+$/iu,
    unlessAfter: SPACED_END,
    examples: ['paragraph «31», then', 'note «2» to', 'lock «2» is shut'],
    counterexamples: ['your letter «1» .'],
  },
  {
    name: 'month before',
    before: new RegExp(`(?<!\\p{L})(?<!${ORDINAL} of )(?<!\\d )${MONTH}\\.?\\s+$`, 'iu'),
    examples: ['on October «1», 1934', 'May «5» .'],
    counterexamples: ['until the first of September «6» .', '12 июня «3» .'],
  },
  {
    name: 'month behind',
    after: new RegExp(`^\\s+(?:of\\s+)?${MONTH}(?!\\p{L})`, 'iu'),
    examples: ['by «14» October', '«1» of May'],
  },
  {
    name: 'unit',
    after:
      /^\s*(?:o['’]clock|min(?:utes?)?\b|hours?\b|h\b|[ap]\.\s?m\b|days?\b|weeks?\b|months?\b|years?\b|times?\b|tons?\b|thousand|million|billion|mil\b|mln\b|m\.|poods?\b|pounds?\b|rubles?\b|roubles?\b|kopecks?\b|per\s?cent|people\b|persons?\b|pieces?\b|pages?\b|km\b|kilo|kg\b|met(?:er|re)s?\b|hectares?\b|centners?\b|degrees?\b|dollars?\b|marks?\b|francs?\b|stamps?\b|members?\b|or\s+\d|(?:час|мин|дн|недел|месяц|лет(?!\p{L})|год|г\.|тонн|т\.|тыс|млн|миллион|пуд|руб|коп|процент|человек|чел\.|км|кг|метр|штук|раз(?!\p{L})|день|суток|вагон|марок|долл)|или\s+\d)/iu,
    examples: [
      '«7» часов',
      '«2» недели',
      '«35» minutes',
      'near «7» o’clock',
      '«2» weeks',
      '«12» mil. tons',
    ],
  },
  {
    name: 'word that wants a number',
    before:
      /(?<!\p{L})(?:в|во|на|до|из|от|с|к|по|за|для|около|более|менее|свыше|и|или|под|через|между|после|перед|всего|лишь|только|почти|уже|ещё|еще|примерно|не|это|эти|этих|те|все|каждые|первые|последние|следующие|а|имеем|нужно|есть|получить|послано|выполнен|in|of|for|to|by|at|from|than|about|only|over|under|least|most|and|or|the|a|an|another|with|on|every|each|these|those|all|between|within|after|before|until|till|through|is|are|was|were|be|not|nearly|almost|into|as|but|plus|minus|around|approximately|some|our|their|his|its|first|next|last|remaining|other)\s+$/iu,
    unlessAfter: /^\s+[.,;:!?](?=\s|$)/u,
    examples: ['for «2» weeks', 'of «12» cables', 'in «6» days', 'the «9» th'],
  },
  {
    name: 'number before',
    // Behind a numeric date with a Roman month there may be a callout.
    before: /(?<![IVX]\s?[-–—./]{1,2}\s?\d)\d\s+$/u,
    unlessAfter: SPACED_END,
    examples: ['L. 33 «5» more'],
    counterexamples: ['27,000 «1» .', '17 / IV - 34 «1» at 6'],
  },
  { name: 'item of a list', before: /^\s*$/u, examples: ['«1». The plan', '«10» men'] },
]

/** A place where callouts stand: what using it costs, what leaving it costs, why it looks like one. */
export interface CalloutShape extends ContextPattern {
  readonly use: number
  readonly unused: number
  readonly why: WhyCode
  /** Only where the notes are printed in this style: elsewhere such a number is no callout. */
  readonly style?: NoteStyle
}

/** Places of asterisks, daggers and raised numbers. */
export const SIGN_SHAPES: readonly CalloutShape[] = [
  {
    name: 'behind a word',
    use: 0,
    unused: 2,
    why: 'asterisk',
    before: /[\p{L}\d)\]”"».,!?:;…]$/u,
    after: /^(?:[\s.,;:!?)\]”"»—–-]|$)/u,
    examples: ['the dam«*» holds', '50 mil.«*» Hp', 'the dam«†».'],
    counterexamples: ['the «*»dam'],
  },
  {
    name: 'set off',
    use: 0.2,
    unused: 1.5,
    why: 'asterisk',
    before: /\S\s+$/u,
    after: /^\s*(?:[.,;:!?)”"»]|$)/u,
    examples: ['the dam «*» .', 'the dam «*»'],
    counterexamples: ['the «*»dam', '«*» the dam'],
  },
  {
    name: 'amid the sentence',
    use: 0.8,
    unused: 0.8,
    why: 'asterisk',
    before: /[\p{L})”"»]\s+$/u,
    after: /^\s+\p{L}/u,
    examples: ['the dam «*» holds'],
    counterexamples: ['2 «*» 3'],
  },
]

/** Places where callouts stand, the surest first; the first that matches counts. */
export const CALLOUT_SHAPES: readonly CalloutShape[] = [
  {
    name: 'bracketed',
    use: 0,
    unused: 2,
    why: 'bracketed-mark',
    before: /[\p{L}\d)”"».,!?]\s?\[$/u,
    after: /^\]/u,
    examples: ['the dam [«1»] holds'],
    counterexamples: ['[«1»] The dam'],
  },
  {
    name: 'in parentheses',
    use: 0,
    unused: 1.5,
    why: 'number-in-parentheses',
    style: 'parenthesised',
    before: /[\p{L}\d)”"».,!?]\s?\($/u,
    after: /^\)/u,
    examples: ['the dam («1») holds'],
    counterexamples: ['(«1») The dam'],
  },
  {
    name: 'closed by a parenthesis',
    use: 0.2,
    unused: 1,
    why: 'number-in-parentheses',
    style: 'closed',
    before: /[\p{L}”"»)]\s?$/u,
    after: /^\)(?=\s?[.,;:!?]|\s|$)/u,
    examples: ['the dam «1») holds', 'the dam«1»).'],
    counterexamples: ['as follows: «1») the dam', 'holds, «2») the dam'],
  },
  {
    name: 'glued before a spaced mark',
    use: 0.2,
    unused: 2,
    why: 'glued-before-mark',
    before: /(?:\p{Ll}{2}|\p{Ll}[.,”"’»)])$/u,
    after: SPACED_END,
    examples: ['the pilots«1» .', 'shut their sheds.«1» .'],
    counterexamples: ['the pilots «1» .'],
  },
  {
    name: 'glued',
    use: 0.8,
    unused: 1,
    why: 'glued',
    before: /(?:\p{Ll}{3}|\p{Ll}{3}[.,”"’»)])$/u,
    after: /^(?:[.,;:!?]?(?=\s))/u,
    examples: ['the dam has settled.«3» without', 'last spring«2». Then'],
  },
  {
    name: 'before a spaced mark',
    use: 0,
    unused: 2,
    why: 'before-spaced-mark',
    before: /[^\s]\s+$/u,
    after: /^\s+[.,;:!?](?=\s|$|[”"’)])/u,
    examples: [
      'We expect your instructions «1» .',
      'the lower reach «2» , the same',
      '27,000 «1» .',
    ],
    counterexamples: ['instructions «1»'],
  },
  {
    name: 'end of the line',
    use: 0.2,
    unused: 2,
    why: 'line-end',
    before: /[^\s]\s+$/u,
    after: /^\s*$/u,
    examples: ['8/IX-34 «1»', 'Hello I. Verkhov «3»'],
  },
  {
    name: 'in a transmission line',
    use: 0.3,
    unused: 1.5,
    why: 'transmission-line',
    before: /(?:min\.|[IVX]{1,4}\s?[-–—./]+\s?\d\d(?:\s?g\.?)?|o['’]clock\.?)\s+$/u,
    after: /^\s+(?:In\b|at\b|\p{Lu})/u,
    examples: [
      'at 7 o’clock. 55 min. «1» In. No. 219.',
      'From Gavan 17 / IV - 34 «1» at 6 in the evening',
    ],
  },
  {
    name: 'before a mark',
    use: 0.6,
    unused: 1.2,
    why: 'before-mark',
    before: /[\p{L})”"’».]\s+$/u,
    after: /^[.,;:!?](?=\s|$|[”"’)])/u,
    examples: ['drain the dock «1», the gate', 'Somino. «2».'],
  },
  {
    name: 'after a finished sentence',
    use: 0.8,
    unused: 1,
    why: 'between-sentences',
    before: /[\p{L})]\s?[.!?]["”]?\s+$/u,
    after: /^\s+["“]?\p{Lu}/u,
    examples: ['We agreed. «2» The dam'],
  },
  {
    name: 'before a word that may be counted',
    use: 2.4,
    unused: 0.2,
    why: 'before-noun',
    before: /(?<!\p{Lu}\p{L}*)\p{Script=Cyrillic}\s+$/u,
    after:
      /^\s+(?!(?:и|в|во|на|с|со|к|ко|по|за|из|от|до|у|о|об|не|ни|но|а|как|что|котор\p{L}*|после|перед|для|при|без|под|над|был\p{L}*|уже|ещё|нет|есть|это|винит|имеет|может|должен|будет)(?!\p{L}))[а-яё]/u,
    examples: ['поручили «2» комиссиям', 'нашли «3» плотников'],
    counterexamples: ['Торпов «3» .', 'про мост «1» после возвращения'],
  },
  {
    name: 'before a plural',
    use: 3.7,
    unused: 0,
    why: 'before-noun',
    before: /(?<!\p{Lu}\p{L}*)\p{L}\s+$/u,
    after:
      /^\s+(?!(?:was|is|has|does|goes|comes|gives|takes|says|makes|wants|asks|knows|leaves|stands|blames|his|this|its|us|as|thus|always|perhaps|besides|after|before|in|on|at|by|for|from|to|with|without|and|or|but|that|which|who|when)\b)(?:\p{Ll}+\s+(?!(?:was|is|has|his|this|its|as)\b))?\p{Ll}{2,}(?<!s)s\b/u,
    examples: ['we found «2» carpenters to', 'sent «3» new barges'],
    counterexamples: [
      'the dredger «4» was late',
      'the dredger «4» has been',
      'the dredger «4» after his return',
    ],
  },
  {
    name: 'amid the sentence',
    use: 0.8,
    unused: 0.6,
    why: 'amid-sentence',
    before: /\p{L}[”"’)]?\s+$/u,
    after: /^\s+(?:=\s+)?["“(]?\p{L}/u,
    examples: [
      'the chart «1» drawn by',
      'the salt «2» = a great matter',
      'the dredger «4» have been',
    ],
  },
]
