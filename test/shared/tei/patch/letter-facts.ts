import type { CanonicalLetter, CanonicalText } from '../../../../shared/letter/canonical.ts'
import type { Place, Span } from '../../../../shared/letter/place.ts'

/**
 * What TEI carries of a letter, without the ids of records and in an order of its own: two letters that say the same give the
 * same. Left out are who and when (TEI has the day at most), and how sure an inferred link is beyond high, medium, low.
 */
export function letterFacts(letter: CanonicalLetter): unknown {
  return {
    id: letter.id,
    translation: textFacts(letter.translation),
    original: letter.original && textFacts(letter.original),
    pairs: sorted(
      Object.values(letter.translation.records.pairs).map(
        ({ original, translation, confirmed }) => ({
          original,
          translation,
          confirmed,
        }),
      ),
    ),
  }
}

function textFacts({ machine, anchors, records }: CanonicalText): unknown {
  const of = <R, F>(table: Readonly<Record<string, R>>, facts: (record: R, id: string) => F) =>
    sorted(Object.entries(table).map(([id, record]) => facts(record, id)))
  return {
    lang: machine.lang,
    blocks: machine.blocks,
    corrections: of(records.corrections, ({ category, severity, cert, reason, choice }, id) => {
      const { deleted, inserted } = anchors.corrections[id]!
      return {
        deleted,
        inserted,
        category,
        severity,
        cert,
        reason: reason ?? null,
        choice: choice ?? null,
      }
    }),
    mentions: of(records.mentions, ({ kind, cert, entity, when }, id) => ({
      ...spanFacts(anchors.mentions[id]),
      kind,
      cert,
      entity: entity ?? null,
      when: when ?? null,
    })),
    // A segment stands where something points to it, whether it is wanted as markup or not.
    verbatim: of(records.verbatim, ({ name }, id) => ({
      ...spanFacts(anchors.verbatim[id]),
      name,
    })).filter(({ name }) => !/(^|:)seg$/.test(name)),
    notes: of(records.notes, ({ id, n }) => ({ id, n })),
    callouts: of(records.callouts, ({ role, note }, id) => {
      const anchor = anchors.callouts[id]!
      const at = 'printed' in anchor ? anchor : placeFacts(anchor.point.at)
      return { role, note, at }
    }),
    passages: of(records.passages, ({ note }, id) => ({
      ...spanFacts(anchors.passages[id]),
      note,
    })),
    breaks: of(anchors.breaks, ({ at }) => placeFacts(at)),
    joins: of(records.structure, (record) => (record.kind === 'join' ? record.block : '')),
    kinds: of(records.kinds, ({ id, kind }) => ({ id, kind })),
  }
}

function spanFacts(span: Span | undefined) {
  return span ? { from: placeFacts(span.from), to: placeFacts(span.to) } : {}
}

function placeFacts({ block, offset, into }: Place): string {
  return `${block}:${offset}${into ? `+${into.order}.${into.inner}` : ''}`
}

function sorted<T>(list: readonly T[]): T[] {
  const plain = list.map((one) => ({ one, key: JSON.stringify(one) }))
  return plain.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one)
}
