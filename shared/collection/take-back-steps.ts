import { Mapping, Step } from 'prosemirror-transform'
import type { CanonicalText } from '../letter/canonical.ts'
import type { StepJson } from '../letter/journal.ts'
import { project } from '../letter/project.ts'
import { read } from '../letter/read.ts'
import type { Records } from '../letter/records.ts'
import { letterSchema } from '../letter/schema.ts'
import { applyRecordStep } from '../letter/set-record-step.ts'
import { stableJson } from './stable-json.ts'

/** A side as it is now and after an action of it was taken back, with the steps that do it. */
export interface TakenBack {
  readonly now: CanonicalText
  readonly text: CanonicalText
  readonly steps: readonly StepJson[]
}

/**
 * Takes an action back that others followed: its steps inverted and carried over the later ones (as prosemirror-collab
 * rebases). Null where a record or a place that the action changed was changed since, or would not be again as it was;
 * everything else stays as it is now.
 */
export function takeBackSteps(
  before: CanonicalText,
  action: readonly StepJson[],
  later: readonly StepJson[],
): TakenBack | null {
  const start = { doc: project(before), records: before.records }
  const done = run(start, action)
  const straight = later.length === 0 ? straightBack(before, start.doc, done) : null
  if (straight) return straight
  const now = run(done, later)
  const after = read(done.doc, before.machine, done.records)
  const touched = changedKeys(before, after)
  const present = read(now.doc, before.machine, now.records)
  if (!areSame(touched, after, present)) return null
  const steps = carriedBack(done.steps, now)
  if (!steps) return null
  try {
    const end = run(now, steps)
    const text = read(end.doc, before.machine, end.records)
    const isRestored = areSame(touched, before, text)
    const names = new Set(touched.map(String))
    const isElseAsItWas = changedKeys(present, text).every((key) => names.has(String(key)))
    return isRestored && isElseAsItWas ? { now: present, text, steps } : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

// Where nothing followed, the inverses lead back to the very document, as a rule: marks of one kind may stand in another order.
function straightBack(before: CanonicalText, doc: Ran['doc'], done: Ran): TakenBack | null {
  const steps = done.steps.toReversed().map(({ inverse }) => inverse.toJSON() as StepJson)
  const end = run(done, steps)
  if (!end.doc.eq(doc)) return null
  return { now: read(done.doc, before.machine, done.records), text: before, steps }
}

interface Ran {
  readonly doc: ReturnType<typeof project>
  readonly records: Records
  readonly steps: readonly { readonly step: Step; readonly inverse: Step }[]
}

function run(start: Pick<Ran, 'doc' | 'records'>, steps: readonly StepJson[]): Ran {
  let { doc, records } = start
  const done = steps.map((json) => {
    const step = Step.fromJSON(letterSchema, json)
    const result = step.apply(doc)
    if (!result.doc) throw new RangeError(`A step does not apply: ${result.failed}`)
    const inverse = step.invert(doc)
    doc = result.doc
    records = applyRecordStep(records, step)
    return { step, inverse }
  })
  return { doc, records, steps: done }
}

function carriedBack(action: Ran['steps'], now: Ran): readonly StepJson[] | null {
  const mapping = new Mapping([...action, ...now.steps].map(({ step }) => step.getMap()))
  const steps: StepJson[] = []
  let { doc } = now
  for (let i = action.length - 1; i >= 0; i--) {
    const step = action[i]?.inverse.map(mapping.slice(i + 1))
    const result = step?.apply(doc)
    if (!step || !result?.doc) return null
    doc = result.doc
    mapping.appendMap(step.getMap(), i)
    steps.push(step.toJSON() as StepJson)
  }
  return steps
}

type Key = readonly ['records' | 'anchors', string, string]

function changedKeys(a: CanonicalText, b: CanonicalText): readonly Key[] {
  const keys: Key[] = []
  for (const part of ['records', 'anchors'] as const) {
    const [from, to] = [tablesOf(a[part]), tablesOf(b[part])]
    for (const table of Object.keys({ ...from, ...to })) {
      const [one, other] = [from[table] ?? {}, to[table] ?? {}]
      for (const id of Object.keys({ ...one, ...other }))
        if (one[id] !== other[id] && stableJson(one[id] ?? null) !== stableJson(other[id] ?? null))
          keys.push([part, table, id])
    }
  }
  return keys
}

type Tables = Readonly<Record<string, Readonly<Record<string, unknown>>>>

function tablesOf(part: CanonicalText['records'] | CanonicalText['anchors']): Tables {
  return part as unknown as Tables
}

function areSame(keys: readonly Key[], a: CanonicalText, b: CanonicalText): boolean {
  return keys.every(([part, table, id]) => {
    const [one, other] = [tablesOf(a[part])[table]?.[id], tablesOf(b[part])[table]?.[id]]
    return stableJson(one ?? null) === stableJson(other ?? null)
  })
}
