import type { Node } from 'prosemirror-model'
import { Step, StepMap, StepResult } from 'prosemirror-transform'
import type { Records, RecordTable } from './records.ts'

/** Any record of any table, or null where there is none. */
export type AnyRecord = Readonly<Record<string, unknown>> | null

/**
 * Sets (or, with `value` null, removes) one record and leaves the document as it is; so one history and one undo cover
 * text, tags, notes and header. The records live in a plugin's state and are folded there by `applyRecordStep`.
 */
export class SetRecordStep extends Step {
  readonly table: RecordTable
  readonly id: string
  readonly value: AnyRecord
  readonly old: AnyRecord

  constructor(table: RecordTable, id: string, value: AnyRecord, old: AnyRecord) {
    super()
    this.table = table
    this.id = id
    this.value = value
    this.old = old
  }

  override apply(doc: Node): StepResult {
    return StepResult.ok(doc)
  }

  override getMap(): StepMap {
    return StepMap.empty
  }

  override invert(): Step {
    return new SetRecordStep(this.table, this.id, this.old, this.value)
  }

  override map(): Step {
    return this
  }

  override toJSON(): Record<string, unknown> {
    return {
      stepType: 'setRecord',
      table: this.table,
      id: this.id,
      value: this.value,
      old: this.old,
    }
  }

  /** Reads a journal row's step; throws a RangeError on anything that is not one. */
  static override fromJSON(_schema: unknown, json: Record<string, unknown>): SetRecordStep {
    const { table, id, value, old } = json
    if (typeof table !== 'string' || typeof id !== 'string')
      throw new RangeError(`Not a setRecord step: ${JSON.stringify(json)}`)
    return new SetRecordStep(
      table as RecordTable,
      id,
      (value ?? null) as AnyRecord,
      (old ?? null) as AnyRecord,
    )
  }
}

Step.jsonID('setRecord', SetRecordStep)

/** The records after a step; the same object where the step is none of ours. Throws a RangeError for a table that does not exist. */
export function applyRecordStep(records: Records, step: Step): Records {
  if (!(step instanceof SetRecordStep)) return records
  const table = records[step.table] as Readonly<Record<string, unknown>> | undefined
  if (!table) throw new RangeError(`No such table of records: ${step.table}`)
  const next = { ...table }
  if (step.value === null) delete next[step.id]
  else next[step.id] = step.value
  return { ...records, [step.table]: next }
}

/** The step that sets a record, with the present one as its past. */
export function setRecord<T extends RecordTable>(
  records: Records,
  table: T,
  id: string,
  value: Records[T][keyof Records[T]] | null,
): SetRecordStep {
  const now = (records[table] as Readonly<Record<string, AnyRecord>>)[id] ?? null
  return new SetRecordStep(table, id, value as AnyRecord, now)
}
