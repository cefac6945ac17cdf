import { createHash } from 'node:crypto'
import { SaxesParser } from 'saxes'
import { sampleEdit } from '../../app/cli/sample-edit.ts'
import { letterDigest } from '../../shared/collection/letter-digest.ts'
import {
  joinLetter,
  type LetterWork,
  textsOf,
  workOf,
} from '../../shared/collection/letter-work.ts'
import { hashText } from '../../shared/collection/sha.ts'
import { stableJson } from '../../shared/collection/stable-json.ts'
import type { Entity } from '../../shared/entity/entity.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { type AsReadNote, asReadNote } from '../../shared/tei/as-read.ts'
import { decodeTei } from '../../shared/tei/decode/decode-tei.ts'
import { exportSource, type SourceFileState } from '../../shared/tei/export-source.ts'
import type { SourceLetter } from '../../shared/tei/match-letters.ts'
import { patchTei } from '../../shared/tei/patch/patch-tei.ts'
import {
  type FileStretches,
  type StretchNote,
  stretchNotes,
} from '../../shared/tei/stretch/stretch.ts'
import { type Figure, medianTime } from './measure.ts'

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="bench">\n<teiHeader><fileDesc><titleStmt><title>Bench</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>\n<standOff><listPerson><person xml:id="ann"><persName>Ann</persName></person></listPerson></standOff>\n<text><body>\n'
const PARAGRAPH =
  '  <p>The board asks to approve the plan for the <choice><sic>alloy</sic><corr>rafting</corr></choice> of timber on the\n    river <placeName ref="#belaya">Belaya</placeName><note>Named in the <hi rend="i">report</hi> of May.</note>; <persName ref="#ann">Ann</persName> wrote of it on <date when="1934-09-14">the 14th</date>.</p>\n'

/** A letter of about this many bytes: text, tags, corrections and notes as in an edition. */
function letterOf(bytes: number): string {
  const paragraphs = Math.max(1, Math.round((bytes - HEAD.length) / PARAGRAPH.length))
  return `${HEAD}${PARAGRAPH.repeat(paragraphs)}</body></text>\n</TEI>\n`
}

