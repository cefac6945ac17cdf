import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import deAfter from '../../resources/locales/de/after.json'
import deApp from '../../resources/locales/de/app.json'
import deGuide from '../../resources/locales/de/guide.json'
import deImport from '../../resources/locales/de/import.json'
import deLetter from '../../resources/locales/de/letter.json'
import deRules from '../../resources/locales/de/rules.json'
import deSession from '../../resources/locales/de/session.json'
import deTei from '../../resources/locales/de/tei.json'
import enAfter from '../../resources/locales/en/after.json'
import enApp from '../../resources/locales/en/app.json'
import enGuide from '../../resources/locales/en/guide.json'
import enImport from '../../resources/locales/en/import.json'
import enLetter from '../../resources/locales/en/letter.json'
import enRules from '../../resources/locales/en/rules.json'
import enSession from '../../resources/locales/en/session.json'
import enTei from '../../resources/locales/en/tei.json'
import ruAfter from '../../resources/locales/ru/after.json'
import ruApp from '../../resources/locales/ru/app.json'
import ruGuide from '../../resources/locales/ru/guide.json'
import ruImport from '../../resources/locales/ru/import.json'
import ruLetter from '../../resources/locales/ru/letter.json'
import ruRules from '../../resources/locales/ru/rules.json'
import ruSession from '../../resources/locales/ru/session.json'
import ruTei from '../../resources/locales/ru/tei.json'

type Words = typeof enApp &
  typeof enLetter &
  typeof enGuide &
  typeof enSession &
  typeof enImport &
  typeof enTei &
  typeof enAfter &
  typeof enRules

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: Words }
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
      en: {
        translation: {
          ...enApp,
          ...enLetter,
          ...enGuide,
          ...enSession,
          ...enImport,
          ...enTei,
          ...enAfter,
          ...enRules,
        },
      },
      ru: {
        translation: {
          ...ruApp,
          ...ruLetter,
          ...ruGuide,
          ...ruSession,
          ...ruImport,
          ...ruTei,
          ...ruAfter,
          ...ruRules,
        },
      },
      de: {
        translation: {
          ...deApp,
          ...deLetter,
          ...deGuide,
          ...deSession,
          ...deImport,
          ...deTei,
          ...deAfter,
          ...deRules,
        },
      },
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
