import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../../app/cli/read-docx.ts'
import { docxToText } from '../../../../shared/import/docx/docx-to-text.ts'
import { makeDocx, wordParagraph } from '../../../support/docx.ts'

const read = (parts: Parameters<typeof makeDocx>[0]) => docxToText(makeDocx(parts), readDocx)

const item = (text: string): string =>
  wordParagraph(text, '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>')

describe('a Word document', () => {
  it('gives paragraphs, notes with their callouts, numbered lists, tables as lines', async () => {
    const result = await read({
      body:
        wordParagraph('Ladygin to Torpov May 1, 1934') +
        '<w:p><w:r><w:t>The plan</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t xml:space="preserve"> is ready.</w:t><w:br/><w:t>Yes.</w:t></w:r></w:p>' +
        item('First') +
        item('Second') +
        '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      footnotes: [wordParagraph('The plan of 1933.') + wordParagraph('And of 1934.')],
    })
    expect(result).toMatchObject({ ok: true })
    if (!result.ok) return
    expect(result.text.split('\n').filter((line) => line !== '')).toEqual([
      'Ladygin to Torpov May 1, 1934',
      'The plan[1] is ready.',
      'Yes.',
      '1. First',
      '2. Second',
      'a\tb',
      '1. The plan of 1933.',
      'And of 1934.',
    ])
    const lines = result.text.split('\n')
    expect(result.hints.callouts).toEqual([
      {
        line: lines.indexOf('The plan[1] is ready.') + 1,
        from: 9,
        to: 10,
        n: '1',
        target: 'footnote-1',
      },
    ])
    expect(result.hints.notes).toEqual([
      {
        key: 'footnote-1',
        n: '1',
        lines: [lines.indexOf('1. The plan of 1933.') + 1, lines.indexOf('And of 1934.') + 1],
      },
    ])
  })

  it('says what is taken of tracked changes, and what is left out', async () => {
    const result = await read({
      body: '<w:p><w:r><w:t xml:space="preserve">A </w:t></w:r><w:ins w:id="1" w:author="x"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:commentReference w:id="0"/></w:r></w:p>',
      comments: ['Is this so?'],
      header: 'Letters, vol. 2',
    })
    expect(result).toMatchObject({ ok: true, text: 'A new' })
    expect(result.ok && result.notes.map(({ code, count }) => [code, count])).toEqual([
      ['tracked-changes', 2],
      ['comments-left-out', 1],
      ['margins-left-out', 1],
    ])
    expect(result.ok && result.notes[1]?.message).toContain('“Is this so?”')
  })

  it.each([
    ['entities', { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }, 'entities'],
    ['nesting', { 'word/styles.xml': `${'<x>'.repeat(20_000)}` }, 'nested deeper'],
    ['a bomb', { 'word/styles.xml': new Uint8Array(30_000_000).fill(32) }, 'too large'],
    ['attributes', { 'word/styles.xml': `<x ${'a="" '.repeat(1000)}/>` }, 'attributes'],
    ['a cut tag', { 'word/styles.xml': '<x y="' }, 'cut off'],
  ])('is refused for %s before anybody parses it', async (_, more, words) => {
    const result = await read({ body: wordParagraph('x'), more })
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining(words) })
  })

  it('with broken XML is refused in words', async () => {
    const result = await read({ body: '<w:p><w:r></w:p>' })
    expect(result).toMatchObject({ ok: false, code: 'damaged' })
  })
})
