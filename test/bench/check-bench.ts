import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckContext } from '../../shared/check/check-context.ts'
import { CHECK_IDS } from '../../shared/check/check-id.ts'
import { type CheckedLetter, checkLetter, recheckLetter } from '../../shared/check/check-letter.ts'
import { addFacts, letterFactsForChecks, NO_FACTS } from '../../shared/check/collection-facts.ts'
import { letterFromReading } from '../../shared/import/letter-from-reading.ts'
import { readPage } from '../../shared/import/read-page.ts'
import type { CanonicalLetter } from '../../shared/letter/canonical.ts'
import { splitSegments } from '../../shared/translate/split-segments.ts'
import { NO_TRANSLATION_SET } from '../../shared/translate/translation-set.ts'
import { corrected, pairedLetter } from '../support/paired-letter.ts'
import {
  machineSample,
  SAMPLE_TERMS,
  sampleContext,
  scoreSample,
} from '../support/sample-faults.ts'
import type { Figure } from './measure.ts'

/** The checks: what they find of the planted faults of the sample edition, hits on the pages of the material, and their speed. */
export async function checkFigures(): Promise<Figure[]> {
  return [...sampleFigures(), ...corpusFigures(), ...editFigures(), ...collectionFigures()]
}

function sampleFigures(): Figure[] {
  const bare = scoreSample([])
  const { planted, shown } = scoreSample(SAMPLE_TERMS)
  const all = (tallies: typeof planted) =>
    Object.values(tallies).reduce(
      (sum, one) => ({ count: sum.count + one.count, right: sum.right + one.right }),
      { count: 0, right: 0 },
    )
  const perCode = Object.entries(planted).map(
    ([code, { count, right }]): Figure => ({
      name: `check: planted ${code} found`,
      value: right,
      unit: `of ${count}`,
      baseline: { name: 'without a glossary', value: bare.planted[code]?.right ?? 0 },
    }),
  )
  const perCheck = Object.entries(shown).map(
    ([check, { count, right }]): Figure => ({
      name: `check: false alarms of ${check}`,
      value: count - right,
      unit: `of ${count} shown`,
    }),
  )
  const [found, told] = [all(planted), all(shown)]
  return [
    ...perCode,
    ...perCheck,
    {
      name: 'check: planted faults found',
      value: found.right,
      unit: `of ${found.count}`,
      baseline: { name: 'without a glossary', value: all(bare.planted).right },
    },
    { name: 'check: false alarms', value: told.count - told.right, unit: `of ${told.count} shown` },
  ]
}

/** The letters of the pages that the material has, in English by machine and without originals. */
function corpusLetters(): CanonicalLetter[] {
  const folder = join(process.env['EPISTULA_MATERIAL'] ?? '', 'corpus')
  const files = ['1931-08.txt', '1933-10.txt'].map((name) => join(folder, name))
  return files
    .filter((file) => existsSync(file))
    .flatMap((file) => readPage(readFileSync(file, 'utf8'), file, {}).letters)
    .map(letterFromReading)
}

function everyCheck(letters: readonly CanonicalLetter[]): CheckContext {
  const checks = Object.fromEntries(CHECK_IDS.map((id) => [id, true]))
  return {
    translation: { ...NO_TRANSLATION_SET, checks },
    entities: [],
    collection: addFacts(NO_FACTS, letters.map(letterFactsForChecks)),
  }
}

function corpusFigures(): Figure[] {
  const letters = corpusLetters()
  if (letters.length === 0) return []
  const context = everyCheck(letters)
  const found = letters.flatMap((letter) => checkLetter(letter, context))
  const hits = Map.groupBy(found, ({ code, finding }) =>
    finding?.rule === undefined ? code : `${code} ${finding.rule}`,
  )
  return [...hits].map(
    ([name, list]): Figure => ({
      name: `check: hits of ${name}`,
      value: list.length,
      unit: 'hits',
    }),
  )
}

const SENTENCES: readonly (readonly [string, string])[] = [
  [
    'Вода в Белой спала, и 14 пароходов с полным грузом не ходят.',
    'The water in the Belaya has gone down, and 14 steamers with a full load do not go.',
  ],
  [
    'Тов. Мороз обещал сдать к 1-му мая 14 000 бревен, а сдал 4 100.',
    'Tov. Moroz promised to hand over 14,000 logs by May 1, but handed over 4,100.',
  ],
  [
    'На пристани 300 пудов муки и 20 центнеров соли.',
    'On the pier are 300 pounds of flour and 20 cents of salt.',
  ],
  [
    'Прошу ответить шифровкой: кто едет, Вы или я?',
    'Please answer by encryption: who goes, you or me?',
  ],
]

/** A letter of about 50 KB and 600 pairs. */
function longLetter(): CanonicalLetter {
  return pairedLetter(
    ...Array.from({ length: 600 }, (_, i): [string, string] => {
      const [original = '', translation = ''] = SENTENCES[i % SENTENCES.length] ?? []
      return [`${original} № ${i}.`, `${translation} No. ${i}.`]
    }),
  )
}

/** CPU time of this process, so that other work on the machine does not count. */
function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function editFigures(): Figure[] {
  const letter = longLetter()
  const context = everyCheck([letter])
  let checked: CheckedLetter = recheckLetter(letter, context, null)
  const whole = cpuTime(() => recheckLetter(letter, context, null))
  const times = Array.from({ length: 200 }, (_, i) => {
    const edited = corrected(letter, `b${(i % 600) + 1}`, ' No.', ', number')
    return cpuTime(() => {
      checked = recheckLetter(edited, context, checked)
    })
  }).sort((a, b) => a - b)
  const texts = letter.translation.machine.blocks.map(({ text }) => text)
  const split = cpuTime(() => texts.map((text) => splitSegments(text, 'en')))
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return [
    {
      name: 'check: one edited segment of a letter of 50 KB, p95',
      value: at(0.95),
      unit: 'ms',
      bar: 50,
      baseline: { name: 'the letter as a whole', value: whole },
      details: { median: at(0.5) },
    },
    {
      name: 'check: a letter of 50 KB',
      value: whole,
      unit: 'ms',
      baseline: { name: 'cutting its translation into sentences', value: split },
    },
  ]
}

/** So many copies of the sample make a collection. */
const COPIES = 84

function collectionFigures(): Figure[] {
  const sample = machineSample()
  const letters = Array.from({ length: COPIES }, (_, copy) =>
    sample.map((letter) => ({ ...letter, id: `${letter.id}-${copy}` })),
  ).flat()
  let facts = NO_FACTS
  const gather = cpuTime(() => {
    facts = addFacts(NO_FACTS, letters.map(letterFactsForChecks))
  })
  const context = { ...sampleContext(SAMPLE_TERMS), collection: facts }
  const check = cpuTime(() => letters.map((letter) => checkLetter(letter, context)))
  const split = cpuTime(() =>
    letters.map(({ translation }) =>
      translation.machine.blocks.map(({ text }) => splitSegments(text, 'en')),
    ),
  )
  const baseline = { name: 'cutting the translations into sentences', value: split }
  const size = `${letters.length} letters`
  return [
    { name: `check: facts of ${size}`, value: gather, unit: 'ms', baseline },
    { name: `check: ${size}`, value: check, unit: 'ms', baseline },
    { name: 'check: one letter of them', value: check / letters.length, unit: 'ms' },
  ]
}
