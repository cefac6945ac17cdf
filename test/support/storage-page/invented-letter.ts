import { Fragment, type Node, Slice } from 'prosemirror-model'
import { ReplaceStep } from 'prosemirror-transform'
import type { NewAction } from '../../../renderer/storage/append-actions.ts'
import type { CanonicalLetter } from '../../../shared/letter/canonical.ts'
import { NO_ANCHORS } from '../../../shared/letter/canonical.ts'
import { applySteps, type TextState } from '../../../shared/letter/journal.ts'
import type { Block } from '../../../shared/letter/machine-text.ts'
import type { Span } from '../../../shared/letter/place.ts'
import { project } from '../../../shared/letter/project.ts'
import { type MentionRecord, NO_RECORDS } from '../../../shared/letter/records.ts'
import { letterSchema } from '../../../shared/letter/schema.ts'
import { setRecord } from '../../../shared/letter/set-record-step.ts'

const WORDS =
  'the harbour office asks when the second ship with timber will leave and who signs for it'
const by = { by: 'ed-am', at: '2026-11-21T10:00:00.000Z' }

/** How large an invented letter is; `characters` is about the length of its machine text. */
export interface LetterSize {
  readonly characters: number
  readonly mentions: number
  readonly original?: boolean
}

/** An invented letter in paragraphs of about 600 characters, with mentions spread over them. */
export function inventedLetter(id: string, size: LetterSize): CanonicalLetter {
  const count = Math.max(1, Math.round(size.characters / 600))
  const blocks: Block[] = [{ id: 'b0', kind: 'heading', text: `Lind to Moser, ${id}` }]
  for (let i = 1; i <= count; i++)
    blocks.push({ id: `b${i}`, kind: 'paragraph', text: `${i} ${WORDS} `.repeat(7).trim() })
  const spans: Record<string, Span> = {}
  const mentions: Record<string, MentionRecord> = {}
  for (let i = 0; i < size.mentions; i++) {
    const block = `b${1 + (i % count)}`
    const from = 10 + 12 * (Math.floor(i / count) % 40)
    spans[`m${i}`] = { from: { block, offset: from }, to: { block, offset: from + 7 } }
    mentions[`m${i}`] = { id: `m${i}`, kind: 'person', cert: 'high', entity: `p${i % 9}`, ...by }
  }
  const year = 1920 + (blocks.length % 15)
  return {
    id,
    translation: {
      machine: { lang: 'en-t-ru-t0-und', blocks },
      anchors: { ...NO_ANCHORS, mentions: spans },
      records: {
        ...NO_RECORDS,
        mentions,
        header: {
          senders: { id: 'senders', value: [{ text: 'Lind' }], confidence: 1 },
          recipients: { id: 'recipients', value: [{ text: 'Moser' }], confidence: 1 },
          date: {
            id: 'date',
            value: { when: `${year}-05-01`, text: `May 1, ${year}`, supplied: false },
            confidence: 1,
          },
        },
      },
    },
    original: size.original
      ? {
          machine: { lang: 'ru', blocks: [{ id: 'o1', kind: 'paragraph', text: 'Порт молчит.' }] },
          anchors: NO_ANCHORS,
          records: NO_RECORDS,
        }
      : null,
  }
}

/** Actions of somebody who types a character into the translation, as tracked corrections, one after the other. */
export function inventedActions(letter: CanonicalLetter, count: number, first = 0): NewAction[] {
  const { records } = letter.translation
  let state: TextState = { doc: project(letter.translation), records }
  return Array.from({ length: count }, (_, i) => {
    const id = `k${first + i}`
    const at = plainPlace(state.doc, first + i)
    const text = letterSchema.text('x', [letterSchema.marks.insertion.create({ id })])
    const steps = [
      new ReplaceStep(at, at, new Slice(Fragment.from(text), 0, 0)).toJSON(),
      setRecord(state.records, 'corrections', id, {
        id,
        category: 'style',
        severity: 'minor',
        cert: 'high',
        ...by,
      }).toJSON(),
    ]
    state = applySteps(state, steps)
    return { side: 'translation', steps, label: `typed ${first + i}`, author: 'ed-am', time: by.at }
  })
}

// A place inside a run of bare machine text, another one for each turn.
function plainPlace(doc: Node, turn: number): number {
  const places: number[] = []
  doc.descendants((node, pos) => {
    if (node.isText && node.marks.length === 0 && node.nodeSize > 2)
      places.push(pos + 1 + (turn % (node.nodeSize - 1)))
  })
  const place = places[(turn * 7919) % places.length]
  if (place === undefined) throw new RangeError('No bare text is left')
  return place
}
