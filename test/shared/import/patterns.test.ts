import { describe, expect, it } from 'vitest'
import {
  ARCHIVE_EXAMPLES,
  ARCHIVE_LABELS,
  LEAF_PATTERN,
  MISREAD_VALUES,
  REPOSITORY_PATTERN,
} from '../../../shared/import/archive-patterns.ts'
import {
  CALLOUT_BLOCKERS,
  CALLOUT_SHAPES,
  type ContextPattern,
  SIGN_SHAPES,
} from '../../../shared/import/callout-patterns.ts'
import { findShortLine } from '../../../shared/import/classify-line.ts'
import { CERTAINTY_PATTERNS } from '../../../shared/import/date-patterns.ts'
import { findCallouts, matchesContext } from '../../../shared/import/find-callouts.ts'
import {
  DOCUMENT_KINDS,
  HEADING_EXAMPLES,
  PARTY_CONNECTORS,
} from '../../../shared/import/heading-patterns.ts'
import {
  NAVIGATION,
  POSTSCRIPT,
  SEPARATORS,
  SHORT_LINES,
  SOURCE_LINE,
  TITLES,
} from '../../../shared/import/line-patterns.ts'
import {
  DISPLACED_NUMBERS,
  NOTE_HEADING,
  NOTE_PLACES,
  NOTE_SIGNS,
  NOTE_STARTS,
} from '../../../shared/import/note-patterns.ts'
import type { Pattern } from '../../../shared/import/pattern.ts'
import { readArchive } from '../../../shared/import/read-archive.ts'
import { readHeading } from '../../../shared/import/read-heading.ts'

const tables: Readonly<Record<string, readonly Pattern[]>> = {
  ARCHIVE_LABELS,
  LEAF: [LEAF_PATTERN],
  MISREAD_VALUES,
  REPOSITORY: [REPOSITORY_PATTERN],
  CERTAINTY_PATTERNS,
  DOCUMENT_KINDS,
  PARTY_CONNECTORS,
  NAVIGATION,
  POSTSCRIPT: [POSTSCRIPT],
  SOURCE_LINE: [SOURCE_LINE],
  SEPARATORS,
  SHORT_LINES,
  TITLES,
  DISPLACED_NUMBERS,
  NOTE_HEADING: [NOTE_HEADING],
  NOTE_PLACES,
  NOTE_SIGNS,
  NOTE_STARTS,
}

function matches({ pattern }: Pattern, text: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(text)
}

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it.each(rows)('$name', (row) => {
    for (const example of row.examples) expect(matches(row, example), example).toBe(true)
    for (const example of row.counterexamples ?? [])
      expect(matches(row, example), `not ${example}`).toBe(false)
  })
})

/** An example "text «1» text" as text and the place of the number. */
function unwrap(example: string): { text: string; from: number; to: number } {
  const from = example.indexOf('«')
  const to = example.indexOf('»') - 1
  return { text: example.replace('«', '').replace('»', ''), from, to }
}

function matchesExample(row: ContextPattern, example: string): boolean {
  const { text, from, to } = unwrap(example)
  return matchesContext(row, text, from, to)
}

describe('callout contexts', () => {
  it.each([...CALLOUT_BLOCKERS, ...CALLOUT_SHAPES, ...SIGN_SHAPES])('$name', (row) => {
    for (const example of row.examples) expect(matchesExample(row, example), example).toBe(true)
    for (const example of row.counterexamples ?? [])
      expect(matchesExample(row, example), `not ${example}`).toBe(false)
  })

  it('blocked numbers never become candidates', () => {
    for (const example of CALLOUT_BLOCKERS.flatMap(({ examples }) => examples)) {
      const { text, from } = unwrap(example)
      expect(
        findCallouts(text).filter((found) => found.from === from),
        example,
      ).toEqual([])
    }
  })

  it('each shape is the one its examples get', () => {
    for (const { name, examples, style } of CALLOUT_SHAPES)
      for (const example of examples) {
        const { text, from } = unwrap(example)
        const found = findCallouts(text, new Set([style ?? 'plain'])).find(
          (candidate) => candidate.from === from,
        )
        expect(found?.shape.name, example).toBe(name)
      }
  })
})

describe('headings', () => {
  it.each(HEADING_EXAMPLES.examples)('reads %s', (line) => {
    expect(readHeading(line)?.strength).toBe('full')
  })

  it.each(HEADING_EXAMPLES.counterexamples ?? [])('does not take %s', (line) => {
    expect(readHeading(line)?.strength ?? 'none').not.toBe('full')
  })
})

describe('archive lines', () => {
  it.each(ARCHIVE_EXAMPLES.examples)('reads %s', (line) => {
    expect(readArchive(line, 1)?.references).toHaveLength(1)
  })

  it.each(ARCHIVE_EXAMPLES.counterexamples ?? [])('does not take %s', (line) => {
    expect(readArchive(line, 1)).toBeNull()
  })
})

it('short lines are told from text', () => {
  expect(findShortLine('Torpov 1 .')?.name).toBe('names')
  expect(findShortLine('10/IX-34 2')?.name).toBe('date line')
  expect(findShortLine('The dam holds and the barges pass it every day.')).toBeNull()
})
