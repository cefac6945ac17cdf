import { describe, expect, it } from 'vitest'
import { sampleEdit, withoutSample } from '../../../../app/cli/sample-edit.ts'
import { decodeTei } from '../../../../shared/tei/decode/decode-tei.ts'
import { patchTei } from '../../../../shared/tei/patch/patch-tei.ts'
import { documentOf, SNIPPETS } from './snippets.ts'

function decoded(xml: string) {
  const result = decodeTei(xml, 's-1.xml')
  if (!result.ok) throw new Error(`${result.line}:${result.column} ${result.message}`)
  return result
}

function patched(...asked: Parameters<typeof patchTei>): string {
  const result = patchTei(...asked)
  if (!result.ok) throw new Error(result.message)
  return result.xml
}

describe('TEI snippets', () => {
  it('are more than sixty', () => {
    expect(SNIPPETS.length).toBeGreaterThanOrEqual(60)
    expect(new Set(SNIPPETS.map(({ name }) => name)).size).toBe(SNIPPETS.length)
  })

  it.each(SNIPPETS.map((snippet) => [snippet.name, snippet] as const))(
    'come back: %s',
    (_, snippet) => {
      const xml = documentOf(snippet)
      const { letters, entities } = decoded(xml)
      expect(
        patched(
          xml,
          letters.map(({ letter }) => letter),
          entities,
        ),
      ).toBe(xml)
    },
  )

  it.each(SNIPPETS.map((snippet) => [snippet.name, snippet] as const))(
    'keep all but the edit: %s',
    (_, snippet) => {
      const xml = documentOf(snippet)
      const { letters, entities } = decoded(xml)
      const now = letters.map(({ letter }) => editPlain(letter))
      const after = patched(xml, now, entities)
      expect(after).not.toBe(xml)
      const prefix = snippet.name === 'prefixed elements' ? 't:' : ''
      const tags = [
        `<${prefix}persName>`,
        `</${prefix}persName>`,
        `<${prefix}choice>`,
        `<${prefix}sic>`,
      ]
      for (const tag of tags) expect(after.split(tag).length).toBeGreaterThan(xml.split(tag).length)
      expect(sharedEnds(xml, after)).toContain('these')
      const back = decoded(after).letters.map(({ letter }, index) =>
        withoutSample(letter, now[index]!),
      )
      expect(patched(after, back, entities)).toBe(xml)
    },
  )
})

type Letter = ReturnType<typeof decoded>['letters'][number]['letter']

// The words that stand in every snippet, in its last letter.
function editPlain(letter: Letter): Letter {
  for (let attempt = 0; ; attempt++) {
    const edited = sampleEdit(letter, attempt)
    if (!edited) return letter
    const { corrections, mentions } = edited.translation.anchors
    const { blocks } = edited.translation.machine
    const plain = blocks.find(({ text }) => text.includes('Edit these'))
    const places = [corrections.roundtrip?.deleted[0]?.block, mentions.roundtrip?.from.block]
    if (plain && places.every((id) => id === plain.id)) return edited
  }
}

// What is left of the file between the part before the first change and the part behind the last one.
function sharedEnds(before: string, after: string): string {
  let start = 0
  while (before[start] === after[start] && start < before.length) start++
  let end = 0
  while (before.at(-1 - end) === after.at(-1 - end) && end < before.length - start) end++
  const changed = before.slice(start, before.length - end)
  expect(changed.length).toBeLessThan(40)
  return before.slice(Math.max(0, start - 6), before.length - end + 6)
}
