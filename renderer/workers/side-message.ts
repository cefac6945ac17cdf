import type { CanonicalText } from '../../shared/letter/canonical.ts'
import type { MachineText } from '../../shared/letter/machine-text.ts'
import { NO_RECORDS, type Records, type RecordTable } from '../../shared/letter/records.ts'
import type { SideMessage } from './check-messages.ts'

/** Makes the messages of one side: what was sent before is not sent again. A new text begins anew. */
export function createSideSender(): (text: CanonicalText) => SideMessage {
  let machine: MachineText | null = null
  let sent: Partial<Records> = {}
  return (text) => {
    const isNew = text.machine !== machine
    if (isNew) sent = {}
    machine = text.machine
    const tables = Object.keys(NO_RECORDS) as RecordTable[]
    const changed = tables.filter((table) => sent[table] !== text.records[table])
    const records = Object.fromEntries(changed.map((table) => [table, text.records[table]]))
    sent = text.records
    return { ...(isNew && { machine: text.machine }), anchors: text.anchors, records }
  }
}

/** Puts a side together from its messages, each over the one before it; throws a RangeError where the first one brings no text. */
export function createSideReceiver(): (message: SideMessage) => CanonicalText {
  let machine: MachineText | undefined
  let records: Records = NO_RECORDS
  return (message) => {
    if (message.machine) records = NO_RECORDS
    machine = message.machine ?? machine
    if (!machine) throw new RangeError('The first message of a side brings no machine text')
    records = { ...records, ...message.records }
    return { machine, anchors: message.anchors, records }
  }
}
