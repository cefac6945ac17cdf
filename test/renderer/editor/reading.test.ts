// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { letter } from '../../support/letter-dsl.ts'

describe('a question', () => {
  it('stands on the word at the cursor and is drawn as open', () => {
    const { editor } = letter('To Verk|hov.')
    const id = String(editor.ask('  Who is this? '))
    expect(editor.state().records.queries[id]).toMatchObject({
      question: 'Who is this?',
      replies: [],
      by: 'ed-a',
    })
    const mark = editor.view.dom.querySelector<HTMLElement>('.query')
    expect(mark?.textContent).toBe('Verkhov')
    expect(mark?.dataset['state']).toBe('open')
  })

  it('is answered, closed, opened again and shared, each taken back by one undo', () => {
    const test = letter('To Verk|hov.')
    const id = String(test.editor.ask('Who?'))
    const now = () => test.editor.state().records.queries[id]
    test.editor.setQuery(id, { reply: 'The master of the barges.' })
    test.editor.setQuery(id, { closed: true })
    expect(now()).toMatchObject({
      replies: [{ text: 'The master of the barges.', by: 'ed-a' }],
      closed: { by: 'ed-a' },
    })
    expect(test.editor.view.dom.querySelector<HTMLElement>('.query')?.dataset['state']).toBe(
      'closed',
    )
    test.editor.setQuery(id, { shared: true })
    expect(now()?.shared).toBe(true)
    test.undo()
    expect(now()).not.toHaveProperty('shared')
    test.editor.setQuery(id, { closed: false })
    expect(now()).not.toHaveProperty('closed')
    const count = test.actions.length
    test.editor.setQuery(id, { closed: false })
    test.editor.setQuery(id, { reply: '  ' })
    expect(test.actions).toHaveLength(count)
    test.editor.removeQuery(id)
    expect(test.editor.state().records.queries).toEqual({})
    expect(test.editor.view.dom.querySelector('.query')).toBeNull()
  })

  it('is not asked of nothing, nor with nothing', () => {
    expect(letter('a | b').editor.ask('Who?')).toBeNull()
    expect(letter('To Verk|hov.').editor.ask(' ')).toBeNull()
  })
})

describe('a statement on a segment', () => {
  const text = 'The barges lay there. We ask for m|ore.'
  const first = { block: 't1', from: 0, to: 21 }
  const second = { block: 't1', from: 22, to: 38 }
  const stated = (test: ReturnType<typeof letter>) =>
    Object.values(test.editor.state().records.segments).map(({ range, state }) => [
      range.from,
      state,
    ])

  it('is said once by each person, the last word holds, and can be taken back', () => {
    const who = { author: 'ed-a' }
    const test = letter(text, undefined, () => who.author)
    expect(test.editor.stateSegment(first, 'corrected')).toBe(true)
    expect(test.editor.stateSegment(first, 'corrected')).toBe(false)
    who.author = 'ed-b'
    expect(test.editor.stateSegment(first, 'checked')).toBe(true)
    expect(stated(test)).toEqual([
      [0, 'corrected'],
      [0, 'checked'],
    ])
    expect(test.editor.stateSegment(first, null)).toBe(true)
    expect(test.editor.stateSegment(first, null)).toBe(false)
    expect(stated(test)).toEqual([[0, 'corrected']])
  })

  it('goes with any change of its words, in the same action, and comes back with undo', () => {
    const test = letter(text)
    test.editor.stateSegment(first, 'corrected')
    test.editor.stateSegment(second, 'corrected')
    test.at('t1', 23).type('!')
    expect(stated(test)).toEqual([[0, 'corrected']])
    test.undo()
    expect(stated(test)).toEqual([
      [0, 'corrected'],
      [22, 'corrected'],
    ])
    test.at('t1', 4, 10).press('Delete').shows('The ~~barges~~ lay there. We ask for more.')
    expect(stated(test)).toEqual([[22, 'corrected']])
    test.at('t1', 30).with((editor) => editor.tag('person', {}))
    expect(stated(test)).toEqual([[22, 'corrected']])
  })
})
