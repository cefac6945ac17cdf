import fc from 'fast-check'
import { expect, it } from 'vitest'
import { correctCanonical } from '../../../renderer/editor/correction/correct-canonical.ts'
import { changedMentions } from '../../../shared/collection/changed-mentions.ts'
import { changedFacts, letterFacts } from '../../../shared/collection/letter-facts.ts'
import type { CanonicalText } from '../../../shared/letter/canonical.ts'
import { project } from '../../../shared/letter/project.ts'
import { read } from '../../../shared/letter/read.ts'
import { canonicalTexts } from '../../support/random-letter.ts'

const facts = (translation: CanonicalText) => letterFacts({ id: 'a', translation, original: null })
const byId = (list: readonly { readonly id: string }[] = []) =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1))

it('is what the facts of the whole letter change by, read from the lines of the corrections alone', () => {
  let changed = 0
  const edit = fc.record({ line: fc.nat(5), from: fc.nat(12), length: fc.nat(4) })
  const words = fc.constantFrom('', 'zz', 'a b')
  fc.assert(
    fc.property(canonicalTexts, edit, words, (start, { line, from, length }, text) => {
      const before = read(project(start), start.machine, start.records)
      const block = before.machine.blocks[line % before.machine.blocks.length]
      if (!block || from + length > block.text.length) return
      let ids = 0
      const done = correctCanonical(
        before,
        [{ layer: 'machine', block: block.id, from, to: from + length, text }],
        {},
        {
          side: 'translation',
          author: () => 'ed-b',
          now: () => '',
          newId: (prefix) => `${prefix}-n${++ids}`,
        },
      )
      if (!done) return
      const whole = changedFacts(facts(before), facts(done.text))
      const part = changedMentions(before, done.text, new Set([block.id]))
      if (whole.mentions) changed++
      expect(byId(part?.mentions?.put)).toEqual(byId(whole.mentions?.put))
      expect(byId(part?.mentions?.remove)).toEqual(byId(whole.mentions?.remove))
    }),
    { numRuns: 400 },
  )
  expect(changed).toBeGreaterThan(20)
})
