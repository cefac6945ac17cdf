import { machineSpan } from '../../letter/corrected-reading.ts'
import type { Term } from '../../translate/translation-set.ts'
import type { BlockCheck, Found } from '../check.ts'
import type { CorrectedBlock } from '../corrected-block.ts'
import type { Segment } from '../letter-view.ts'
import { type Passage, placeIn, wholePlace } from '../passage.ts'
import { pluralOf } from '../plural-of.ts'
import { type TermPlace, termPattern } from '../term-pattern.ts'

const FORBIDDEN = 0.9
const MISSING = 0.5

/** Where no original is beside the line. */
const UNSEEN = 0.6

/** Terms of the glossary whose original stands in a pair without a rendering that the glossary allows; without an original forbidden renderings alone. */
export const glossaryCheck: BlockCheck = {
  id: 'glossary',
  scope: 'block',
  needsOriginal: false,
  run(block, segments, { context, original }) {
    const { terms } = context.translation
    const mine = segments.filter(({ translation }) => translation.stretches[0]?.block === block)
    return terms.flatMap((term) =>
      original
        ? mine.flatMap((segment) => faultOf(term, segment) ?? [])
        : term.forbidden.flatMap((phrase) => alone(term, phrase, block)),
    )
  },
}

function alone(term: Term, phrase: string, block: CorrectedBlock): Found[] {
  return termPattern(phrase)
    .all(block.text)
    .map((found) => ({
      range: machineSpan(block, found.from, found.to),
      confidence: UNSEEN,
      category: 'term',
      severity: 'minor',
      proposal: inForm(term.rendering, found),
      rule: term.id,
      values: { quote: found.text, evidence: term.original, note: noteOf(term) },
      more: term.id,
    }))
}

function noteOf({ rendering, note }: Term): string {
  return note === '' ? rendering : `${rendering} (${note})`
}

function find(passage: Passage, phrase: string) {
  return termPattern(phrase).exec(passage.text)
}

function faultOf(term: Term, segment: Segment): Found | null {
  const { original, translation, confidence } = segment
  const source = find(original, term.original)
  if (!source || translation.text === '') return null
  const evidence = placeIn(original, source.from, source.to)
  const forbidden = term.forbidden.map((phrase) => find(translation, phrase)).find(Boolean)
  const base = {
    ...(evidence && { evidence }),
    category: 'term' as const,
    rule: term.id,
    more: term.id,
  }
  const note = noteOf(term)
  if (forbidden) {
    const range = placeIn(translation, forbidden.from, forbidden.to)
    const values = { quote: forbidden.text, evidence: source.text, note }
    const proposal = inForm(term.rendering, forbidden)
    const sure = { confidence: FORBIDDEN * confidence, severity: 'major' as const }
    return range && { ...base, ...sure, range, proposal, values }
  }
  if ([term.rendering, ...term.allowed].some((phrase) => find(translation, phrase))) return null
  const range = wholePlace(translation)
  const values = { context: 'missing', quote: translation.text, evidence: source.text, note }
  const less = { confidence: MISSING * confidence, severity: 'minor' as const }
  return range && { ...base, ...less, range, proposal: null, values }
}

/** The rendering with the capital, the plural and the genitive of what it stands in place of. */
function inForm(rendering: string, { text }: TermPlace): string {
  const [genitive = ''] = /['’]s$/u.exec(text) ?? []
  const isPlural = genitive === '' && /[^s]s$/u.test(text)
  const form = (isPlural ? pluralOf(rendering) : rendering) + genitive
  return /^\p{Lu}/u.test(text) ? form.charAt(0).toUpperCase() + form.slice(1) : form
}
