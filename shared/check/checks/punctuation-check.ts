import { machineSpan } from '../../letter/corrected-reading.ts'
import type { Found, LetterCheck } from '../check.ts'
import type { CorrectedBlock } from '../corrected-block.ts'
import type { LetterView, Segment } from '../letter-view.ts'
import { placeIn } from '../passage.ts'
import { findUnclosed, type Unclosed } from '../unclosed.ts'

interface Slip {
  readonly pattern: RegExp
  readonly context: string
  readonly confidence: number
  readonly right: (quote: string) => string
}

const SLIPS: readonly Slip[] = [
  {
    pattern: /(?<=\S) +[.,;:](?=\s|$)(?!\.)/g,
    context: 'space',
    confidence: 0.8,
    right: (quote) => quote.trim(),
  },
  {
    pattern: /([,;:])\s*\1/g,
    context: 'twice',
    confidence: 0.8,
    right: (quote) => quote.charAt(0),
  },
  { pattern: /,\s*\.(?!\.)/g, context: 'twice', confidence: 0.7, right: () => '.' },
  {
    pattern: /(?<=\p{Ll}{2})[.,;](?=\p{Lu}\p{Ll})/gu,
    context: 'glued',
    confidence: 0.8,
    right: (quote) => `${quote} `,
  },
  { pattern: /(?<=\S) +\.(?=\p{Ll}{2})/gu, context: 'glued', confidence: 0.7, right: () => ', ' },
]

/** Spaces before and none behind a stop, stops in a row, brackets and quotation marks that do not close, a question that lost its mark. */
export const punctuationCheck: LetterCheck = {
  id: 'punctuation',
  scope: 'letter',
  needsOriginal: false,
  run: (view) => [
    ...view.translation.blocks.flatMap((block) =>
      view.memo.get('slips', block, () => slips(block)),
    ),
    ...unclosed(view),
    ...view.segments.flatMap((segment) =>
      view.memo.get('question', segment.key, () => lostQuestion(segment)),
    ),
  ],
}

function slips(block: CorrectedBlock): Found[] {
  return SLIPS.flatMap(({ pattern, context, confidence, right }) =>
    [...block.text.matchAll(pattern)].flatMap(({ 0: quote, index }): Found[] => {
      const [from, to] = [index, index + quote.length]
      // Beside a mark of a note the spaces are the print's.
      if (block.callouts.some((mark) => mark.from <= to && mark.to >= from)) return []
      const words = /[^\s]*\s*$/.exec(block.text.slice(0, from))?.[0] ?? ''
      const found = fault(block, from, to, context, confidence, right(quote), words + quote)
      // The word before the sign is quoted with it, and is no part of what is put right.
      return [{ ...found, values: { ...found.values, lead: words } }]
    }),
  )
}

/** So many paragraphs a quotation goes on. */
const LONGEST = 12

/** What is open in its paragraph and not closed in one that follows. */
function unclosed({ translation, memo }: LetterView): Found[] {
  const all = translation.blocks.map((block) => ({
    block,
    left: [...memo.get('unclosed', block.text, () => findUnclosed(block.text))],
  }))
  all.forEach(({ block, left }, at) => {
    for (const one of [...left].filter(({ closes }) => !closes)) {
      const next = all
        .slice(at + 1, at + 1 + LONGEST)
        .find((other) => other.block.note === block.note && other.left.some(isLike(one)))
      // Each paragraph of a quotation may begin with the mark, and only the last one ends with it.
      const goesOn = next?.left.find(isLike(one))
      if (!next || !goesOn) continue
      left.splice(left.indexOf(one), 1)
      if (goesOn.closes) next.left.splice(next.left.indexOf(goesOn), 1)
    }
  })
  return all.flatMap(({ block, left }) =>
    left.map(({ sign, from, to, proposal }) =>
      fault(
        block,
        from,
        to,
        /[()[\]]/.test(sign) ? 'bracket' : 'quote',
        0.65,
        proposal,
        block.text.slice(from, to),
      ),
    ),
  )
}

function isLike(one: Unclosed): (other: Unclosed) => boolean {
  return ({ sign, closes, from }) =>
    sign === one.sign ? from <= 1 && one.from <= 1 && !closes : closes && CLOSES[sign] === one.sign
}

const CLOSES: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '”': '“',
  '»': '«',
  '"': '"',
}

function fault(
  block: CorrectedBlock,
  from: number,
  to: number,
  context: string,
  confidence: number,
  proposal: string | null,
  quote: string,
): Found {
  return {
    range: machineSpan(block, from, to),
    confidence,
    category: 'grammar',
    severity: 'minor',
    proposal,
    values: { context, quote, why: '' },
    more: context,
  }
}

function lostQuestion({ original, translation, confidence }: Segment): Found[] {
  const at = original.text.indexOf('?')
  const end = /[.!…]["”»)]*\s*$/u.exec(translation.text)
  if (at < 0 || !end || /\?/.test(translation.text)) return []
  const range = placeIn(translation, end.index, end.index + 1)
  const evidence = placeIn(original, at, at + 1)
  if (!range || !evidence) return []
  const words = /\S+\s*$/.exec(translation.text.slice(0, end.index))?.[0] ?? ''
  return [
    {
      range,
      evidence,
      confidence: 0.7 * confidence,
      category: 'grammar',
      severity: 'minor',
      proposal: '?',
      values: { context: 'question', quote: words + end[0], why: '' },
      more: 'question',
    },
  ]
}
