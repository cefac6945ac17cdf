// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { letter, type TestLetter } from '../../support/letter-dsl.ts'

describe('typing', () => {
  it('strikes the word at the cursor and puts its new form behind it', () => {
    letter('The ba|rges lay.').type('x').shows('The ~~barges~~++bax|rges++ lay.')
  })
  it('goes on in the new form', () => {
    letter('The ba|rges lay.').type('xyz').shows('The ~~barges~~++baxyz|rges++ lay.')
  })
  it('dissolves the correction when the old word is there again', () => {
    const test = letter('The ba|rges lay.').type('x').press('Backspace').shows('The ba|rges lay.')
    expect(test.editor.state().records.corrections).toEqual({})
  })
  it('extends a word at its edges', () => {
    letter('The barge| lay.').type('s').shows('The ~~barge~~++barges++| lay.')
    letter('The |arges lay.').type('b').shows('The ~~arges~~++b|arges++ lay.')
  })
  it('takes a sign or a space at a word for an insertion of its own', () => {
    letter('The barges| lay.').type(',').shows('The barges++,++| lay.')
    letter('The barges| lay.').type(' now').shows('The barges++ now++| lay.')
  })
  it('inserts a word before another', () => {
    letter('The |barges lay.').type('old ').shows('The ++old ++|barges lay.')
  })
  it('splits and joins words', () => {
    letter('The bar|ges lay.').type(' ').shows('The ~~barges~~++bar |ges++ lay.')
    letter('The bar| ges lay.').press('Delete').shows('The ~~bar ges~~++bar|ges++ lay.')
  })
  it('types over a selection', () => {
    letter('The <alloy of the forest> began.')
      .type('rafting of timber')
      .shows('The ~~alloy of the forest~~++rafting of timber++| began.')
  })
  it('types over a part of words', () => {
    letter('The al<loy of the for>est began.')
      .type('-')
      .shows('The ~~alloy of the forest~~++al-|est++ began.')
  })
  it('lets words go that were typed again', () => {
    letter('The <alloy of the forest> began.')
      .type('alloy of wood')
      .shows('The alloy of ~~the forest~~++wood++| began.')
  })
  it('makes one correction of deleting a word and typing another', () => {
    const test = letter('The <old> barges').press('Delete').shows('The |~~old~~ barges')
    test.type('new').shows('The ~~old~~++new++| barges')
    expect(Object.keys(test.editor.state().records.corrections)).toHaveLength(1)
  })
  it('leaves a correction beside it alone', () => {
    letter('The| big barges')
      .at('t1', 4, 8)
      .press('Delete')
      .at('t1', 3)
      .type('m')
      .shows('~~The~~++Them++| ~~big ~~barges')
  })
  it('does not touch text in Tag mode', () => {
    letter('The ba|rges')
      .with((editor) => editor.setMode('tag'))
      .type('x')
      .shows('The ba|rges')
  })
  it('keeps surrogate pairs together', () => {
    letter('The b|arges').type('😀').press('Backspace').shows('The b|arges')
  })
})

describe('deleting', () => {
  it('marks the word and puts in what is left of it', () => {
    letter('The barges| lay.').press('Backspace').shows('The ~~barges~~++barge++| lay.')
    letter('The |barges lay.').press('Delete').shows('The ~~barges~~|++arges++ lay.')
  })
  it('deletes words', () => {
    letter('The barges| lay.').press('Ctrl-Backspace').shows('The |~~barges~~ lay.')
    letter('The |barges lay.').press('Ctrl-Delete').shows('The ~~barges~~| lay.')
  })
  it('deletes on through what is struck already', () => {
    letter('One two three|').press('Ctrl-Backspace', 'Ctrl-Backspace').shows('One |~~two three~~')
  })
  it('makes one correction for each block and joins none', () => {
    const test = letter('One <two\nthree> four')
      .press('Backspace')
      .shows('One |~~two~~\n~~three~~ four')
    expect(Object.keys(test.editor.state().records.corrections)).toHaveLength(2)
  })
  it('removes inserted text and its record', () => {
    const test = letter('One| two').type(' x').press('Backspace', 'Backspace').shows('One| two')
    expect(test.editor.state().records.corrections).toEqual({})
  })
})

