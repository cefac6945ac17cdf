import { describe, expect, it } from 'vitest'
import { sampleEdition } from '../../../renderer/session/sample-edition.ts'
import { letterProblems } from '../../../shared/check/letter-problems.ts'
import { machineString } from '../../../shared/letter/machine-text.ts'
import { project } from '../../../shared/letter/project.ts'
import { read } from '../../../shared/letter/read.ts'

const { letters, entities } = sampleEdition()

describe('the sample edition as letters', () => {
  it('is a dozen letters, each with its original and in canonical form', () => {
    expect(letters).toHaveLength(12)
    for (const { translation, original } of letters) {
      expect(original).not.toBeNull()
      expect(machineString(translation.machine)).not.toBe('')
      for (const text of [translation, original])
        if (text) expect(read(project(text), text.machine, text.records)).toEqual(text)
    }
  })

  it('keeps every record that the file has', () => {
    for (const { translation } of letters) {
      expect(Object.keys(translation.anchors.corrections).sort()).toEqual(
        Object.keys(translation.records.corrections).sort(),
      )
      expect(Object.keys(translation.anchors.mentions).sort()).toEqual(
        Object.keys(translation.records.mentions).sort(),
      )
    }
  })

  it('points only to entries of its register', () => {
    const known = new Set(entities.map(({ id }) => id))
    for (const { translation } of letters)
      for (const { entity } of Object.values(translation.records.mentions))
        if (entity) expect(known).toContain(entity)
  })

  it('has problems to solve in the lesson', () => {
    const first = letters[0]
    if (!first) throw new RangeError('no lesson')
    expect(letterProblems(first).map(({ code }) => code)).toContain('note-without-callout')
  })
})
