import { describe, expect, test } from 'vitest'
import { certaintyOf } from '../../../shared/tei/certainty.ts'
import { readEdition } from '../../../shared/tei/read-edition.ts'
import { isW3cDate, w3cMoment } from '../../../shared/tei/w3c-date.ts'
import { createXmlIds, plainName } from '../../../shared/tei/xml-ids.ts'
import { exportContext } from '../../support/letter-fixture.ts'

describe('w3cMoment', () => {
  test.each([
    ['1933', '1933'],
    ['1933-10', '1933-10'],
    ['1933-10-01', '1933-10-01'],
    ['1933-10-01T15:27', '1933-10-01T15:27:00'],
    ['1933-10-01T15:27:30Z', '1933-10-01T15:27:30Z'],
    ['2026-11-20T09:00:00.000Z', '2026-11-20T09:00:00Z'],
    ['1933-02-29', undefined],
    ['1932-02-29', '1932-02-29'],
    ['1933-13', undefined],
    ['0000', undefined],
    ['1933-10-01T24:00', undefined],
    ['33', undefined],
    ['October', undefined],
    ['', undefined],
  ])('%s → %s', (value, wanted) => expect(w3cMoment(value)).toBe(wanted))

  test('a day has no time', () => expect(isW3cDate('1933-10-01T15:27:00')).toBe(false))
})

describe('xml ids', () => {
  test('the same thing has the same id, two things never', () => {
    const ids = createXmlIds('ep-1')
    expect(ids.of('note', 'a:b')).toBe('ep-1-a_b')
    expect(ids.of('note', 'a_b')).toBe('ep-1-a_b.2')
    expect(ids.of('callout', 'a_b')).toBe('ep-1-a_b.3')
    expect(ids.of('note', 'a:b')).toBe('ep-1-a_b')
  })
  test.each([
    ['ed-am', 'ed-am'],
    ['7 of 9', '_7_of_9'],
    ['ß', '_'],
  ])('%s becomes %s', (name, wanted) => expect(plainName(name)).toBe(wanted))
})

test.each([
  [1, 'high'],
  [0.9, 'high'],
  [0.89, 'medium'],
  [0.6, 'medium'],
  [0.59, 'low'],
  [0, 'low'],
])('a confidence of %f is %s', (confidence, cert) => expect(certaintyOf(confidence)).toBe(cert))

describe('readEdition', () => {
  const { edition } = exportContext()
  test('takes a record and tidies address and UUID', () => {
    const given = { ...edition, baseUrl: `${edition.baseUrl}/`, uuid: edition.uuid.toUpperCase() }
    expect(readEdition(JSON.stringify(given))).toEqual({ ok: true, edition })
  })
  test.each([
    [{ title: ' ' }, 'title must be the title'],
    [{ email: 'muster' }, 'email must be an e-mail address'],
    [{ baseUrl: 'letters' }, 'baseUrl must be an http'],
    [{ licence: 'CC BY' }, 'licence must be "CC-BY-4.0" or "CC0-1.0"'],
    [{ uuid: '1' }, 'uuid must be a UUID'],
    [{ editor: undefined }, 'editor must be the name'],
    [{ licnce: 'x' }, 'unknown field licnce'],
  ])('says what is wrong with %j', (fault, wanted) => {
    const read = readEdition(JSON.stringify({ ...edition, ...fault }))
    expect(read).toEqual({ ok: false, problems: [expect.stringContaining(wanted)] })
  })
  test.each([
    ['{', 'it is not JSON'],
    ['[]', 'it is not an object'],
    ['null', 'it is not an object'],
  ])('refuses %s', (json, wanted) =>
    expect(readEdition(json)).toEqual({ ok: false, problems: [expect.stringContaining(wanted)] }),
  )
})
