// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { letter } from '../../support/letter-dsl.ts'

describe('mentions', () => {
  it('tag the word at the cursor, and the cursor stays', () => {
    letter('To Verk|hov.')
      .with((e) => e.tag('person', { entity: 'p1' }))
      .shows('To [Verk|hov].')
  })
  it('tag the selection without the white space at its ends', () => {
    letter('To< Boris Verkhov >now')
      .with((e) => e.tag('person', {}))
      .shows('To [Boris Verkhov] now')
  })
  it('get a new value where one of the kind stands on the span', () => {
    const { editor } = letter('To Verk|hov.')
    const first = editor.tag('person', { entity: 'p1' })
    expect(editor.tag('person', { entity: 'p2' })).toBe(first)
    expect(editor.tag('place', {})).not.toBe(first)
    expect(editor.state().records.mentions[String(first)]?.entity).toBe('p2')
  })
  it('overlap and nest', () => {
    const test = letter('A <b c> d').with((e) => e.tag('document', {}))
    test
      .at('t1', 4, 7)
      .with((e) => e.tag('person', {}))
      .shows('A [b [c]][ d]')
    expect(Object.keys(test.editor.state().records.mentions)).toHaveLength(2)
  })
  it('go on to the corrected form of the word', () => {
    letter('To Verk|hof.')
      .with((e) => e.tag('person', {}))
      .at('t1', 10)
      .press('Backspace')
      .type('v')
      .shows('To [~~Verkhof~~++Verkhov++]|.')
  })
  it('take a correction in whole', () => {
    letter('To Verkhof|.')
      .press('Backspace')
      .type('v')
      .with((e) => e.tag('person', {}))
      .shows('To [~~Verkhof~~++Verkhov++]|.')
  })
  it('are changed and removed with their records', () => {
    const test = letter('To Verk|hov.')
    const id = String(test.editor.tag('person', { entity: 'p1' }))
    test.editor.setMention(id, { kind: 'place', entity: null })
    expect(test.editor.state().records.mentions[id]).toMatchObject({ kind: 'place' })
    expect(test.editor.state().records.mentions[id]).not.toHaveProperty('entity')
    expect(test.editor.view.dom.querySelector('.mention')?.getAttribute('data-kind')).toBe('place')
    test.editor.removeMention(id)
    test.shows('To Verkhov.')
    expect(test.editor.state().records.mentions).toEqual({})
  })
  it('leave nothing to tag between spaces', () => {
    expect(letter('a | b').editor.tag('person', {})).toBeNull()
  })
})

describe('notes', () => {
  const source = 'One{1} two three|.\n^1 A note.'
  it('get their callout here; the printed one is struck', () => {
    const test = letter(source)
      .with((e) => e.linkNoteHere('n1'))
      .shows('One~~1~~ two three^1.\n1 A note.')
    const { corrections, callouts } = test.editor.state().records
    expect(Object.values(corrections)).toMatchObject([{ category: 'reference' }])
    expect(callouts['c1']).toMatchObject({ role: 'callout', note: 'n1', confidence: 1, by: 'ed-a' })
    test.undo().shows('One1 two three.\n1 A note.')
    expect(test.editor.state().records.callouts['c1']?.confidence).toBe(0.9)
  })
  it('have a callout that moves again', () => {
    letter(source)
      .with((e) => e.linkNoteHere('n1'))
      .at('t1', 8)
      .with((e) => e.linkNoteHere('n1'))
      .shows('One~~1~~ two^1 three.\n1 A note.')
  })
  it('keep their callout when the text around it is deleted', () => {
    letter(source)
      .with((e) => e.linkNoteHere('n1'))
      .at('t1', 5, 15)
      .press('Delete')
      .shows('One~~1~~ ~~two three~~^1~~.~~\n1 A note.')
  })
  it('lose the callout by Backspace behind it', () => {
    const test = letter('One| two\n^1 A note.')
      .with((e) => e.linkNoteHere('n1'))
      .shows('One^1| two\n1 A note.')
    test.press('Backspace').shows('One| two\n1 A note.')
    expect(Object.keys(test.editor.state().records.callouts)).toEqual(['u1'])
    expect(test.editor.undoLabel()).toBe('action.removeCallout')
  })
  it('have a passage', () => {
    const test = letter('<One two> three\n^1 A note.').with((e) => e.setPassage('n1'))
    expect(Object.values(test.editor.state().records.passages)).toMatchObject([{ note: 'n1' }])
    test.at('t1', 8).with((e) => e.setPassage('n1'))
    expect(test.editor.view.dom.querySelector('.passage')?.textContent).toBe('three')
    expect(test.editor.selection().passages).toHaveLength(1)
  })
  it('are confirmed and unlinked, and the text shows it', () => {
    const { editor } = letter(source)
    const state = () =>
      editor.view.dom.querySelector<HTMLElement>('.printedcallout')?.dataset['state']
    expect(state()).toBe('inferred')
    editor.confirmCallout('c1')
    expect(state()).toBe('linked')
    editor.linkCallout('c1', null)
    expect(state()).toBe('open')
    expect(editor.undoLabel()).toBe('action.linkCallout')
  })
  it('are given the number that was lost, at the note and at its mark; undo takes it back', () => {
    const { editor } = letter(source)
    const shown = () => [
      editor.view.dom.querySelector<HTMLElement>('.note')?.dataset['label'],
      editor.view.dom.querySelector<HTMLElement>('.printedcallout')?.dataset['label'],
    ]
    expect(editor.numberNote('n1', ' 7 ')).toBe(true)
    expect(editor.state().records.notes['n1']?.n).toBe('7')
    expect(shown()).toEqual(['7', '7'])
    expect(editor.numberNote('n1', '7')).toBe(false)
    expect(editor.numberNote('n1', '')).toBe(false)
    expect(editor.undoLabel()).toBe('action.numberNote')
    editor.undo()
    expect(editor.state().records.notes['n1']?.n).toBe('1')
    expect(shown()).toEqual(['1', '1'])
  })
  it('can be corrected like other text', () => {
    letter('One\n^1 A no|te.')
      .type('x')
      .shows('One\n1 A ~~note~~++nox++|++te++.'.replace('++|++', '|'))
  })
})