describe('undo', () => {
  it('takes text and record back at once, and names the action', () => {
    const test = letter('The ba|rges lay.').type('x')
    expect(test.editor.undoLabel()).toBe('action.type')
    test.undo().shows('The barges lay.')
    expect(test.editor.state().records.corrections).toEqual({})
    expect(test.editor.redoLabel()).toBe('action.type')
    test.redo().shows('The ~~barges~~++baxrges++ lay.')
    expect(test.editor.undoLabel()).toBe('action.type')
  })
  it('takes back at once what was typed over a phrase, with no half of it between', () => {
    const before = 'They ask to <take measures to help> the town.'
    const test = letter(before).type('take measures to assist')
    test.shows('They ask to take measures to ~~help~~++assist++| the town.')
    test.undo().shows(before)
    test.redo().shows('They ask to take measures to ~~help~~++assist++ the town.')
    const works = letter('The <military factories> wait.').type('munitions factories')
    works.shows('The ~~military~~++munitions++ factories| wait.')
    works.undo().shows('The <military factories> wait.')
  })
  it('takes back at once what was typed at one place, also where it came to be another word', () => {
    const before = 'He |hinted at it.'
    letter(before).type('also hinted').press('Ctrl-Delete').undo().undo().shows(before)
    letter(before).type('also ').shows('He ++also ++|hinted at it.').undo().shows(before)
    letter('He hint|ed at it.')
      .type('s')
      .press('Delete', 'Delete')
      .undo()
      .shows('He hint|ed at it.')
  })
  it('tells apart what was typed at two places, or after another action', () => {
    const test = letter('One two| three').type('x').at('t1', 0).type('y').at('t1', 11)
    test.shows('~~One~~++yOne++ ~~two~~++twox++ three')
    test.undo().shows('One ~~two~~++twox++ three').undo().shows('One two three')
    test
      .redo()
      .shows('One ~~two~~++twox++| three')
      .redo()
      .shows('~~One~~++y|One++ ~~two~~++twox++ three')
    const asked = letter('One two| three')
      .type('x')
      .with((editor) => editor.ask('Why?'))
    asked.type('y').undo().shows('One ~~two~~++twox++ three')
  })
})

describe('the words a correction was meant for', () => {
  const meant = (test: TestLetter) => {
    const [record] = Object.values(test.editor.state().records.corrections)
    const range = record?.phrase
    const block = test.editor.machine.blocks.find((one) => one.id === range?.block)
    return block && range ? block.text.slice(range.from, range.to) : null
  }
  it('are the whole phrase typed over, also where it was narrowed, and with other work before it', () => {
    const test = letter('So <take measures to help> all.').type('take measures to assist')
    expect(meant(test)).toBe('take measures to help')
    const first = letter('One <old barge> lay.').type('new barge').at('t1', 3).type(' big')
    const phrases = Object.values(first.editor.state().records.corrections).map((one) => one.phrase)
    expect(phrases).toEqual([{ block: 't1', from: 4, to: 13 }, undefined])
  })
  it('are kept in the record, with undo and redo, and without the white space that was selected', () => {
    const test = letter('One< old barge> lay.').type(' new barge')
    expect(meant(test)).toBe('old barge')
    expect(meant(test.undo())).toBeNull()
    expect(meant(test.redo())).toBe('old barge')
    expect(meant(letter('One <old barge> lay.').press('Delete').type('new barge'))).toBe(
      'old barge',
    )
  })
  it('stay known where the correction was nothing for a moment', () => {
    expect(meant(letter('Go <to the bottom> now.').type('to the bottom of it'))).toBe(
      'to the bottom',
    )
  })
  it('are no more than what is struck where all of it is', () => {
    expect(meant(letter('One <old> barge.').type('new'))).toBeNull()
    const test = letter('One <old barge> lay.').type('new ship')
    expect(meant(test)).toBeNull()
  })
  it('are not those of what is corrected later within them', () => {
    const test = letter('In <the old barge> lay.').type('the new barge').at('t1', 5).type('r')
    const records = Object.values(test.editor.state().records.corrections)
    expect(records.map((one) => one.phrase)).toEqual([{ block: 't1', from: 3, to: 16 }, undefined])
  })
  it('are not known where nothing was selected', () => {
    expect(meant(letter('One old| barge.').type('er'))).toBeNull()
  })
})

