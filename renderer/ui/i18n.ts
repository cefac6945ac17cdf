import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import deApp from '../../resources/locales/de/app.json'
import deGuide from '../../resources/locales/de/guide.json'
import deLetter from '../../resources/locales/de/letter.json'
import deSession from '../../resources/locales/de/session.json'
import enApp from '../../resources/locales/en/app.json'
import enGuide from '../../resources/locales/en/guide.json'
import enLetter from '../../resources/locales/en/letter.json'
import enSession from '../../resources/locales/en/session.json'
import ruApp from '../../resources/locales/ru/app.json'
import ruGuide from '../../resources/locales/ru/guide.json'
import ruLetter from '../../resources/locales/ru/letter.json'
import ruSession from '../../resources/locales/ru/session.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof enApp & typeof enLetter & typeof enGuide }
    returnNull: false
  }
}

/** The languages of the interface. */
export const LOCALES = ['en', 'ru', 'de'] as const
export type Locale = (typeof LOCALES)[number]

/** Prepares the words of the interface in all languages; call once before anything is drawn. */
export async function startI18n(locale: Locale): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
    resources: {
      en: { translation: { ...enApp, ...enLetter, ...enGuide, ...enSession } },
      ru: { translation: { ...ruApp, ...ruLetter, ...ruGuide, ...ruSession } },
      de: { translation: { ...deApp, ...deLetter, ...deGuide, ...deSession } },
    },
  })
}

/** Switches the interface to another language, and says so in the document for screen readers and hyphenation. */
export async function changeLocale(locale: Locale): Promise<void> {
  document.documentElement.lang = locale
  if (i18next.language !== locale) await i18next.changeLanguage(locale)
}

/** The language of the system, where the interface speaks it, else English. */
export function systemLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const found = LOCALES.find((locale) => language.toLowerCase().startsWith(locale))
    if (found) return found
  }
  return 'en'
}
