import type { CanonicalLetter, CanonicalText, Side } from '../letter/canonical.ts'
import { type MachineRange, rangesMeet } from '../letter/place.ts'
import type { Records } from '../letter/records.ts'
import { ALL_CHECKS } from './all-checks.ts'
import type { Check, Found } from './check.ts'
import type { CheckContext } from './check-context.ts'
import { OFF_BY_DEFAULT } from './check-defaults.ts'
import { type CheckMemo, createMemo } from './check-memo.ts'
import { type LetterView, viewLetter, withoutOriginal } from './letter-view.ts'
import type { Problem } from './problem.ts'
import { isSameList } from './same-parts.ts'
import { dismissalOf, silencedQuote } from './sort-out.ts'

/** The open problems of a letter in the order of its text, and what the next run of the checks on it can build on. */
export interface CheckedLetter {
  readonly problems: readonly Problem[]
  readonly context: CheckContext
  readonly memo: CheckMemo
}

/** Checks a letter. Problems that a person dismissed or silenced, or answered by refusing their correction, are left out. Pure: the same letter and context give the same list. */
export function checkLetter(letter: CanonicalLetter, context: CheckContext): readonly Problem[] {
  return recheckLetter(letter, context, null).problems
}

/**
 * Checks a letter that was checked before: what has not changed since is not looked at again, so that the cost is that of the line
 * and the pairs that were edited. Gives the same problems as `checkLetter`.
 */
export function recheckLetter(
  letter: CanonicalLetter,
  context: CheckContext,
  before: CheckedLetter | null,
): CheckedLetter {
  const memo = createMemo(before?.memo, keepsFor(before?.context, context))
  let view = viewLetter(letter, context, memo)
  let slots: Slots = {}
  const all: Findings[] = []
  for (const check of ALL_CHECKS) {
    if (!isOn(check.id, context) || (check.needsOriginal && !view.original)) continue
    const found = run(check, view, slots)
    all.push({ check, found })
    if (check.id === 'wrong-pairing' && isSure(found, view)) {
      view = withoutOriginal(view)
      slots = {}
    }
  }
  return { problems: toProblems(view, all), context, memo }
}

interface Findings {
  readonly check: Check
  readonly found: readonly Found[]
}

/** From here on an original counts as that of another letter: what is found by it would be noise. */
const SURELY_WRONG = 0.8

function isSure(found: readonly Found[], { letter, context }: LetterView): boolean {
  const { dismissals } = letter.translation.records
  const silent = silences(context)
  return found.some(({ confidence, range, values }) => {
    const isRefused =
      `wrong-pairing:${range.block}:${range.from}` in dismissals ||
      silent('wrong-pairing', shortened(values))
    return confidence >= SURELY_WRONG && !isRefused
  })
}

/** Below this a finding is no more than chance. */
const LEAST = 0.15

const FOUND = 'found '
/** What was found by what is known of other letters. */
const BY_COLLECTION = 'by collection '

/** Which kinds of what the last run found still hold: no check of a line or a pair looks at other letters. */
function keepsFor(old: CheckContext | undefined, context: CheckContext): (kind: string) => boolean {
  const isSame =
    old?.translation === context.translation &&
    old.entities === context.entities &&
    old.isSpelt === context.isSpelt
  const isSameCollection = isSame && old.collection === context.collection
  return (kind) =>
    kind.startsWith(FOUND) ? isSame : kind.startsWith(BY_COLLECTION) ? isSameCollection : true
}

function isOn(id: Check['id'], { translation }: CheckContext): boolean {
  return translation.checks[id] ?? !OFF_BY_DEFAULT.has(id)
}

/** What the checks of one line or pair found, by check; kept from run to run as long as nothing in it changes. */
type Slot = Map<Check['id'], readonly Found[]>
/** The slots of the lines and of the pairs of a view, in their order, once they are asked for. */
interface Slots {
  lines?: readonly Slot[]
  pairs?: readonly Slot[]
}

function run(check: Check, view: LetterView, slots: Slots): readonly Found[] {
  if (check.scope === 'block') {
    slots.lines ??= slotsOfLines(view)
    return gather(check.id, view.translation.blocks, slots.lines, (block) =>
      check.run(block, view.segmentsIn(block.id), view),
    )
  }
  if (check.scope === 'segment') {
    slots.pairs ??= view.segments.map(({ key }) => slotOf(key, view))
    return gather(check.id, view.segments, slots.pairs, (segment) => check.run(segment, view))
  }
  return check.run(view)
}

function slotsOfLines(view: LetterView): readonly Slot[] {
  const kind = `${FOUND}line, ${view.isEnglish} ${view.original !== null}`
  return view.translation.blocks.map((block) => {
    const parts = [block, ...view.segmentsIn(block.id).map(({ key }) => key)]
    return slotOf(view.memo.keep(kind, block.id, parts, isSameList), view)
  })
}

