import { MONTHS } from './date-patterns.ts'

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
    examples: ['X«1»', 'BR«5»'],
  },
  {
    name: 'label',
    before:
      /(?:\b(?:[Nn]os?|[Nn]r|N|[Hh][Pp]|Nº|pp?|[Vv]ol|[Cc]h|[Ff]ig|T|L{1,2}|l{1,2}|F|f|O[pn]|D|d|S)\.?|\b(?:[Nn]umbers?|[Yy]ours|[Nn]°)|[#№])\s*$/u,
    examples: [
      'HP «83».',
      'No. «413».',
      'Nr «5»',
      'Number «3».',
      'Yours «26».',
      'L. «33»)',
      'F. «88»',
    ],
    counterexamples: ['instruction «1» .'],
  },
  {
    name: 'noun that takes a number',
    before:
      /\b(?:paragraphs?|points?|items?|sections?|articles?|chapters?|pages?|notes?|documents?|factory|plant|group|brigade|division|school|mine|pier|lock|shift|age|aged|year|class|grade|category|versions?|telegrams?|letters?|ciphers?)\s+$/iu,
    unlessAfter: SPACED_END,
    examples: ['paragraph «31», then', 'note «2» to', 'lock «2» is shut'],
    counterexamples: ['your letter «1» .'],
  },
  {
    name: 'month before',
    before: new RegExp(`(?<!\\p{L})${MONTH}\\.?\\s+$`, 'iu'),
    examples: ['on October «1», 1934', 'May «5» .'],
  },
  {
    name: 'month behind',
    after: new RegExp(`^\\s+(?:of\\s+)?${MONTH}(?!\\p{L})`, 'iu'),
    examples: ['by «14» October', '«1» of May'],
  },
  {
    name: 'unit',
    after:
      /^\s*(?:o['’]clock|min(?:utes?)?\b|hours?\b|h\b|[ap]\.\s?m\b|days?\b|weeks?\b|months?\b|years?\b|times?\b|tons?\b|thousand|million|billion|mil\b|mln\b|poods?\b|pounds?\b|rubles?\b|roubles?\b|kopecks?\b|per\s?cent|people\b|persons?\b|pieces?\b|pages?\b|km\b|kilo|kg\b|met(?:er|re)s?\b|hectares?\b|centners?\b|degrees?\b|dollars?\b|marks?\b|francs?\b|stamps?\b|members?\b|or\s+\d)/iu,
    examples: ['«35» minutes', 'near «7» o’clock', '«2» weeks', '«12» mil. tons'],
  },
  {
    name: 'word that wants a number',
    before:
      /\b(?:in|of|for|to|by|at|from|than|about|only|over|under|least|most|and|or|the|a|an|another|with|on|every|each|these|those|all|between|within|after|before|until|till|through|is|are|was|were|be|not|nearly|almost|into|as|but|plus|minus|around|approximately|some|our|their|his|its|first|next|last|remaining|other)\s+$/iu,
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
  readonly why: string
}

/** Places where callouts stand, the surest first; the first that matches counts. */
export const CALLOUT_SHAPES: readonly CalloutShape[] = [
  {
    name: 'bracketed',
    use: 0,
    unused: 2,
    why: 'a number in square brackets',
    before: /[\p{L}\d)”"».,!?]\s?\[$/u,
    after: /^\]/u,
    examples: ['the dam [«1»] holds'],
    counterexamples: ['[«1»] The dam'],
  },
  {
    name: 'glued before a spaced mark',
    use: 0.2,
    unused: 2,
    why: 'a number run into the word before a punctuation mark',
    before: /(?:\p{Ll}{3}|\p{Ll}[.,”"’»)])$/u,
    after: SPACED_END,
    examples: ['the pilots«1» .', 'shut their sheds.«1» .'],
    counterexamples: ['the pilots «1» .'],
  },
  {
    name: 'glued',
    use: 0.8,
    unused: 1,
    why: 'a number run into the word before it',
    before: /(?:\p{Ll}{3}|\p{Ll}{3}[.,”"’»)])$/u,
    after: /^(?:[.,;:!?]?(?=\s))/u,
    examples: ['the dam has settled.«3» without', 'last spring«2». Then'],
  },
  {
    name: 'before a spaced mark',
    use: 0,
    unused: 2,
    why: 'a number set off before a punctuation mark',
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
    why: 'a number that ends the line',
    before: /[^\s]\s+$/u,
    after: /^\s*$/u,
    examples: ['8/IX-34 «1»', 'Hello I. Verkhov «3»'],
  },
  {
    name: 'in a transmission line',
    use: 0.3,
    unused: 1.5,
    why: 'a number after the time or the date of a transmission',
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
    why: 'a number after a word, before a punctuation mark',
    before: /[\p{L})”"’».]\s+$/u,
    after: /^[.,;:!?](?=\s|$|[”"’)])/u,
    examples: ['drain the dock «1», the gate', 'Somino. «2».'],
  },
  {
    name: 'after a finished sentence',
    use: 0.8,
    unused: 1,
    why: 'a number between two sentences',
    before: /[\p{L})][.!?]["”]?\s+$/u,
    after: /^\s+["“]?\p{Lu}/u,
    examples: ['We agreed. «2» The dam'],
  },
  {
    name: 'before a plural',
    use: 3.7,
    unused: 0,
    why: 'a number before a noun that it may count',
    before: /\p{L}\s+$/u,
    after:
      /^\s+(?!(?:was|is|has|does|his|this|its|us|as|thus|always|perhaps|besides)\b)(?:\p{Ll}+\s+)?\p{Ll}{2,}(?<!s)s\b/u,
    examples: ['we found «2» carpenters to', 'sent «3» new barges'],
    counterexamples: ['the dredger «4» was late', 'the dredger «4» has been'],
  },
  {
    name: 'amid the sentence',
    use: 1.2,
    unused: 0.6,
    why: 'a number after a word it does not belong to',
    before: /\p{L}[”"’)]?\s+$/u,
    after: /^\s+["“(]?\p{L}/u,
    examples: ['the chart «1» drawn by', 'the dredger «4» have been'],
  },
]
