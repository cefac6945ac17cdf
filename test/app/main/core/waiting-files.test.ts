import { expect, test } from 'vitest'
import { keepWaitingFiles } from '../../../../app/main/core/waiting-files.ts'

test('files wait until they are taken, each is given out once, and each addition is told', () => {
  const waiting = keepWaitingFiles()
  waiting.add(['before'])
  let told = 0
  waiting.onAdded(() => told++)
  waiting.add(['a', 'b'])
  waiting.add([])
  expect(waiting.take()).toEqual(['before', 'a', 'b'])
  expect(waiting.take()).toEqual([])
  expect(told).toBe(1)
})
