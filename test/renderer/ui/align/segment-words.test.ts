import { expect, it } from 'vitest'
import { segmentWords } from '../../../../renderer/ui/align/segment-words.ts'
import { blockLayouts } from '../../../../shared/letter/layout.ts'
import { translation } from '../../../support/letter-fixture.ts'

const { text } = translation('paragraph: One two. Three.')
  .correct('k1', { block: 'b1', from: 4, to: 7 }, 'too')
  .correct('k2', { block: 'b1', from: 8, to: 8 }, ' Yes.')
const layout = blockLayouts(text).get('b1')
const shown = (from: number, to: number, view: 'corrected' | 'changes' | 'machine') =>
  segmentWords(layout, { block: 'b1', from, to }, view)
    .map(({ kind, text: words }) => `${kind}(${words})`)
    .join(' ')

it('shows a sentence with its changes, without them, or as the machine wrote it', () => {
  expect(shown(0, 8, 'changes')).toBe(
    'machine(One ) struck(two) put-in(too) machine(.) put-in( Yes.)',
  )
  expect(shown(0, 8, 'corrected')).toBe('machine(One ) put-in(too) machine(.) put-in( Yes.)')
  expect(shown(0, 8, 'machine')).toBe('machine(One ) machine(two) machine(.)')
})

it('gives text between two sentences to the first of them', () => {
  expect(shown(9, 15, 'changes')).toBe('machine(Three.)')
})
