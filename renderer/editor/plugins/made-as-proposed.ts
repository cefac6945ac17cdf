import { isHistoryTransaction } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import type { Finding, Problem } from '../../../shared/check/problem.ts'
import type { MachineRange } from '../../../shared/letter/place.ts'
import type { CorrectionRecord } from '../../../shared/letter/records.ts'
import { idOf } from '../../../shared/letter/schema.ts'
import { setRecord } from '../../../shared/letter/set-record-step.ts'
import { settledBy } from '../features/fix.ts'
import { changedRanges } from '../text/changed-ranges.ts'
import { correctionsMaking } from '../text/corrections-making.ts'
import type { DocRange } from '../text/spans.ts'
import { type Around, visibleAround } from '../text/visible-around.ts'
import { problemsShown } from './problem-marks.ts'
import { recordsOf } from './records.ts'

/** A problem that knows what its words should be. */
interface Proposing extends Problem {
  readonly range: MachineRange
  readonly finding: Finding & { readonly proposal: string }
}

/** What was noticed so far, by block: a problem that is gone is what a correction has just settled. */
type Noticed = ReadonlyMap<string, readonly Proposing[]>

const key = new PluginKey<Noticed>('madeAsProposed')

/**
 * However a correction is made (typed, pasted, taken from the memory, replaced): where it makes of the words of a problem what was
 * proposed there, it settles that problem. It is told so in the same action.
 */
export function madeAsProposedPlugin(): Plugin<Noticed> {
  return new Plugin<Noticed>({
    key,
    state: {
      init: () => new Map(),
      apply: (tr, noticed) => {
        const problems = problemsShown(tr)
        return problems ? noticedWith(noticed, problems) : noticed
      },
    },
    appendTransaction: (transactions, _before, state) => {
      const noticed = key.getState(state)
      if (!noticed || noticed.size === 0 || !transactions.some((tr) => tr.docChanged)) return null
      // Steps taken back or done again bring their own records.
      if (transactions.some(isHistoryTransaction)) return null
      const ranges = transactions.flatMap((tr, index) =>
        changedRanges(tr).map((range) => moved(range, transactions.slice(index + 1))),
      )
      const isPutIn = transactions.some(putsIn)
      const met = ranges.flatMap((range) => reached(state.doc, range, noticed))
      // Words that should go are gone by what only takes away.
      return settle(state, new Set(isPutIn ? met.filter(hasWords) : met))
    },
  })
}

function noticedWith(noticed: Noticed, problems: readonly Problem[]): Noticed {
  const all = [...noticed.values()].flat()
  const known = new Set(all.map(markOf))
  const fresh = problems.filter(isProposing).filter((problem) => !known.has(markOf(problem)))
  return fresh.length > 0 ? Map.groupBy([...all, ...fresh], ({ range }) => range.block) : noticed
}

function markOf({ id, finding }: Proposing): string {
  return `${id} ${finding.proposal}`
}

function isProposing(problem: Problem): problem is Proposing {
  const { range, finding } = problem
  return range !== undefined && typeof finding?.proposal === 'string'
}

function moved({ from, to }: DocRange, later: readonly Transaction[]): DocRange {
  return later.reduce(
    (range, { mapping }) => ({ from: mapping.map(range.from, -1), to: mapping.map(range.to) }),
    { from, to },
  )
}

// The problems whose proposal stands where something was changed: a key must not cost more than a look around it.
function reached(doc: Node, { from, to }: DocRange, noticed: Noticed): readonly Proposing[] {
  const $from = doc.resolve(from)
  if (!$from.parent.isTextblock) return []
  const here = noticed.get(idOf($from.parent)) ?? []
  if (here.length === 0) return []
  const longest = Math.max(...here.map(({ finding }) => finding.proposal.length))
  const around = visibleAround($from, to - from + longest)
  return here.filter(({ finding }) => standsAt(around, to - from, finding.proposal))
}

// Whether words stand in a text so that they touch what was changed, `length` characters at most from `at` on.
function standsAt({ text, at }: Around, length: number, words: string): boolean {
  const first = text.indexOf(words, Math.max(0, at - words.length))
  return first >= 0 && first <= at + length
}

function putsIn({ steps }: Transaction): boolean {
  return steps.some((step) => step instanceof ReplaceStep && step.slice.size > 0)
}

function hasWords({ finding }: Proposing): boolean {
  return finding.proposal !== ''
}

function settle(state: EditorState, problems: ReadonlySet<Proposing>): Transaction | null {
  const { tr, doc } = state
  const records = recordsOf(state)
  const named = new Set<string>()
  for (const { range, finding } of problems)
    for (const id of correctionsMaking(doc, records, range, finding.proposal)) {
      const record = records.corrections[id]
      if (!record || record.check !== undefined || named.has(id)) continue
      named.add(id)
      tr.step(setRecord(records, 'corrections', id, nameCheck(record, finding)))
    }
  return named.size > 0 ? tr : null
}

// What a person has said of a correction stays said: its category and severity.
function nameCheck(record: CorrectionRecord, finding: Finding): CorrectionRecord {
  return record.guessed === true ? settledBy(record, finding) : { ...record, check: finding.check }
}