const SLOTS = `${FOUND}slots`

function slotOf(key: object, { memo }: LetterView): Slot {
  return memo.get(SLOTS, key, (): Slot => new Map())
}

// A letter has hundreds of lines and pairs, and nearly all of them are as they were.
function gather<T>(
  id: Check['id'],
  items: readonly T[],
  slots: readonly Slot[],
  make: (item: T) => readonly Found[],
): readonly Found[] {
  const all: Found[] = []
  items.forEach((item, at) => {
    const slot = slots[at] as Slot
    let found = slot.get(id)
    if (found === undefined) {
      found = make(item)
      slot.set(id, found)
    }
    for (const one of found) all.push(one)
  })
  return all
}

/** What no original backs is only proposed. */
const WITHOUT_ORIGINAL = 0.6
/** What the letter itself shows needs no original. */
const SELF_EVIDENT: ReadonlySet<Check['id']> = new Set(['integrity', 'callouts', 'doubled-word'])

function toProblems(view: LetterView, all: readonly Findings[]): readonly Problem[] {
  const { letter } = view
  const isDismissed = dismissedIn(view)
  const isRefused = refusedIn(letter.translation.records)
  const ids = new Set<string>()
  const formerIds = new Set<string>()
  const places = new Set<string>()
  const problems: Problem[] = []
  const touched = {
    translation: touchedIn(letter.translation),
    original: touchedIn(letter.original),
  }
  for (const { check, found } of all) {
    const isBacked = view.original !== null || SELF_EVIDENT.has(check.id)
    const kind = `told by ${check.id}, ${isBacked}`
    for (const one of found) {
      const isChanged = isTouched(
        touched[one.side ?? 'translation'].get(one.range.block),
        one.range,
      )
      const told = view.memo.get(kind, one, () => tell(check.id, one, isBacked))
      const problem = toProblem(told, { taken: ids, takenFormer: formerIds, isChanged })
      ids.add(problem.id)
      if ((problem.finding?.confidence ?? 0) < LEAST) continue
      const place = placeOf(problem, told)
      if (places.has(place) || isDismissed(problem) || isRefused(problem)) continue
      places.add(place)
      problems.push(problem)
    }
  }
  return inOrder(problems, view)
}

// A second reader who refused the correction that settled a problem of this check here has answered the problem.
function refusedIn(records: Records): (problem: Problem) => boolean {
  const refusals = Object.values(records.refusals)
  return ({ side, range, finding }) =>
    side === 'translation' &&
    range !== undefined &&
    refusals.some(
      ({ correction, deleted, inserted }) =>
        correction.check !== undefined &&
        correction.check === finding?.check &&
        (deleted.some((one) => rangesMeet(one, range)) ||
          inserted.some(
            ({ block, offset }) =>
              block === range.block && offset >= range.from && offset <= range.to,
          )),
    )
}

function dismissedIn({ letter, context }: LetterView): (problem: Problem) => boolean {
  if (context.showsDismissed) return () => false
  const { dismissals } = letter.translation.records
  const isAny = Object.keys(dismissals).length > 0
  const silent = silences(context)
  return (problem) =>
    (isAny && dismissalOf(problem, dismissals) !== undefined) ||
    silent(problem.code, problem.values)
}

/** A finding as a problem, as far as that does not depend on others: with the ids that it gets where nobody else has them, and its `placeKey`. */
interface Told {
  readonly problem: Problem & Required<Pick<Problem, 'side' | 'range' | 'finding'>>
  readonly place: string
}

function tell(check: Check['id'], found: Found, isBacked: boolean): Told {
  const { range, side = 'translation', evidence, rule } = found
  const isNamedByWords = NAMED_BY_WORDS.has(check)
  const more = found.more ?? (isNamedByWords ? wordsInId(found) : undefined)
  const parts = [check, range.block, range.from, ...(side === 'original' ? [side] : [])]
  const confidence = Math.min(1, Math.max(0, found.confidence * (isBacked ? 1 : WITHOUT_ORIGINAL)))
  const problem: Told['problem'] = {
    id: [...parts, ...(more === undefined ? [] : [more])].join(':'),
    ...(isNamedByWords && { formerId: parts.join(':') }),
    code: check,
    side,
    range,
    values: shortened(found.values),
    finding: {
      check,
      confidence: Math.round(confidence * 1000) / 1000,
      category: found.category,
      severity: found.severity,
      proposal: found.proposal,
      ...(evidence && { evidence }),
      ...(rule !== undefined && { rule }),
    },
  }
  return { problem, place: placeKey(problem) }
}

