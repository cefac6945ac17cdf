import type { LetterRow } from '../../../renderer/session/session.ts'

/** A row of the library, changed as the test wants it. */
export function row(change: Partial<LetterRow> & { readonly id: string }): LetterRow {
  return {
    title: change.id,
    dateText: '',
    dateSort: '',
    from: [],
    to: [],
    archive: '',
    words: 0,
    problems: 0,
    state: 'machine',
    hasOriginal: false,
    importId: null,
    ...change,
  }
}

const SENDERS = ['Ladygin', 'Torpov', 'Verkhov', 'Kuznetsov', 'Чубарин', 'Shchegolev']

/** Many invented letters, always the same. */
export function manyRows(count: number): readonly LetterRow[] {
  return Array.from({ length: count }, (_, index) => {
    const from = SENDERS[index % SENDERS.length] ?? ''
    const to = SENDERS[(index * 5 + 1) % SENDERS.length] ?? ''
    const date = `193${index % 7}-0${1 + (index % 9)}-1${index % 10}`
    return row({
      id: `ep-${index}`,
      title: `${from} to ${to}, ${date}`,
      dateText: date,
      dateSort: date,
      from: [from],
      to: [to],
      archive: `TsGAN F. 901. Op. 4. D. ${index % 90}. L. ${index}.`,
      words: (index * 37) % 500,
    })
  })
}