describe('a long run of typing', () => {
  it('ends at the end of a sentence, not behind an abbreviation', () => {
    const before = 'One <two three> four'
    const test = letter(before)
    for (const key of 'half. Then Mr. Ross and nobody else') test.type(key)
    test.shows('One ~~two three~~++half. Then Mr. Ross and nobody else++| four')
    test.undo().shows('One ~~two three~~++half. ++| four').undo().shows(before)
  })
  it('takes back words of a sentence one typed over in one go, however slowly it is read', () => {
    const before = 'Read <it. Then go> on.'
    letter(before).type('it. then stay').undo().shows(before)
  })
  it('ends behind a whole word where it is longer than anybody expects', () => {
    const words = ' barge'.repeat(40)
    const test = letter('One| two')
    for (const key of words) test.type(key)
    test.undo()
    const left = test.editor.view.state.doc.textContent
    expect(left).toMatch(/^One( barge){30,39} ?two$/)
    expect(test.undo().editor.view.state.doc.textContent).toBe('One two')
  })
})

describe('a pause in typing', () => {
  const at = (ms: number) => vi.setSystemTime(new Date(2026, 0, 1, 0, 0, 0, ms))
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
    at(0)
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const typed = (test: TestLetter, ...parts: readonly string[]) => {
    for (const [index, part] of parts.entries()) {
      at(index * 900)
      test.type(part)
    }
    return test
  }

  it('ends an action behind a whole word', () => {
    const test = typed(letter('One| two'), ' or', ' more')
    test.shows('One++ or more++| two').undo().shows('One++ or++| two').undo().shows('One| two')
  })
  it('ends none within a word', () => {
    typed(letter('One| two'), ' m', 'ore').shows('One++ more++| two').undo().shows('One| two')
  })
  it('ends none while words are replaced', () => {
    const before = 'One <two three> four'
    const test = typed(letter(before), 'two ', 'and ', 'thirty')
    test.shows('One two ~~three~~++and thirty++| four').undo().shows(before)
  })
  it('ends an action over words where as much is typed as was replaced, and what was meant stays known', () => {
    const before = 'One <old barge> four'
    const test = typed(letter(before), 'new ', 'barge', ' and more')
    test.shows('One ~~old~~++new++ barge++ and more++| four')
    test.undo().shows('One ~~old~~++new++ barge| four').undo().shows(before)
  })
  it('ends none where a half word is deleted again', () => {
    const test = typed(letter('One| two'), ' mo')
    at(5000)
    test.press('Backspace', 'Backspace', 'Backspace').type('!').undo().shows('One| two')
  })
})

describe('what was just typed', () => {
  it('is the correction at the cursor, also where the same words were typed behind it', () => {
    const test = letter('They were <hostile to us> then.')
    for (const key of 'helpful to us') test.type(key)
    test.shows('They were ~~hostile~~++helpful++ to us| then.')
    const [id] = test.editor.selection().corrections
    expect(Object.keys(test.editor.state().records.corrections)).toEqual([id])
    test.at('t1', 31)
    expect(test.editor.selection().corrections).toEqual([])
  })

  it('is none where the words were typed as they were', () => {
    const test = letter('They were <hostile> then.')
    for (const key of 'hostile') test.type(key)
    expect(test.editor.selection().corrections).toEqual([])
  })
  it('is meant, too, where the cursor goes back among its words that stand as they were', () => {
    const test = letter('The <CPSU (b)> says.').type('VKP(b)')
    const made = Object.keys(test.editor.state().records.corrections)
    expect(test.editor.selection().corrections).toEqual(made)
    test.at('t1', 10)
    test.shows('The ~~CPSU ~~++VKP++(|b) says.')
    expect(test.editor.selection().corrections).toEqual(made)
    test.at('t1', 13)
    test.shows('The ~~CPSU ~~++VKP++(b) |says.')
    expect(test.editor.selection().corrections).toEqual([])
  })
})
