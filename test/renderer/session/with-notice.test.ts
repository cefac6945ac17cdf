import { describe, expect, it } from 'vitest'
import type { Notice } from '../../../renderer/session/session.ts'
import {
  noticesIn,
  noticesNotAbout,
  noticesWithoutOffers,
  withNotice,
  withoutPassing,
} from '../../../renderer/session/with-notice.ts'

let ids = 0
const notice = (text: string, more: Partial<Notice> = {}): Notice => ({
  ...{ id: ++ids, at: 0, tone: 'good', text },
  ...more,
})
const action = { label: 'Undo', run: () => {} }
const texts = (all: readonly Notice[]) => all.map(({ text }) => text)

describe('the messages of the window', () => {
  it('are the last passing one, which the one before does not outlive', () => {
    const first = notice('23 accepted')
    const all = withNotice([first], notice('60 imported', { at: 4000, action }))
    expect(texts(all)).toEqual(['60 imported'])
  })

  it('are all that one act says', () => {
    const written = notice('76 files written', { at: 4000 })
    const all = withNotice([written], notice('Two letters have no pairs', { at: 4001 }))
    expect(texts(all)).toEqual(['76 files written', 'Two letters have no pairs'])
  })

  it('keep bad news beside what comes after it, said once, and never many of them', () => {
    const bad = (text: string) => notice(text, { tone: 'bad' })
    let all = withNotice([bad('No disk')], notice('Saved', { at: 9000 }))
    expect(texts(all)).toEqual(['No disk', 'Saved'])
    for (const text of ['a', 'b', 'c', 'c']) all = withNotice(all, bad(text))
    expect(texts(all)).toEqual(['a', 'b', 'c'])
  })

  it('pass when a person goes on, but for bad news and what offers something to do', () => {
    const all = [
      notice('Nothing here'),
      notice('37 imported', { action }),
      notice('No', { tone: 'bad' }),
    ]
    expect(texts(withoutPassing(all))).toEqual(['37 imported', 'No'])
    const staying = all.slice(1)
    expect(withoutPassing(staying)).toBe(staying)
  })

  it('go with their screen', () => {
    const all = [notice('23 accepted', { screen: 'review' }), notice('No disk', { tone: 'bad' })]
    expect(texts(noticesIn(all, 'library', null))).toEqual(['No disk'])
    expect(noticesIn(all, 'review', null)).toBe(all)
  })

  it('go with their letter, and with what is said of the same thing later', () => {
    const left = notice('Left as it is', {
      tone: 'bad',
      screen: 'letter',
      letter: 'a',
      about: 'b1',
    })
    const all = [notice('No disk', { tone: 'bad' }), left]
    expect(noticesIn(all, 'letter', 'a')).toBe(all)
    expect(texts(noticesIn(all, 'letter', 'b'))).toEqual(['No disk'])
    expect(noticesNotAbout(all, 'b2')).toBe(all)
    expect(texts(noticesNotAbout(all, 'b1'))).toEqual(['No disk'])
  })

  it('offer nothing that was done meanwhile', () => {
    const all = [
      notice('Import taken back', { action }),
      notice('1 was worked on', { tone: 'bad', screen: 'library', action }),
      notice('Save a copy', { tone: 'bad', action }),
      notice('Told'),
    ]
    expect(texts(noticesWithoutOffers(all))).toEqual(['Save a copy', 'Told'])
  })
})