describe('paragraphs', () => {
  it('are broken by Enter and made whole by Backspace', () => {
    const test = letter('One| two').press('Enter').shows('One\n| two')
    expect(Object.values(test.editor.state().records.structure)).toMatchObject([{ kind: 'break' }])
    test.press('Backspace').shows('One| two')
    expect(test.editor.state().records.structure).toEqual({})
  })
  it('are joined and parted again', () => {
    const test = letter('One\n|Two').press('Backspace').shows('One&|Two')
    expect(Object.values(test.editor.state().records.structure)).toMatchObject([
      { kind: 'join', block: 't2' },
    ])
    test.press('Backspace').shows('One\n|Two')
  })
  it('of the letter and of a note are never joined', () => {
    letter('One\n^1 |A note').at('t2', 0).press('Backspace').shows('One\n|1 A note')
  })
  it('break before a correction, never between its two readings', () => {
    letter('One t|wo').type('x').at('t1', 7).press('Enter').shows('One \n|~~two~~++txwo++')
  })
})

describe('corrections', () => {
  it('are taken back whole', () => {
    const test = letter('The ba|rges lay.').type('x')
    const [id] = Object.keys(test.editor.state().records.corrections)
    test.with((e) => e.revertCorrection(String(id))).shows('The barges lay.')
    expect(test.editor.state().records.corrections).toEqual({})
  })
  it('keep the category a person chose', () => {
    const test = letter('The ba|rges lay.').type('x')
    const [id = ''] = Object.keys(test.editor.state().records.corrections)
    test.editor.setCorrection(id, { category: 'term', reason: 'glossary' })
    test.type('y')
    expect(test.editor.state().records.corrections[id]).toMatchObject({
      category: 'term',
      reason: 'glossary',
    })
    expect(test.editor.state().records.corrections[id]).not.toHaveProperty('guessed')
  })
})

describe('actions', () => {
  it('go to the journal one by one, typing in runs', () => {
    const { actions } = letter('The ba|rges lay.')
      .type('xy')
      .with((e) => e.tag('person', {}))
    expect(actions.map(({ action, merge }) => [action.label, merge])).toEqual([
      ['action.type', false],
      ['action.type', true],
      ['action.tag', false],
    ])
  })
  it('set, confirm and empty the header, each to be undone', () => {
    const { editor } = letter('One')
    editor.setHeader('state', 'in-work')
    expect(editor.state().records.header.state).toMatchObject({ value: 'in-work', by: 'ed-a' })
    editor.clearHeader('state')
    expect(editor.state().records.header).toEqual({})
    editor.undo()
    editor.undo()
    expect(editor.state().records.header).toEqual({})
    expect(editor.redoLabel()).toBe('action.setHeader')
  })
})
