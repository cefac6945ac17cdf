import type { EditionRecord } from '../../../shared/tei/edition-record.ts'

/** What a person types into the edition record; the UUID is made by the program. */
export type EditionForm = Omit<EditionRecord, 'uuid'>
export type EditionFault = 'empty' | 'email' | 'url'

/** An edition record of which nothing is filled in. */
export const EMPTY_EDITION: EditionForm = {
  title: '',
  editor: '',
  email: '',
  publisher: '',
  baseUrl: '',
  licence: 'CC-BY-4.0',
}

/** What stands in the way of exporting with this record, field by field; empty where nothing does. */
export function checkEdition(form: EditionForm): Readonly<Record<string, EditionFault>> {
  const faults: Record<string, EditionFault> = {}
  for (const field of ['title', 'editor', 'email', 'publisher', 'baseUrl'] as const)
    if (form[field].trim() === '') faults[field] = 'empty'
  // As HTML has it, and with a dot in the domain: an address for readers is never a bare host.
  if (!faults['email'] && !/^[^\s@<>"]+@[^\s@<>".]+(\.[^\s@<>".]+)+$/.test(form.email.trim()))
    faults['email'] = 'email'
  if (!faults['baseUrl'] && !isWebAddress(form.baseUrl.trim())) faults['baseUrl'] = 'url'
  return faults
}

function isWebAddress(address: string): boolean {
  if (!/^https?:\/\//i.test(address) || /\s/.test(address) || !URL.canParse(address)) return false
  const { hostname, search, hash } = new URL(address)
  return hostname !== '' && search === '' && hash === ''
}

/** The record as it is kept: without blanks around the values and slashes at the end of the address. */
export function tidyEdition(form: EditionForm): EditionForm {
  return {
    title: form.title.trim(),
    editor: form.editor.trim(),
    email: form.email.trim(),
    publisher: form.publisher.trim(),
    baseUrl: form.baseUrl.trim().replace(/\/+$/, ''),
    licence: form.licence,
  }
}