function placeOf(problem: Problem, told: Told): string {
  return problem === told.problem ? told.place : placeKey(problem)
}

interface Telling {
  readonly taken: ReadonlySet<string>
  /** The ids without words that are given away. */
  readonly takenFormer: Set<string>
  /** Whether a correction has changed words of its place. */
  readonly isChanged: boolean
}

// Nearly always the problem is what it was told to be, and stays the same object from run to run.
function toProblem({ problem: told }: Told, { taken, takenFormer, isChanged }: Telling): Problem {
  const id = unique(told.id, taken)
  const formerId = told.formerId && unique(told.formerId, takenFormer)
  if (formerId !== undefined) takenFormer.add(formerId)
  if (!isChanged && id === told.id && formerId === told.formerId) return told
  const { code, side, range, values, finding } = told
  return {
    id,
    ...(formerId !== undefined && !isChanged && { formerId }),
    code,
    side,
    range,
    values,
    finding: isChanged ? { ...finding, proposal: keepEmpty(finding.proposal) } : finding,
  }
}

/** What is found by its words alone is another problem where the words are others: that the first was dismissed says nothing of it. */
const NAMED_BY_WORDS: ReadonlySet<Check['id']> = new Set([
  'spelling',
  'number',
  'date',
  'unit',
  'lookalike',
  'name-variants',
])

// A colon parts the parts of an id.
function wordsInId({ values }: Found): string {
  return (values['quote'] ?? '').replace(/[%:\s]/gu, encodeURIComponent)
}

const LONGEST_VALUE = 100

/** Values that are sentences of the program's own: cut short nobody could say them in another language. */
const SENTENCES: ReadonlySet<string> = new Set(['why', 'also'])

/** Sentences show so much of a passage; its place says the rest. */
function shortened(values: Found['values']): Found['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const plain = value.replace(/\s+/gu, ' ').trim()
      if (plain.length <= LONGEST_VALUE || SENTENCES.has(name)) return [name, plain]
      return [name, `${plain.slice(0, LONGEST_VALUE).replace(/\s\S*$/u, '')} …`]
    }),
  )
}

function unique(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id
  for (let n = 2; ; n++) if (!taken.has(`${id}:${n}`)) return `${id}:${n}`
}

/** Words that a correction has put in cannot be replaced by striking out the machine's; leaving all out still can be proposed. */
function keepEmpty(proposal: string | null): string | null {
  return proposal === '' ? '' : null
}

interface Touched {
  readonly deleted: readonly MachineRange[]
  readonly offsets: readonly number[]
}

/** What corrections strike out and where they put words in, by block. */
function touchedIn(text: CanonicalText | null): ReadonlyMap<string, Touched> {
  const found = new Map<string, { deleted: MachineRange[]; offsets: number[] }>()
  const at = (block: string) => {
    const known = found.get(block) ?? { deleted: [], offsets: [] }
    found.set(block, known)
    return known
  }
  for (const { deleted, inserted } of Object.values(text?.anchors.corrections ?? {})) {
    for (const range of deleted) at(range.block).deleted.push(range)
    for (const { block, offset } of inserted) at(block).offsets.push(offset)
  }
  return found
}

function isTouched(touched: Touched | undefined, { from, to }: MachineRange): boolean {
  if (!touched) return false
  return (
    touched.deleted.some((one) => one.from < to && one.to > from) ||
    touched.offsets.some((offset) => from <= offset && offset <= to)
  )
}

function placeKey({ side, range, finding }: Problem): string {
  return [side, range?.block, range?.from, range?.to, finding?.proposal ?? finding?.check].join(' ')
}

function silences({
  translation,
}: CheckContext): (code: Problem['code'], values: Problem['values']) => boolean {
  const all = new Set(translation.silences.map(({ check, quote }) => `${check} ${quote}`))
  if (all.size === 0) return () => false
  return (code, values) => all.has(`${code} `) || all.has(`${code} ${silencedQuote({ values })}`)
}

function inOrder(problems: readonly Problem[], view: LetterView): readonly Problem[] {
  const ranks = (side: Side) =>
    new Map((view[side]?.blocks ?? []).map(({ id }, at): [string, number] => [id, at]))
  const at = { translation: ranks('translation'), original: ranks('original') }
  const placed = problems.map((problem) => {
    const { side, range } = problem
    const rank = (side === 'original' ? 1e6 : 0) + (at[side].get(range?.block ?? '') ?? 0)
    return { problem, rank, from: range?.from ?? 0, to: range?.to ?? 0 }
  })
  return placed
    .sort((a, b) => a.rank - b.rank || a.from - b.from || a.to - b.to)
    .map(({ problem }) => problem)
}
