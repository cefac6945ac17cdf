import { TYPE } from './log-format.ts'

/** A record as it was given to the log: its data, in the parts in which it lies in the file. */
export type LogRecord = readonly Uint8Array[]

/** Puts the parts of records together, and counts the places at which some are missing. */
export function gatherRecords() {
  const records: LogRecord[] = []
  let parts: Uint8Array[] | null = null
  let isInGap = false
  let isInterrupted = false
  const state = { records, end: 0, gaps: 0, isForeign: false }
  const addGap = () => {
    if (!isInGap) state.gaps++
    isInGap = true
    parts = null
  }
  const keep = (record: LogRecord, next: number) => {
    records.push(record)
    state.end = next
    parts = null
    isInGap = false
  }
  const begin = () => {
    // Old writers began a record with nothing at the end of a block and then began it again: no damage.
    if (parts?.some((part) => part.length > 0)) addGap()
    isInGap = false
  }
  return Object.assign(state, {
    addGap,
    /** Zeros stand here: a record that was begun is damaged, unless the file ends with them. */
    interrupt() {
      if (parts) isInterrupted = true
      parts = null
    },
    add(type: number, data: Uint8Array, next: number) {
      if (isInterrupted) addGap()
      isInterrupted = false
      if (type === TYPE.full) {
        begin()
        keep([data], next)
      } else if (type === TYPE.first) {
        begin()
        parts = [data]
      } else if (type !== TYPE.middle && type !== TYPE.last) {
        state.isForeign = true
      } else if (!parts) {
        addGap()
      } else {
        parts.push(data)
        if (type === TYPE.last) keep(parts, next)
      }
    },
  })
}
