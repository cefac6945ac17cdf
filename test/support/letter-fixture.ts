import type { Entity } from '../../shared/entity/entity.ts'
import {
  type Anchors,
  type CanonicalLetter,
  type CanonicalText,
  NO_ANCHORS,
} from '../../shared/letter/canonical.ts'
import type { Block } from '../../shared/letter/machine-text.ts'
import type { MachineRange, Place } from '../../shared/letter/place.ts'
import {
  type CorrectionRecord,
  type HeaderField,
  type HeaderValues,
  type MentionRecord,
  NO_RECORDS,
  type Records,
} from '../../shared/letter/records.ts'
import type { ExportContext } from '../../shared/tei/letter-encoding.ts'

/** Who decides everything in these letters, and when. */
export const EDITOR = { by: 'ed-am', at: '2026-11-20T09:00:00.000Z' }

/** What an export of these letters needs. */
export function exportContext(entities: readonly Entity[] = []): ExportContext {
  return {
    entities,
    editors: [{ id: 'ed-am', name: 'Anna Muster', initials: 'AM' }],
    edition: {
      title: 'Letters of the Inland Water Board',
      editor: 'Anna Muster',
      email: 'muster@example.org',
      publisher: 'Example Letters Edition',
      baseUrl: 'https://letters.example.org',
      licence: 'CC-BY-4.0',
      uuid: 'c3f497f0-488d-4233-9448-130ba8109bd8',
    },
    date: '2026-11-21',
    version: '0.1.0',
  }
}

/** A side under construction: each call gives a new one with one thing more. */
export class TextBuilder {
  readonly text: CanonicalText
  constructor(text: CanonicalText) {
    this.text = text
  }

  /** Strikes out a range and puts text at its end; either may be empty. */
  correct(
    id: string,
    range: MachineRange,
    put: string,
    more: Partial<CorrectionRecord> = {},
  ): TextBuilder {
    const deleted = range.from < range.to ? [range] : []
    const inserted =
      put === '' ? [] : [{ block: range.block, offset: range.to, order: 0, text: put }]
    const record: CorrectionRecord = {
      id,
      category: 'mistranslation',
      severity: 'major',
      cert: 'high',
      ...EDITOR,
      ...more,
    }
    return this.with('corrections', id, { deleted, inserted }, 'corrections', record)
  }

  /** Tags what lies between two places. */
  mention(id: string, from: Place, to: Place, more: Partial<MentionRecord> = {}): TextBuilder {
    const record: MentionRecord = { id, kind: 'person', cert: 'high', ...EDITOR, ...more }
    return this.with('mentions', id, { from, to }, 'mentions', record)
  }

  /** Adds a record and, where it stands in the text, its anchor. */
  with<A extends keyof Anchors, T extends keyof Records>(
    anchors: A | null,
    id: string,
    anchor: Anchors[A][string] | null,
    table: T,
    record: Records[T][keyof Records[T]],
  ): TextBuilder {
    const { text } = this
    const placed = anchors
      ? { ...text.anchors, [anchors]: { ...text.anchors[anchors], [id]: anchor } }
      : text.anchors
    const records = { ...text.records, [table]: { ...text.records[table], [id]: record } }
    return new TextBuilder({ ...text, anchors: placed, records })
  }

  /** Sets fields of the header as a person would. */
  header(values: Partial<HeaderValues>): TextBuilder {
    const fields = Object.entries(values).map(([id, value]) => [id, { id, value, confidence: 0.8 }])
    const header = {
      ...this.text.records.header,
      ...Object.fromEntries(fields),
    } as Records['header']
    return new TextBuilder({ ...this.text, records: { ...this.text.records, header } })
  }

  /** Confirms a header field. */
  confirm(field: HeaderField): TextBuilder {
    const known = this.text.records.header[field]
    const header = {
      ...this.text.records.header,
      [field]: { ...known, ...EDITOR },
    } as Records['header']
    return new TextBuilder({ ...this.text, records: { ...this.text.records, header } })
  }
}

/** Blocks from lines `kind: text`; a note's kind is `note(n1)`. Ids are b1, b2 … */
export function blocks(...lines: readonly string[]): Block[] {
  return lines.map((line, index) => {
    const [, kind, note, text] = /^([a-z]+)(?:\((\w+)\))?: ?([\s\S]*)$/.exec(line)!
    const block = { id: `b${index + 1}`, kind: kind as Block['kind'], text: text! }
    return note ? { ...block, note } : block
  })
}

/** A translation of these lines. */
export function translation(...lines: readonly string[]): TextBuilder {
  const machine = { lang: 'en-t-ru-t0-und', blocks: blocks(...lines) }
  return new TextBuilder({ machine, anchors: NO_ANCHORS, records: NO_RECORDS })
}

/** A letter of a translation and perhaps an original. */
export function letter(
  text: TextBuilder,
  original?: readonly string[],
  id = 'ep-1',
): CanonicalLetter {
  const source = original && {
    machine: { lang: 'ru', blocks: blocks(...original) },
    anchors: NO_ANCHORS,
    records: NO_RECORDS,
  }
  return { id, translation: text.text, original: source ?? null }
}
