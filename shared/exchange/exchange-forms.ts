/** The forms in which letters go out to other programs beside TEI. */
export const EXCHANGE_FORMS = ['tmx', 'xliff', 'tbx', 'csv'] as const
export type ExchangeForm = (typeof EXCHANGE_FORMS)[number]
