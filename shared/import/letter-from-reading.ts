import type { Anchors, CalloutAnchor, CanonicalLetter } from '../letter/canonical.ts'
import { NO_ANCHORS } from '../letter/canonical.ts'
import type { Block } from '../letter/machine-text.ts'
import type { CalloutRecord, HeaderValues, NoteRecord, Records } from '../letter/records.ts'
import { NO_RECORDS } from '../letter/records.ts'
import { headerFromFinds } from './header-from-finds.ts'
import type { DateReading, LetterReading } from './reading.ts'

// English by machine from Russian: BCP 47 with extension T (RFC 6497).
const MACHINE_ENGLISH = 'en-t-ru-t0-und'

/** The letter in canonical form: every printed line a block, everything read from it an inferred record with its confidence. Pure: the same reading gives the same letter. */
export function letterFromReading(reading: LetterReading): CanonicalLetter {
  const blocks = reading.content.map((line, i): Block => {
    const base = { id: blockId(i), kind: line.kind, text: line.text }
    return line.note === undefined ? base : { ...base, note: noteId(line.note) }
  })
  const marks = calloutsOf(reading)
  return {
    id: reading.id,
    translation: {
      machine: { lang: languageOf(reading), blocks },
      anchors: { ...NO_ANCHORS, callouts: marks.anchors },
      records: {
        ...NO_RECORDS,
        header: headerOf(reading),
        notes: notesOf(reading),
        callouts: marks.records,
      },
    },
    original: null,
  }
}

// English is a translation by machine; what is printed in another language is no translation into it.
function languageOf({ language }: LetterReading): string {
  return language === 'en' ? MACHINE_ENGLISH : language
}

function blockId(index: number): string {
  return `b${index + 1}`
}

function noteId(index: number): string {
  return `n${index + 1}`
}

function notesOf(reading: LetterReading): Records['notes'] {
  return Object.fromEntries(
    reading.notes.map(({ n }, i): [string, NoteRecord] => [
      noteId(i),
      { id: noteId(i), n, resp: 'source' },
    ]),
  )
}

function calloutsOf(reading: LetterReading): {
  records: Records['callouts']
  anchors: Anchors['callouts']
} {
  const blockOfLine = new Map(reading.content.map(({ line }, i) => [line, blockId(i)]))
  const records: Record<string, CalloutRecord> = {}
  const anchors: Record<string, CalloutAnchor> = {}
  reading.callouts.forEach(({ line, from, to, note, confidence, why }, i) => {
    const block = blockOfLine.get(line)
    if (!block) throw new RangeError(`A callout in line ${line}, which is not in the letter`)
    const id = `c${i + 1}`
    records[id] = {
      id,
      role: 'callout',
      note: note === null ? null : noteId(note),
      confidence,
      why,
    }
    anchors[id] = { printed: [{ block, from, to }] }
  })
  reading.content.forEach(({ number, note }, i) => {
    if (!number || note === undefined) return
    const id = `h${i + 1}`
    records[id] = { id, role: 'number', note: noteId(note), confidence: 1 }
    anchors[id] = { printed: [{ block: blockId(i), from: number.from, to: number.to }] }
  })
  return { records, anchors }
}

function headerOf(reading: LetterReading): Records['header'] {
  const { senders, recipients, date, archive } = reading
  const parties = (names: readonly string[]) => names.map((text) => ({ text }))
  const sureArchive = archive.every(({ inferred }) => !inferred || inferred.length === 0)
  return {
    title: { id: 'title', value: reading.heading.trim(), confidence: 1 },
    senders: { id: 'senders', value: parties(senders), confidence: 0.95 },
    recipients: { id: 'recipients', value: parties(recipients), confidence: 0.95 },
    ...(date && { date: { id: 'date', value: dateOf(date), confidence: date.confidence } }),
    archive: {
      id: 'archive',
      value: archive.map(({ line: _line, ...reference }) => reference),
      confidence: sureArchive ? 0.95 : 0.7,
    },
    docType: { id: 'docType', value: docTypeOf(reading), confidence: 0.6 },
    state: { id: 'state', value: 'machine', confidence: 1 },
    ...headerFromFinds(reading),
  }
}

function dateOf({ confidence: _confidence, ...date }: DateReading): HeaderValues['date'] {
  return date
}

// The secrecy and transmission marks of cipher telegrams, as the machine writes them and in Russian.
const CIPHER = /\b(cipher|encryption|encrypted|ciphergram)\b|шифр/i

function docTypeOf({ content, finds }: LetterReading): HeaderValues['docType'] {
  if (finds.some(({ kind, value }) => kind === 'secrecy' && value === 'cipher')) return 'cipher'
  const printed = content.filter(({ kind }) => kind === 'opener' || kind === 'archive')
  return printed.some(({ text }) => CIPHER.test(text)) ? 'cipher' : 'letter'
}
