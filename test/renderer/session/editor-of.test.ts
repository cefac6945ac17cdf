import { expect, it } from 'vitest'
import { editorOf } from '../../../renderer/session/editor-of.ts'

it('gives a person an id of Latin letters, whatever their name is written in', () => {
  expect(editorOf(' Jana Kowal ', 'JK', [])).toEqual({
    id: 'ed-jk',
    name: 'Jana Kowal',
    initials: 'JK',
  })
  const vera = editorOf('Вера Щеголева', 'ВЩ', [])
  expect(vera.id).toMatch(/^ed-v[a-z]+$/)
  expect(editorOf('Žofie Černá', 'ŽČ', []).id).toBe('ed-zc')
  expect(editorOf('王小明', '王', []).id).toBe('ed-x')
})

it('knows a person again by the name, and tells two with the same initials apart', () => {
  const jana = editorOf('Jana Kowal', 'JK', [])
  expect(editorOf('Jana Kowal', 'JaK', [jana]).id).toBe('ed-jk')
  expect(editorOf('Jan Kos', 'JK', [jana]).id).toBe('ed-jk-2')
})