/** A corpus of letters of together about this many bytes; the first brings the register. */
function corpusOf(letters: number, bytes: number): string {
  const one = letterOf(bytes / letters).replace(/^<\?xml.*\n/, '')
  const register = /<standOff>.*<\/standOff>\n/
  const all = Array.from({ length: letters }, (_, index) =>
    (index === 0 ? one : one.replace(register, '')).replace('"bench"', `"bench-${index + 1}"`),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader/>\n${all.join('')}</teiCorpus>\n`
}

function parse(xml: string): void {
  new SaxesParser({ xmlns: true, position: true }).write(xml).close()
}

function decoded(xml: string) {
  const result = decodeTei(xml, NAME)
  if (!result.ok) throw new Error(result.message)
  return result
}

const NAME = 'bench.xml'

/**
 * A letter as the store gives it for an export: with its work of then, and the hashes of its work now, as verified when it was read, and
 * then.
 */
interface StoredLetter {
  readonly letter: CanonicalLetter
  readonly work: LetterWork
  readonly workHash: string
  readonly importedHash: string
}

const hashOf = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Letters as the store gives them, each a copy of its own. */
async function stored(
  letters: readonly CanonicalLetter[],
  now: readonly CanonicalLetter[],
): Promise<StoredLetter[]> {
  const found: StoredLetter[] = []
  for (const [index, letter] of now.map(withOrigin).entries()) {
    const work = workOf(withOrigin(letters[index] as CanonicalLetter, index))
    const importedHash = await hashText(stableJson(work), hashOf)
    const workHash = await hashText(stableJson(workOf(letter)), hashOf)
    found.push({
      ...structuredClone({ letter, workHash }),
      ...structuredClone({ work, importedHash }),
    })
  }
  return found
}

function withOrigin(letter: CanonicalLetter, index: number): CanonicalLetter {
  const from = index + 1
  const value = { name: NAME, format: 'tei', sha256: '', from, to: from } as const
  const { translation } = letter
  const origin = { id: 'origin', value, confidence: 1 } as const
  const records = { ...translation.records, header: { ...translation.records.header, origin } }
  return { ...letter, translation: { ...translation, records } }
}

/** What is kept with the file when letters come in as they were read. */
async function notesOf(letters: readonly StoredLetter[], stretches: FileStretches) {
  const notes: (AsReadNote | StretchNote)[] = stretchNotes(stretches)
  for (const { letter, importedHash } of letters)
    notes.push(asReadNote(letter.id, await letterDigest(textsOf(letter), importedHash, hashOf)))
  return notes
}

// What the app does with letters that were read from the store.
async function exported(
  file: SourceFileState,
  letters: readonly StoredLetter[],
  entities: readonly Entity[],
  changes: number,
): Promise<void> {
  const found: SourceLetter[] = []
  for (const { letter, work, workHash, importedHash } of letters) {
    const texts = textsOf(letter)
    const digest = await letterDigest(texts, importedHash, hashOf)
    const { translation, original } = work
    found.push({
      letter,
      digest: workHash === importedHash ? digest : null,
      imported: { translation: translation.records, original: original?.records ?? null },
      came: { letter: joinLetter(letter.id, texts, work), digest },
    })
  }
  const result = exportSource(file, found, entities)
  if (!result.ok) throw new Error(result.message)
  if (result.strangers.length > 0 || result.changes.length !== changes)
    throw new Error(`${result.strangers.length} strangers, ${result.changes.length} changes`)
}

function patched(...asked: Parameters<typeof patchTei>): void {
  const result = patchTei(...asked)
  if (!result.ok) throw new Error(result.message)
}

// Bars for 1 MB in Node 24 on one idle core: 400 ms in, 150 ms out.
const BARS: Readonly<Record<string, { readonly in: number; readonly out: number }>> = {
  '1 MB': { in: 400, out: 150 },
}

const LETTERS = 50
const CORPUS = 1_000_000

/** A corpus with one letter changed, the last but one. */
async function corpusFigure(): Promise<Figure> {
  const xml = corpusOf(LETTERS, CORPUS)
  const { letters, entities, stretches } = decoded(xml)
  const then = letters.map(({ letter }) => letter)
  const edited = then.map((letter, index) =>
    index === LETTERS - 2 ? (sampleEdit(letter, 40) ?? letter) : letter,
  )
  const found = await stored(then, edited)
  const file = {
    name: NAME,
    bytes: new TextEncoder().encode(xml),
    notes: await notesOf(found, stretches),
  }
  const baseline = { name: 'saxes', value: await medianTime(11, () => parse(xml)) }
  const value = await medianTime(11, () => exported(file, found, entities, 1))
  const name = `TEI export of the app of ${LETTERS} letters with one changed, 1 MB`
  return { name, value, unit: 'ms', baseline, bar: 150, details: { bytes: xml.length } }
}

/**
 * TEI read into letters and written back, untouched and with one tag and one correction, beside the XML parser alone. The letters are
 * copies, as they come out of a store: nothing is the same object as what is decoded.
 */
export async function teiFigures(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [size, bytes] of [
    ['10 KB', 10_000],
    ['100 KB', 100_000],
    ['1 MB', 1_000_000],
  ] as const) {
    const xml = letterOf(bytes)
    const { letters, entities, stretches } = decoded(xml)
    const then = letters.map(({ letter }) => letter)
    const now = structuredClone(then)
    const edited = structuredClone(then.map((letter) => sampleEdit(letter, 0) ?? letter))
    const [sameLetters, editedLetters] = [await stored(then, now), await stored(then, edited)]
    const notes = await notesOf(sameLetters, stretches)
    const file = { name: NAME, bytes: new TextEncoder().encode(xml), notes }
    const runs = bytes > 500_000 ? 11 : 15
    const baseline = { name: 'saxes', value: await medianTime(runs, () => parse(xml)) }
    const bar = BARS[size]
    const of = async (what: string, work: () => unknown, most: number | undefined) => ({
      name: `TEI ${what}, ${size}`,
      value: await medianTime(runs, work),
      unit: 'ms',
      baseline,
      ...(most === undefined ? {} : { bar: most }),
      details: { bytes: xml.length },
    })
    figures.push(
      await of('import', () => decoded(xml), bar?.in),
      // Where nothing is kept of the import: the bar is for what a person waits for in the app.
      await of('export as a whole, untouched', () => patched(xml, now, entities), undefined),
      await of(
        'export as a whole, with one tag and one correction',
        () => patched(xml, edited, entities),
        undefined,
      ),
      await of(
        'export of the app untouched',
        () => exported(file, sameLetters, entities, 0),
        bar?.out,
      ),
      await of(
        'export of the app with one tag and one correction',
        () => exported(file, editedLetters, entities, 1),
        bar?.out,
      ),
    )
  }
  return [...figures, await corpusFigure()]
}
