import { describe, expect, test } from 'vitest'
import type { CanonicalLetter } from '../../../shared/letter/canonical.ts'
import { machineString } from '../../../shared/letter/machine-text.ts'
import { exportCollection } from '../../../shared/tei/export-collection.ts'
import { machineView } from '../../../shared/tei/machine-view.ts'
import { validateTei } from '../../../shared/tei/validate-tei.ts'
import { childElements } from '../../../shared/xml/xml-element.ts'
import { exportContext, letter, translation } from '../../support/letter-fixture.ts'
import { part, profileGrammar, treeOf } from '../../support/tei-check.ts'

const grammar = profileGrammar()
const check = (xml: string) => validateTei(xml, grammar)
const context = exportContext([
  {
    id: 'pers-1',
    kind: 'person',
    name: 'Verkhov, Semyon',
    variants: [],
    authority: [
      { scheme: 'Wikidata', url: 'https://www.wikidata.org/wiki/Q1' },
      { scheme: 'VIAF', url: 'https://viaf.org/viaf/1' },
    ],
  },
  { id: 'org-1', kind: 'organisation', name: 'Inland Water Board', variants: [], authority: [] },
])

const one = letter(
  translation('heading: Verkhov to the Board', 'paragraph: Text').header({
    title: 'Verkhov to the Board',
    senders: [{ text: 'Verkhov', entity: 'pers-1' }],
    recipients: [{ text: 'Board', entity: 'org-1' }],
    date: { notAfter: '1932-08-09', text: '[before August 9, 1932]', supplied: true },
    sentPlace: { text: 'Gagra' },
    received: '1932-08-10T12:00:00',
  }),
  undefined,
  'ep-a-1',
)
const two = letter(
  translation('paragraph: More').header({ senders: [{ text: 'Verkhov', entity: 'pers-1' }] }),
  ['paragraph: Ещё'],
  'ep-a-2',
)

async function files(letters: readonly CanonicalLetter[]): Promise<Map<string, string>> {
  const result = await exportCollection(letters, context, { check })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return new Map(result.files.map(({ name, text }) => [name, text]))
}

describe('exportCollection', () => {
  test('gives a file for each letter, the collection and its index', async () => {
    const given = await files([one, two])
    expect([...given.keys()]).toEqual(['ep-a-1.xml', 'ep-a-2.xml', 'corpus.xml', 'cmif.xml'])
    const letters = childElements(treeOf(given.get('corpus.xml')!), 'TEI')
    expect(letters.map((tei) => machineView(tei, 'translation'))).toEqual(
      [one, two].map(({ translation: { machine } }) => machineString(machine)),
    )
  })

  test('registers and declarations stand once in the collection', async () => {
    const corpus = (await files([one, two])).get('corpus.xml')!
    for (const once of [
      'xml:id="pers-1"',
      'xml:id="mt"',
      'xml:id="err-name"',
      'type="registers"',
    ]) {
      expect(corpus.split(once), once).toHaveLength(2)
    }
  })

  test('tells how far it is, and stops when it is asked to', async () => {
    const steps: string[] = []
    await exportCollection([one, two], context, {
      check,
      progress: (done, total) => steps.push(`${done}/${total}`),
    })
    expect(steps).toEqual(['1/4', '2/4', '3/4', '4/4'])
    let asked = 0
    const stopped = await exportCollection([one, two], context, {
      check,
      cancelled: () => ++asked === 2,
    })
    expect(stopped).toEqual({ ok: false, cancelled: true, problems: [] })
    expect(asked).toBe(2)
  })

  test('one letter that would be invalid stops all, and it says where', async () => {
    const bad = letter(translation('paragraph: a\u0001b'), undefined, 'ep-a-3')
    expect(await exportCollection([one, bad], context, { check })).toEqual({
      ok: false,
      cancelled: false,
      problems: [
        expect.objectContaining({
          file: 'ep-a-3.xml',
          letter: 'ep-a-3',
          path: 'TEI/text/body/div/p',
          message: 'the character U+0001 behind “a” cannot stand in XML',
        }),
        expect.objectContaining({ file: 'corpus.xml' }),
      ],
    })
  })

  test('what the check finds is given with file, letter and place', async () => {
    const clash = letter(
      translation('paragraph: x').header({ senders: [{ text: 'A', entity: 'mt' }] }),
      undefined,
      'ep-a-4',
    )
    const entities = [{ id: 'mt', kind: 'person', name: 'A', variants: [], authority: [] } as const]
    const result = await exportCollection(
      [clash],
      { ...context, entities },
      { check },
      { corpus: false, cmif: false },
    )
    expect(result).toMatchObject({
      ok: false,
      problems: [
        {
          letter: 'ep-a-4',
          file: 'ep-a-4.xml',
          message: expect.stringContaining('the id mt is used twice'),
        },
      ],
    })
  })

  test.each([
    [[], 'there is no letter to export'],
    [[one, one], 'two letters have the id ep-a-1'],
    [[one, { ...one, id: 'EP-a-1' }], 'the ids ep-a-1 and EP-a-1 differ by case alone'],
    [[{ ...one, id: 'corpus' }], 'the id corpus is that of a file of the whole collection'],
    [[{ ...one, id: '1 b' }], 'the id of the letter, “1 b”, cannot be a name in XML'],
  ] as const)('refuses letters that cannot stand side by side (%#)', async (letters, message) => {
    expect(await exportCollection(letters, context, { check })).toMatchObject({
      ok: false,
      problems: [{ message }],
    })
  })

  test('what the registers lack is told and does not stop the export', async () => {
    const loose = letter(
      translation('paragraph: x').header({ senders: [{ text: 'A', entity: 'gone' }] }),
    )
    expect(await exportCollection([loose], context, { check })).toMatchObject({
      ok: true,
      warnings: [{ letter: 'ep-1', message: 'the register entry gone is not in the registers' }],
    })
  })
})

describe('the index in CMIF', () => {
  test('has the acts sent and received, days alone, authority addresses alone, and Unknown', async () => {
    const cmif = (await files([one, two])).get('cmif.xml')!.replace(/\n\s*/g, '')
    expect(
      part(cmif, 'key="ep-a-1" source="#c3f497f0-488d-4233-9448-130ba8109bd8">', '</correspDesc>'),
    ).toBe(
      '<correspAction type="sent"><persName ref="https://viaf.org/viaf/1">Verkhov, Semyon</persName>' +
        '<placeName evidence="conjecture" cert="low">Gagra</placeName>' +
        '<date notAfter="1932-08-09" cert="low">[before August 9, 1932]</date></correspAction>' +
        '<correspAction type="received"><orgName>Inland Water Board</orgName><date when="1932-08-10"/></correspAction>',
    )
    expect(cmif).toContain(
      '<correspAction type="received"><persName>Unknown</persName></correspAction>',
    )
  })

  test('a UUID that begins with a digit becomes a name', async () => {
    const edition = {
      ...context.edition,
      uuid: '0cf497f0-488d-4233-9448-130ba8109bd8',
      licence: 'CC0-1.0' as const,
    }
    const result = await exportCollection([one], { ...context, edition }, { check })
    const cmif = result.ok ? result.files.at(-1)!.text : ''
    expect(cmif).toContain('xml:id="uuid-0cf497f0-488d-4233-9448-130ba8109bd8"')
    expect(cmif).toContain('https://creativecommons.org/publicdomain/zero/1.0/')
  })
})
