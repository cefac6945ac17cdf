import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText } from '../../../shared/exchange/csv-text.ts'
import { readTermFile } from '../../../shared/exchange/read-term-file.ts'
import { readTableRows } from '../../../shared/exchange/table-rows.ts'

const LANGUAGES = { original: 'ru', translation: 'en' }
const read = (text: string) => {
  let n = 0
  return readTermFile(new TextEncoder().encode(text), LANGUAGES, () => `t${++n}`)
}

describe('a table', () => {
  it.each([
    ['баржа\tbarge\tlighter\traft|boat\tof wood; of iron'],
    ['баржа;barge;lighter;raft|boat;of wood; of iron'],
    ['\ufeffбаржа,barge,lighter,raft|boat,"of wood; of iron"\r\n'],
    ['"баржа","barge","lighter","raft|boat","of wood;\n of iron"'],
  ])('%j gives an entry', (text) => {
    expect(read(text)).toEqual({
      ok: true,
      terms: [
        {
          ...{ id: 't1', original: 'баржа', rendering: 'barge', allowed: ['lighter'] },
          ...{ forbidden: ['raft', 'boat'], note: 'of wood; of iron' },
        },
      ].map((term) => (text.includes(';barge') ? { ...term, note: 'of wood of iron' } : term)),
      leftOut: [],
      passedOver: [],
    })
  })

  it('says which rows lack a side', () => {
    expect(read('плот,raft\n\nодно,\nбаржа,barge')).toMatchObject({
      terms: [{ original: 'плот' }, { original: 'баржа' }],
      leftOut: [{ line: 3, cause: 'row', words: 'одно · ' }],
    })
  })

  it('that was written as CSV is read as it was', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'б', ',', '"', '\n', '\r', ';', ' ') })
    const row = fc.array(cell, { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        // A formula gets an apostrophe, and semicolons of the first row could part the cells.
        fc.pre(!/;/.test(rows[0]?.join('').replaceAll('"', '') ?? ''))
        const text = csvText(rows)
        fc.pre(!/(^|,|")'[\n\r]/u.test(text))
        expect(readTableRows(text)).toEqual(rows)
      }),
    )
  })
})

describe('a termbase', () => {
  it('is read as one, whatever the file is called', () => {
    expect(read('<tbx/>')).toMatchObject({ ok: false, code: 'no-concepts', line: 1 })
    expect(read('\n<html></html>')).toMatchObject({ ok: false, code: 'not-tbx', line: 2 })
    expect(read('<?xml version="1.0" encoding="EBCDIC"?><tbx/>')).toMatchObject({
      code: 'unreadable',
      line: null,
    })
  })

  it('no bytes make it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(readTermFile(bytes, LANGUAGES, () => 't')).toHaveProperty('ok')
      }),
    )
  })
})
