/**
 * Abbreviations after whose full stop a sentence goes on, by language: small letters, without the stop. `always` never end a sentence
 * before a word with a capital (titles, words before a name or number); the others may, and do so before a word that begins sentences.
 */
export interface Abbreviations {
  readonly always: ReadonlySet<string>
  readonly sometimes: ReadonlySet<string>
  /** Words with a capital that begin a sentence and are no part of a name. */
  readonly openers: ReadonlySet<string>
  /** A number with a full stop is an ordinal ("am 3. Mai"). */
  readonly ordinalStop?: boolean
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

const RUSSIAN: Abbreviations = {
  always: set(
    `т тт тов гр г-н г-жа проф акад инж ген ген-лейт полк кап им ул пл пр пер д-р зам пом нач зав секр пред чл см ср напр стр с
     л лл д оп ф кн вып разд п пп ст гл № вх исх арх изд ред сост сов св о`,
  ),
  sometimes: set(
    `г гг в вв н э р руб коп тыс млн млрд млр трлн проц кг км м га ц экз шт мин сек час ч янв фев февр мар апр июн июл авг сен сент окт
     ноя нояб дек др пр т.е т.к т.д т.п т.г с.г см прим ок губ обл уезд окр ж.-д ж.д`,
  ),
  openers: set(
    `я мы вы он она оно они это эта этот эти то те что как если но и а же не нет да по в во на из за к ко с со о об от до для при без у ваш
     ваша ваше ваши наш наша наше наши мой моя мое мои его ее их все всё все-таки так также только уже тогда теперь сейчас здесь там где
     когда кто чтобы ввиду прошу просим считаю считаем предлагаю предлагаем сообщаю сообщаем жду ждем надо нужно необходимо можно нельзя
     пусть сегодня вчера завтра ответ привет копия верно`,
  ),
}

const ENGLISH: Abbreviations = {
  always: set(
    `mr mrs ms dr prof st gen col maj capt lt sgt com comr comrade messrs rev hon no nos nr vol vols p pp ed eds f ff op d l ll fond fol
     cf vs viz e.g i.e approx fig figs art para sec ch t tt v inc. tov tt`,
  ),
  sometimes: set(
    `jan feb mar apr jun jul aug sep sept oct nov dec etc et al inc co ltd jr sr ca c a.m p.m min sec hr hrs o'clock o’clock kg km ft rub kop mln bln thous
     u.s u.k u.s.s.r dept prov dist obl gub`,
  ),
  openers: set(
    `i we you he she it they this that these those there the a an if but and or not no yes in on at by from for to of with without as so
     when where who what why how then now here your our my his her their its all let please ask propose consider i'm it's regards greetings
     today yesterday tomorrow however therefore because since while after before under according second third first finally copy`,
  ),
}

const GERMAN: Abbreviations = {
  ordinalStop: true,
  always: set(
    'hr fr frl dr prof st nr bd hrsg s f ff vgl bzw z.b d.h u.a o.ä z.t i.d.r gen oberst kom inkl evtl ggf abs art kap anm',
  ),
  sometimes: set(
    'jan feb mär apr jun jul aug sep sept okt nov dez usw etc mio mrd tsd min std kg km rbl kop',
  ),
  openers: set(
    'ich wir sie er es ihr du das dies diese dieser der die den dem ein eine wenn aber und oder nicht nein ja in auf an bei von für zu mit ohne als so wo wer was warum wie dann jetzt hier mein unser sein alle bitte heute gestern morgen',
  ),
}

const NONE: Abbreviations = { always: new Set(), sometimes: new Set(), openers: new Set() }

/** The abbreviations of a language (BCP 47; the first subtag counts); none for a language that is not known. */
export function abbreviationsOf(language: string): Abbreviations {
  const primary = language.toLowerCase().split('-')[0]
  if (primary === 'ru') return RUSSIAN
  if (primary === 'en') return ENGLISH
  return primary === 'de' ? GERMAN : NONE
}
