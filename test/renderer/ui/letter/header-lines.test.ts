import { expect, test } from 'vitest'
import { dateKind, endsOf, isOrdered, withDates } from '../../../../renderer/ui/letter/date-kind.ts'
import {
  archiveLine,
  archiveShort,
  metaParts,
  timeWords,
} from '../../../../renderer/ui/letter/header-lines.ts'
import type { ArchiveReference, Records } from '../../../../shared/letter/records.ts'

const reference: ArchiveReference = {
  repository: 'TsGAN',
  fond: '901',
  opis: '4',
  delo: '12',
  leaf: '33',
  form: 'Autograph',
  text: '',
}

test('an archive reference is shown as printed, else from its fields', () => {
  expect(archiveLine({ ...reference, text: 'TsGAN. F. 901. L. 33. Autograph.' })).toBe(
    'TsGAN. F. 901. L. 33. Autograph',
  )
  expect(archiveLine(reference)).toBe('TsGAN F. 901. Op. 4. D. 12. L. 33, Autograph')
  expect(archiveLine({ ...reference, opis: '', form: '' })).toBe('TsGAN F. 901. D. 12. L. 33')
  expect(archiveShort(reference)).toBe('TsGAN 901/4/12/33')
})

test('a time on the day of the letter is shown without its day', () => {
  expect(timeWords('1934-09-14T15:27:00', '1934-09-14', 'en')).toBe('15:27')
  expect(timeWords('1934-09-15T01:10:00', '1934-09-14', 'en-GB')).toBe('15 September, 01:10')
})

test('the line under the title names archive, sending and receiving, and what is doubtful', () => {
  const header: Records['header'] = {
    date: { id: 'date', value: { when: '1934-09-14', text: '', supplied: false }, confidence: 1 },
    archive: { id: 'archive', value: [reference], confidence: 0.5 },
    sentPlace: { id: 'sentPlace', value: { text: 'Moscow' }, confidence: 0.4, by: 'ed', at: '' },
    transmitted: { id: 'transmitted', value: '1934-09-14T15:27:00', confidence: 1 },
    dispatchNumber: { id: 'dispatchNumber', value: '1204/sh', confidence: 1 },
  }
  expect(metaParts(header, 'en', 'No.')).toEqual([
    { kind: 'archive', text: 'TsGAN F. 901. Op. 4. D. 12. L. 33, Autograph', sure: false },
    { kind: 'sent', text: 'Moscow 15:27, No. 1204/sh', sure: true },
  ])
  expect(metaParts({}, 'en', 'No.')).toEqual([])
})

test('the form changes the certainty of a date and keeps its values', () => {
  const date = { text: 'May', supplied: true, when: '1934-05-01' }
  expect(dateKind(date)).toBe('when')
  const between = withDates(date, 'between', endsOf(date))
  expect(between).toEqual({
    text: 'May',
    supplied: true,
    notBefore: '1934-05-01',
    notAfter: '1934-05-01',
  })
  expect(withDates(between, 'when', endsOf(between))).toEqual(date)
  expect(withDates(date, 'none', endsOf(date))).toEqual({ text: 'May', supplied: true })
  expect(withDates(date, 'range', ['', ''])).toEqual({ text: 'May', supplied: true })
})

test('the ends of a date stand in order', () => {
  expect(isOrdered(['1934-05-01', '1934-05-02'])).toBe(true)
  expect(isOrdered(['1934-05-03', '1934-05-02'])).toBe(false)
  expect(isOrdered(['1934-05-03', '1934-05'])).toBe(true)
  expect(isOrdered(['1934-05-03', ''])).toBe(true)
})
