import { describe, expect, it } from 'vitest'
import { idNameOf } from '../../../../shared/import/review/id-name.ts'

const namesOf = (...names: readonly string[]) => {
  const used = new Set<string>()
  return names.map((name) => idNameOf(name, used))
}

describe('names that ids are made from', () => {
  it('are those of the files where no two are the same', () => {
    expect(namesOf('1934-09.txt', 'pages.zip/1934-10.txt')).toEqual(['1934-09.txt', '1934-10.txt'])
  })

  it('take up the folders where two files have one name', () => {
    expect(namesOf('a.zip/may/page.txt', 'a.zip/june/page.txt', 'b.zip/june/page.txt')).toEqual([
      'page.txt',
      'june-page.txt',
      'b.zip-june-page.txt',
    ])
  })

  it('take a number where nothing else tells them apart, the same at each import', () => {
    const names = ['page.txt', 'page.html', 'page.docx'] as const
    expect(namesOf(...names)).toEqual(['page.txt', 'page-2', 'page-3'])
    expect(namesOf(...names)).toEqual(namesOf(...names))
  })
})
