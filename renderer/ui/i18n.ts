import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import deAfter from '../../resources/locales/de/after.json'
import deAlign from '../../resources/locales/de/align.json'
import deApp from '../../resources/locales/de/app.json'
import deCheck from '../../resources/locales/de/check.json'
import deGuide from '../../resources/locales/de/guide.json'
import deImport from '../../resources/locales/de/import.json'
import deLetter from '../../resources/locales/de/letter.json'
import deMeasures from '../../resources/locales/de/measures.json'
import deReading from '../../resources/locales/de/reading.json'
import deRules from '../../resources/locales/de/rules.json'
import deSafety from '../../resources/locales/de/safety.json'
import deSession from '../../resources/locales/de/session.json'
import deSpread from '../../resources/locales/de/spread.json'
import deSynonyms from '../../resources/locales/de/synonyms.json'
import deTei from '../../resources/locales/de/tei.json'
import deWords from '../../resources/locales/de/words.json'
import enAfter from '../../resources/locales/en/after.json'
import enAlign from '../../resources/locales/en/align.json'
import enApp from '../../resources/locales/en/app.json'
import enCheck from '../../resources/locales/en/check.json'
import enGuide from '../../resources/locales/en/guide.json'
import enImport from '../../resources/locales/en/import.json'
import enLetter from '../../resources/locales/en/letter.json'
import enMeasures from '../../resources/locales/en/measures.json'
import enReading from '../../resources/locales/en/reading.json'
import enRules from '../../resources/locales/en/rules.json'
import enSafety from '../../resources/locales/en/safety.json'
import enSession from '../../resources/locales/en/session.json'
import enSpread from '../../resources/locales/en/spread.json'
import enSynonyms from '../../resources/locales/en/synonyms.json'
import enTei from '../../resources/locales/en/tei.json'
import enWords from '../../resources/locales/en/words.json'
import ruAfter from '../../resources/locales/ru/after.json'
import ruAlign from '../../resources/locales/ru/align.json'
import ruApp from '../../resources/locales/ru/app.json'
import ruCheck from '../../resources/locales/ru/check.json'
import ruGuide from '../../resources/locales/ru/guide.json'
import ruImport from '../../resources/locales/ru/import.json'
import ruLetter from '../../resources/locales/ru/letter.json'
import ruMeasures from '../../resources/locales/ru/measures.json'
import ruReading from '../../resources/locales/ru/reading.json'
import ruRules from '../../resources/locales/ru/rules.json'
import ruSafety from '../../resources/locales/ru/safety.json'
import ruSession from '../../resources/locales/ru/session.json'
import ruSpread from '../../resources/locales/ru/spread.json'
import ruSynonyms from '../../resources/locales/ru/synonyms.json'
import ruTei from '../../resources/locales/ru/tei.json'
import ruWords from '../../resources/locales/ru/words.json'

type Words = typeof enApp &
  typeof enLetter &
  typeof enGuide &
  typeof enSession &
  typeof enImport &
  typeof enTei &
  typeof enAfter &
  typeof enRules &
  typeof enSafety &
  typeof enCheck &
  typeof enReading &
  typeof enAlign &
  typeof enSpread &
  typeof enMeasures &
  typeof enWords &
  typeof enSynonyms

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

// The words of a language in one object, whatever file they are in.
const RESOURCES = {
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
      ...enSafety,
      ...enCheck,
      ...enReading,
      ...enAlign,
      ...enSpread,
      ...enMeasures,
      ...enWords,
      ...enSynonyms,
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
      ...ruSafety,
      ...ruCheck,
      ...ruReading,
      ...ruAlign,
      ...ruSpread,
      ...ruMeasures,
      ...ruWords,
      ...ruSynonyms,
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
      ...deSafety,
      ...deCheck,
      ...deReading,
      ...deAlign,
      ...deSpread,
      ...deMeasures,
      ...deWords,
      ...deSynonyms,
    },
  },
}

/** Prepares the words of the interface in all languages; call once before anything is drawn. */
export async function startI18n(locale: Locale): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
    resources: RESOURCES,
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
