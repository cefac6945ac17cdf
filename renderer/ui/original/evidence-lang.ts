/** The language that the sentences of recognition are written in, for the `lang` of the element that shows them. */
export const evidenceLang = 'en'
