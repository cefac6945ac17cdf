// @vitest-environment happy-dom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSame } from '../../../shared/tei/patch/same.ts'
import { letter, type TestLetter } from '../../support/letter-dsl.ts'

// Deletes, types at a place, or takes the first correction back.
function act(test: TestLetter, { key, at }: { readonly key: string; readonly at: number }): void {
  const [correction] = Object.keys(test.editor.state().records.corrections)
  if (key === 'type') test.at('t1', at % 11).type('x')
  else if (key !== 'revert') test.press(key)
  else if (correction !== undefined) test.editor.revertCorrection(correction)
}

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

  const asked = ({ editor }: TestLetter) =>
    [...editor.view.dom.querySelectorAll('.query')].map(({ textContent }) => textContent).join('')

  it('goes on to the words beside it where those it was asked about are deleted, and undo brings it back', () => {
    const test = letter('Send rye| to the wharf.').type(' quickly')
    const id = String(test.editor.ask('How quickly?'))
    expect(asked(test)).toBe('quickly')
    test.press('Ctrl-Backspace').shows('Send rye++ ++| to the wharf.')
    expect(asked(test)).toBe('rye')
    expect(test.editor.state().records.queries[id]?.question).toBe('How quickly?')
    test.undo().shows('Send rye++ quickly++| to the wharf.')
    expect(asked(test)).toBe('quickly')
    test.redo()
    expect(asked(test)).toBe('rye')
  })

  it('stands on the machine’s words again where those in their place are taken out', () => {
    const test = letter('Send <forty poods> of rye.').type('640 kg')
    const [correction = ''] = Object.keys(test.editor.state().records.corrections)
    const id = String(test.editor.ask('Is it?'))
    expect(asked(test)).toBe('kg')
    test.editor.revertCorrection(correction)
    test.shows('Send forty poods of rye.')
    expect(asked(test)).toBe('poods')
    expect(Object.keys(test.editor.state().records.queries)).toEqual([id])
  })

  it('is lost by no way of deleting what it was asked about, and stands again where it stood after as many undos', () => {
    const keys = ['Backspace', 'Ctrl-Backspace', 'Delete', 'Ctrl-Delete']
    const move = fc.record({ key: fc.constantFrom(...keys, 'type', 'revert'), at: fc.nat(12) })
    fc.assert(
      fc.property(fc.nat(12), fc.array(move, { maxLength: 12 }), (at, moves) => {
        const test = letter('Owls sleep.\nRye.').at('t1', at).type(' b').type(' now')
        const id = String(test.editor.ask('Now?'))
        const before = test.editor.canonical()
        for (const one of moves) {
          act(test, one)
          expect(Object.keys(test.editor.state().records.queries)).toEqual([id])
          expect(asked(test)).not.toBe('')
        }
        for (let n = 0; n < 40 && !isSame(test.editor.canonical(), before); n++) test.undo()
        expect(test.editor.canonical()).toEqual(before)
      }),
      { numRuns: 150 },
    )
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
