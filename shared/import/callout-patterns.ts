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
    examples: ['1/X-«33»', '20–«22»', '4.«95» million', '#«59»', 'X - «34» at', '№ «7»'],
  },
  {
    name: 'first part of a number',
    after: /^(?:\s?[/%°+×]|[.,:]\d|\s?[-–—]\s?\d|[-–—]\p{L}|\)|\.[IVX]+\b)/u,
    examples: [
      '«3» / X',
      '«20»–22',
      '«15»,000',
      '«55»%',
      '«1») The plan',
      '«27».VIII',
      '«24» - 26',
    ],
  },
  {
    name: 'letters behind',
    after: /^\p{L}/u,
    examples: ['«4»th', '«11»h', '«10»ob'],
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
      'HP «51».',
      'No. «58».',
      'Nr «5»',
      'Number «3».',
      'Yours «70».',
      'L. «75»)',
      'F. «17»',
    ],
    counterexamples: ['opinion «1» .'],
  },
  {
    name: 'noun that takes a number',
    before:
      /\b(?:paragraphs?|points?|items?|sections?|articles?|chapters?|pages?|notes?|documents?|factory|plant|group|brigade|division|school|mine|pier|lock|shift|age|aged|year|class|grade|category|versions?|telegrams?|letters?|ciphers?)\s+$/iu,
    unlessAfter: SPACED_END,
    examples: ['paragraph «53», then', 'note «2» to', 'lock «2» is shut'],
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
    examples: ['«20» minutes', 'at «4» o’clock', '«2» weeks', '«15» mil. tons'],
  },
  {
    name: 'word that wants a number',
    before:
      /\b(?:in|of|for|to|by|at|from|than|about|only|over|under|least|most|and|or|the|a|an|another|with|on|every|each|these|those|all|between|within|after|before|until|till|through|is|are|was|were|be|not|nearly|almost|into|as|but|plus|minus|around|approximately|some|our|their|his|its|first|next|last|remaining|other)\s+$/iu,
    unlessAfter: /^\s+[.,;:!?](?=\s|$)/u,
    examples: ['for «2» weeks', 'of «20» orders', 'in «4» days', 'the «8» th'],
  },
  {
    name: 'number before',
    // Behind a numeric date with a Roman month there may be a callout.
    before: /(?<![IVX]\s?[-–—./]{1,2}\s?\d)\d\s+$/u,
    unlessAfter: SPACED_END,
    examples: ['L. 80 «5» more'],
    counterexamples: ['16,000 «1» .', '14 / X - 34 «1» at 0'],
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
    examples: ['the engineers«1» .', 'open their stores.«1» .'],
    counterexamples: ['the engineers «1» .'],
  },
  {
    name: 'glued',
    use: 0.8,
    unused: 1,
    why: 'a number run into the word before it',
    before: /(?:\p{Ll}{3}|\p{Ll}{3}[.,”"’»)])$/u,
    after: /^(?:[.,;:!?]?(?=\s))/u,
    examples: ['will not allow this.«3» without', 'last year«2». Then'],
  },
  {
    name: 'before a spaced mark',
    use: 0,
    unused: 2,
    why: 'a number set off before a punctuation mark',
    before: /[^\s]\s+$/u,
    after: /^\s+[.,;:!?](?=\s|$|[”"’)])/u,
    examples: ['Submit your opinion «1» .', 'the plan «2» , the same', '16,000 «1» .'],
    counterexamples: ['opinion «1»'],
  },
  {
    name: 'end of the line',
    use: 0.2,
    unused: 2,
    why: 'a number that ends the line',
    before: /[^\s]\s+$/u,
    after: /^\s*$/u,
    examples: ['1/X-34 «1»', 'Hello I. Verkhov «3»'],
  },
  {
    name: 'in a transmission line',
    use: 0.3,
    unused: 1.5,
    why: 'a number after the time or the date of a transmission',
    before: /(?:min\.|[IVX]{1,4}\s?[-–—./]+\s?\d\d(?:\s?g\.?)?|o['’]clock\.?)\s+$/u,
    after: /^\s+(?:In\b|at\b|\p{Lu})/u,
    examples: ['at 2 o’clock. 25 min. «1» In. No. 52.', 'From Gavan 14 / X - 34 «1» at 0 o’clock.'],
  },
  {
    name: 'before a mark',
    use: 0.6,
    unused: 1.2,
    why: 'a number after a word, before a punctuation mark',
    before: /[\p{L})”"’».]\s+$/u,
    after: /^[.,;:!?](?=\s|$|[”"’)])/u,
    examples: ['leave the Board «1», the cell', 'Tskhara. «2».'],
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
    examples: ['we instructed «2» commissions to', 'sent «3» new barges'],
    counterexamples: ['the dredger «4» was late', 'the dredger «4» has been'],
  },
  {
    name: 'amid the sentence',
    use: 1.2,
    unused: 0.6,
    why: 'a number after a word it does not belong to',
    before: /\p{L}[”"’)]?\s+$/u,
    after: /^\s+["“(]?\p{L}/u,
    examples: ['at the Congress «1» prepared by', 'the dredger «4» have been'],
  },
]
