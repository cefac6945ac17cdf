import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { applyJournal } from '../../../shared/collection/apply-journal.ts'
import type {
  CollectionContent,
  LetterFile,
  SourceFile,
} from '../../../shared/collection/collection-content.ts'
import type { JournalRow } from '../../../shared/collection/journal-row.ts'
import { textsOf, workOf } from '../../../shared/collection/letter-work.ts'
import { hashMachineText } from '../../../shared/collection/sha.ts'
import type { Entity } from '../../../shared/entity/entity.ts'
import { SHIPPED_RULES } from '../../../shared/import/rules/shipped-rules.ts'
import type { CanonicalLetter, CanonicalText } from '../../../shared/letter/canonical.ts'
import { LETTER_VERSION } from '../../../shared/letter/migrations.ts'
import { SetRecordStep } from '../../../shared/letter/set-record-step.ts'
import { canonicalTexts } from '../../support/random-letter.ts'

const TIME = '2026-11-21T10:00:00.000Z'

/** SHA-256 by Node, as the surroundings would lend it. */
export async function nodeSha256(bytes: Uint8Array): Promise<string> {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A letter with its history: a random text with work on it, then a few actions on its header. */
const letterFiles = fc
  .record({
    translation: canonicalTexts,
    original: fc.option(canonicalTexts, { nil: null }),
    titles: fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 4 }),
  })
  .map(({ translation, original, titles }) => ({ translation, original, titles }))

const entities: fc.Arbitrary<Entity> = fc.record({
  id: fc.constant(''),
  kind: fc.constantFrom('person', 'place', 'organisation', 'document'),
  name: fc.string({ unit: 'grapheme', maxLength: 20 }),
  variants: fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 3 }),
  authority: fc.constant([{ scheme: 'Wikidata', url: 'https://www.wikidata.org/entity/Q1' }]),
} as const)

const drafts = fc.record({
  letters: fc.array(letterFiles, { maxLength: 3 }),
  entities: fc.array(entities, { maxLength: 3 }),
  sources: fc.array(
    fc.record({
      name: fc.string({ unit: 'grapheme', maxLength: 12 }),
      bytes: fc.uint8Array({ maxLength: 200 }),
    }),
    { maxLength: 2 },
  ),
  hasEdition: fc.boolean(),
})
type Draft = typeof drafts extends fc.Arbitrary<infer T> ? T : never

/** Collections with letters, histories, registers and sources at random, hashed as a store would. */
export const collectionDrafts = drafts

/** The collection of a draft. */
export async function collectionOf(draft: Draft): Promise<CollectionContent> {
  const sources: SourceFile[] = []
  for (const [i, { name, bytes }] of draft.sources.entries())
    sources.push({
      id: `s${i}`,
      importId: 'i1',
      name,
      bytes,
      sha256: await nodeSha256(bytes),
      encoding: 'utf-8',
      notes: [{ code: 'line-ends', message: '3 line ends became line feeds.', count: 3 }],
      outside: [{ line: 1, text: 'Letters of the harbour office', kind: 'page-title' }],
    })
  const letters: LetterFile[] = []
  for (const [i, one] of draft.letters.entries())
    letters.push(await letterFile(`ep-page-${i}`, one.translation, one.original, one.titles))
  return {
    edition: draft.hasEdition
      ? {
          title: 'Letters of the harbour office',
          editor: 'Anna Moser',
          email: 'anna@example.org',
          publisher: 'Harbour Press',
          baseUrl: 'https://example.org/letters',
          licence: 'CC-BY-4.0',
          uuid: '6f2f0f3e-7f43-4d0e-9c55-0f1d2c3b4a59',
        }
      : null,
    editors: [{ id: 'ed-am', name: 'Anna Moser', initials: 'AM' }],
    entities: draft.entities.map((entity, i) => ({ ...entity, id: `p${i}` })),
    imports: [
      {
        id: 'i1',
        time: TIME,
        author: 'ed-am',
        sources: sources.map(({ id }) => id),
        letters: letters.map(({ id }) => id),
        entities: draft.entities.map((_, i) => `p${i}`),
      },
    ],
    sources,
    letters: letters.map((one, i) => (i % 2 ? { ...one, madeFrom: ['ep-page'] } : one)),
    ...(draft.hasEdition && { rules: { rules: SHIPPED_RULES.slice(0, 9) } }),
  }
}

async function letterFile(
  id: string,
  translation: CanonicalText,
  original: CanonicalText | null,
  titles: readonly string[],
): Promise<LetterFile> {
  const letter: CanonicalLetter = { id, translation, original }
  const journal = titles.map((value, i): JournalRow => {
    const title = (text: string) => ({ id: 'title', value: text, confidence: 1 })
    const old = i === 0 ? null : title(titles[i - 1] as string)
    return {
      letter: id,
      seq: i + 1,
      side: 'translation',
      steps: [new SetRecordStep('header', 'title', title(value), old).toJSON()],
      label: 'action.header',
      author: 'ed-am',
      time: TIME,
    }
  })
  return {
    version: LETTER_VERSION,
    id,
    importId: 'i1',
    createdAt: TIME,
    changedAt: TIME,
    texts: textsOf(letter),
    hashes: {
      translation: await hashMachineText(translation.machine, nodeSha256),
      original: original && (await hashMachineText(original.machine, nodeSha256)),
    },
    base: workOf(letter),
    journal,
    seq: journal.length,
    current: workOf(applyJournal(letter, 0, journal)),
  }
}
