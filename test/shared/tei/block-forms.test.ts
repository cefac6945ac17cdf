import { describe, expect, test } from 'vitest'
import { blockForms } from '../../../shared/tei/block-forms.ts'
import { linearText } from '../../../shared/tei/linear-text.ts'
import { paragraphsOf } from '../../../shared/tei/text-parts.ts'
import { EDITOR, translation } from '../../support/letter-fixture.ts'

const SHORT = {
  h: 'heading',
  a: 'archive',
  o: 'opener',
  p: 'paragraph',
  c: 'closer',
  s: 'separator',
  x: 'postscript',
  n: 'note(n1)',
} as const

/** The forms of blocks of these kinds; the one at `broken` has an editor's break in it. */
function forms(kinds: string, broken?: number): string {
  const base = translation(...[...kinds].map((kind) => `${SHORT[kind as keyof typeof SHORT]}: ab`))
  const { text } =
    broken === undefined
      ? base
      : base.with(
          'breaks',
          'k',
          { at: { block: `b${broken + 1}`, offset: 1 }, order: 0 },
          'structure',
          { id: 'k', kind: 'break', ...EDITOR },
        )
  return blockForms(paragraphsOf(text, linearText(text))).join(' ')
}

describe('the elements of blocks', () => {
  test.each([
    ['haoopccs', 'head opener opener opener p closer closer fw'],
    ['hopccasnn', 'head opener p closer closer closer fw p p'],
    ['hopcpa', 'head opener p ab p closer'],
    ['hpcxxc', 'head p closer postscript postscript closer'],
    ['hpohap', 'head p ab ab ab p'],
    ['pspnpc', 'p fw p p p closer'],
    ['hnop', 'head p opener p'],
    ['hoo', 'head opener opener'],
    ['hocc', 'head opener ab ab'],
    ['hsc', 'head fw ab'],
    ['co', 'ab ab'],
    ['coc', 'ab ab closer'],
    ['', ''],
  ])('%s', (kinds, wanted) => expect(forms(kinds)).toBe(wanted))

  test('a broken line is a block of its own kind, and text to those around it', () => {
    expect(forms('hoop', 1)).toBe('head ab ab p')
    expect(forms('hpcc', 2)).toBe('head p ab closer')
    expect(forms('hoc', 1)).toBe('head ab closer')
    expect(forms('hs', 1)).toBe('head ab')
  })
})
