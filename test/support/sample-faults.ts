import { sampleEdition } from '../../renderer/session/sample-edition.ts'
import edition from '../../resources/sample/edition.json' with { type: 'json' }
import type { CheckContext } from '../../shared/check/check-context.ts'
import { CHECK_IDS, type CheckId } from '../../shared/check/check-id.ts'
import { checkLetter } from '../../shared/check/check-letter.ts'
import { addFacts, letterFactsForChecks, NO_FACTS } from '../../shared/check/collection-facts.ts'
import type { Problem } from '../../shared/check/problem.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import type { MachineRange } from '../../shared/letter/place.ts'
import { NO_TRANSLATION_SET, type Term } from '../../shared/translate/translation-set.ts'

/** Which checks may find a planted fault, by the codes of the sample edition; notes and callouts are settled by the import, readers' faults by nobody. */
const CHECKS_OF: Readonly<Record<string, readonly CheckId[]>> = {
  N1: ['number', 'date', 'lookalike'],
  N2: ['number', 'date', 'letter-date'],
  N3: ['letter-date', 'date'],
  U1: ['unit', 'unit-implausible'],
  U2: ['unit', 'unit-implausible'],
  P1: ['phrase'],
  H1: ['lookalike', 'phrase'],
  H2: ['cyrillic', 'untranslated'],
  T1: ['untranslated', 'cyrillic', 'missing-sentence'],
  T2: ['missing-sentence', 'extra-sentence', 'repeated', 'length'],
  W1: ['wrong-pairing'],
  E1: ['name-variants', 'name-missing'],
  E2: ['name-missing'],
  G1: ['same-source', 'same-target', 'glossary'],
  G2: ['glossary', 'phrase'],
  L1: ['punctuation'],
  L2: ['doubled-word', 'repeated'],
  C1: ['integrity'],
  'archive-read': ['phrase'],
}

/** The terms that the editor of the sample edition would put into its glossary after the first letters. */
export const SAMPLE_TERMS: readonly Term[] = [
  ['шифровка', 'cipher telegram', 'encryption'],
  ['сплав', 'timber rafting', 'alloy'],
  ['сплавной', 'rafting', 'alloy'],
  ['лес', 'timber', 'forest', 'wood'],
  ['землечерпалка', 'dredger', 'excavator'],
  ['перекат', 'shoal', 'roll', 'rift', 'shallows'],
  ['затон', 'winter harbour', 'backwater'],
].map(([original = '', rendering = '', ...forbidden], i) => ({
  id: `t${i + 1}`,
  original,
  rendering,
  allowed: [],
  forbidden,
  note: '',
}))

/** The letters of the sample edition as the machine left them. */
export function machineSample(): readonly CanonicalLetter[] {
  return sampleEdition().letters.map((letter) => {
    const { translation } = letter
    return {
      ...letter,
      translation: {
        ...translation,
        anchors: { ...translation.anchors, corrections: {} },
        records: { ...translation.records, corrections: {} },
      },
    }
  })
}

/** The context of the sample edition with all checks on. */
export function sampleContext(terms: readonly Term[]): CheckContext {
  const { entities } = sampleEdition()
  const checks = Object.fromEntries(CHECK_IDS.map((id) => [id, true]))
  const collection = addFacts(NO_FACTS, machineSample().map(letterFactsForChecks))
  return { translation: { ...NO_TRANSLATION_SET, checks, terms }, entities, collection }
}

interface Fault extends MachineRange {
  readonly check: string
  readonly right: string
}

/** So many, and how many of them were found or right. */
export interface Tally {
  readonly count: number
  readonly right: number
}

/** Planted faults by their code, what each check showed, and what of both went wrong. */
export interface SampleScore {
  readonly planted: Readonly<Record<string, Tally>>
  readonly shown: Readonly<Record<string, Tally>>
  readonly missed: readonly string[]
  readonly falseAlarms: readonly string[]
}

/** Runs all checks over the sample edition and holds what they find against the answer key. */
export function scoreSample(terms: readonly Term[]): SampleScore {
  const checked = checkedSample(sampleContext(terms))
  const faults = checked.flatMap(({ id, faults, problems, corrected }) =>
    faults.flatMap((fault) => {
      if (!CHECKS_OF[fault.check]) return []
      const among = fault.check === 'C1' ? corrected : problems
      return [{ id, fault, isHit: among.some((one) => finds(one, fault)) }]
    }),
  )
  const shown = checked.flatMap(({ id, faults, problems }) =>
    problems.map((problem) => ({
      id,
      problem,
      isHit: faults.some((fault) => meets(problem, fault)),
    })),
  )
  return {
    planted: tally(faults, ({ fault }) => fault.check),
    shown: tally(shown, ({ problem }) => problem.code),
    missed: faults
      .filter(({ isHit }) => !isHit)
      .map(({ id, fault }) => `${id} ${fault.check} ${fault.block}:${fault.from}`),
    falseAlarms: shown
      .filter(({ isHit }) => !isHit)
      .map(({ id, problem }) => `${id} ${problem.id} ${problem.values['quote'] ?? ''}`),
  }
}

function tally<T extends { readonly isHit: boolean }>(
  list: readonly T[],
  keyOf: (one: T) => string,
): Readonly<Record<string, Tally>> {
  const groups = [...Map.groupBy(list, keyOf)]
  return Object.fromEntries(
    groups.map(([key, all]) => [
      key,
      { count: all.length, right: all.filter(({ isHit }) => isHit).length },
    ]),
  )
}

/** The letters with their answer keys, and what is found in them as the machine left them and as they were corrected. */
function checkedSample(context: CheckContext) {
  const asItIs = sampleEdition().letters
  return machineSample().map((letter, at) => ({
    id: letter.id,
    faults: (edition.letters[at]?.faults ?? []) as readonly Fault[],
    problems: checkLetter(letter, context),
    corrected: checkLetter(asItIs[at] as CanonicalLetter, context),
  }))
}

function finds(problem: Problem, fault: Fault): boolean {
  return (CHECKS_OF[fault.check] ?? []).includes(problem.code as CheckId) && meets(problem, fault)
}

// A wrong original is a fault of the whole letter.
function meets({ code, range, finding }: Problem, fault: Fault): boolean {
  const isMine = CHECKS_OF[fault.check]?.includes(code as CheckId)
  if (fault.check === 'W1' && isMine) return true
  return [range, finding?.evidence].some(
    (one) =>
      one?.block === fault.block &&
      one.from <= fault.to &&
      one.to >= fault.from &&
      (isMine || !isWide(one, fault)),
  )
}

// What lies over half a page does not show a word.
function isWide(range: MachineRange, fault: Fault): boolean {
  return range.to - range.from > 4 * (fault.to - fault.from) + 120
}
