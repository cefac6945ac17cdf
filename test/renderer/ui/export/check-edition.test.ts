import { describe, expect, it } from 'vitest'
import {
  checkEdition,
  type EditionForm,
  EMPTY_EDITION,
  tidyEdition,
} from '../../../../renderer/ui/export/check-edition.ts'

const good: EditionForm = {
  title: 'Correspondence of the Water Board',
  editor: 'Anna Muster',
  email: 'anna@example.org',
  publisher: 'Institute',
  baseUrl: 'https://example.org/letters',
  licence: 'CC-BY-4.0',
}

describe('checkEdition', () => {
  it('asks for every field', () => {
    expect(checkEdition(EMPTY_EDITION)).toEqual({
      title: 'empty',
      editor: 'empty',
      email: 'empty',
      publisher: 'empty',
      baseUrl: 'empty',
    })
    expect(checkEdition({ ...good, title: '  ' })).toEqual({ title: 'empty' })
  })

  it('has nothing against a good record', () => {
    expect(checkEdition(good)).toEqual({})
  })

  it.each(['anna', 'anna@', 'anna@host', '@example.org', 'a b@example.org', 'a@b@c.org'])(
    'refuses the e-mail %s',
    (email) => expect(checkEdition({ ...good, email })).toEqual({ email: 'email' }),
  )

  it.each([
    'example.org',
    'ftp://example.org',
    'https://',
    'https://a b.org',
    'https://x.org/?a=b',
  ])('refuses the address %s', (baseUrl) =>
    expect(checkEdition({ ...good, baseUrl })).toEqual({ baseUrl: 'url' }),
  )

  it('takes an address of letters of any alphabet', () => {
    expect(checkEdition({ ...good, baseUrl: 'https://письма.рф/том-1' })).toEqual({})
  })
})

describe('tidyEdition', () => {
  it('takes away blanks and the slashes at the end of the address', () => {
    const typed = { ...good, title: ` ${good.title} `, baseUrl: 'https://example.org/letters// ' }
    expect(tidyEdition(typed)).toEqual(good)
  })
})
