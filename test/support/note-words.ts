/** A seeded source of numbers from 0 up to 1 (mulberry32 by Tommy Ettinger, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Draws from a seeded source. */
export interface Dice {
  readonly chance: (probability: number) => boolean
  /** A whole number from `least` to `most`. */
  readonly number: (least: number, most: number) => number
  readonly pick: <T>(list: readonly T[]) => T
}

/** Dice over a seeded source. */
export function makeDice(random: () => number): Dice {
  const number = (least: number, most: number): number =>
    least + Math.floor(random() * (most - least + 1))
  const pick = <T>(list: readonly T[]): T => {
    const item = list[number(0, list.length - 1)]
    if (item === undefined) throw new RangeError('Nothing to pick from')
    return item
  }
  return { chance: (probability) => random() < probability, number, pick }
}

/** What a sentence is about: words that come back in the note on it. */
export interface Topic {
  readonly name: string
  readonly place: string
  readonly noun: string
}

/** A language of invented letters: what fills its sentences, and the sentences; braces are filled in. */
export interface Tongue {
  readonly lang: 'en' | 'ru'
  readonly nouns: readonly string[]
  readonly months: readonly string[]
  readonly endings: readonly [readonly string[], readonly string[]]
  /** Sentences about a topic. */
  readonly about: readonly string[]
  /** Sentences with numbers that are no callouts. */
  readonly numbers: readonly string[]
  /** Sentences that ask for an answer. */
  readonly asks: readonly string[]
  readonly openers: readonly string[]
  readonly closers: readonly string[]
  /** Notes about a topic. */
  readonly notes: readonly string[]
  /** Notes on the date line, on an answer, and on nothing that could be told. */
  readonly footNotes: readonly string[]
  readonly answerNotes: readonly string[]
  readonly bareNotes: readonly string[]
  /** Second and third paragraphs of notes. */
  readonly more: readonly string[]
  readonly headings: readonly string[]
  readonly words: readonly string[]
}

/** English as a machine writes it. */
export const ENGLISH: Tongue = {
  lang: 'en',
  nouns:
    'dam,lock,barge,timber,grain,salt,coal,winch,harvest,seed,school,wage,rail,bridge,oil,press,tax,kiln,ferry,canal,dredger,depot,mill,pump,cable,lamp,boiler,orchard,fishery,loan,treaty,syndicate,brigade,newspaper,mine,quarry'.split(
      ',',
    ),
  months:
    'January,February,March,April,May,June,July,August,September,October,November,December'.split(
      ',',
    ),
  endings: [
    'ov,in,sky,enko,shvili,ich,yan,ash'.split(','),
    'sk,ino,grad,ovka,bad,ets,ye'.split(','),
  ],
  about: [
    '{name} asks that the {noun} at {place} be given to him',
    'The {noun} at {place} is not finished, and {name} blames everybody',
    'We sent {name} to {place} to see about the {noun}',
    'Do not let {name} touch the {noun} again',
    'In {place} the {noun} goes badly, worse than last year',
    'It will be necessary to check the {noun} of {place}',
    'I have read the note of {name} on the {noun} with great doubt',
    'The question of the {noun} in {place} was put off',
    'As for {place}, the {noun} is weak there and {name} knows it',
    'Comrade {name} will report on the {noun} after his return',
    'Nobody here understands why {name} gave up the {noun}',
    'Resolution on the {noun} = very important matter',
    'The people of {place} want a {noun} and will get none',
  ],
  numbers: [
    'For this {n} thousand tons are needed and {n} are there',
    'We instructed {s} commissions to work it out',
    'See paragraph {s} of the decree on the {noun}',
    'HP {n}',
    'No. {n}/sh',
    'I agree with points {s} and {s}',
    'There are {n} mills in {place} and {n} more in the south',
    'By {d}/X the plan stood at {n}%, by {d}/XI at {n}%',
    'Yours {n} has come, but not {n}',
    'In {s}, relations with {place} are bad',
    'The {noun} costs {n} rubles {n} kopecks',
    'Over {n} people were sent to {place} in {s} days',
    'On {d} it will be put before the Board',
    'The quarter gives 1,{n}0 tons against 2.{n}5 of last year',
    'On {month} {d} the {noun} was still shut',
    'These {s} weeks decide everything for the {noun}',
    'Last year {n} m. {n} tons, now {n}–{n} m. tons',
    'At {s} o’clock. {n} min. he left for {place}',
    'Lock {s} and lock {s} leak',
    'The share of {place} was {n} in {n}, and of {place} {n}',
  ],
  asks: [
    'Please let me know your opinion',
    'Submit your opinion',
    'We ask for your consent',
    'We expect your instructions',
  ],
  openers: [
    'Dear comrade {name}!',
    'Tov. {name}.',
    'Hello, dear {name}!',
    'From {place} {d}/IX - 34 at {s} o’clock. {n} min. In. No. {n}.',
    'Moscow. Central Board. {name} .',
    'Strictly secret.',
    'Cipher.',
  ],
  closers: [
    'Yours {name}.',
    '{name}.',
    'Greetings to all. Your {name}.',
    'Shake your hand. {name}.',
  ],
  notes: [
    'On {month} {d}, 193{s}, the Board allotted money for the {noun} of {place} (TsGAN. F. {n}. Op. 3. D. {n}1. L. {s}).',
    'On {month} {d}, 193{s}, the Board heard {name} and left the question open (Ibid. D. {n}. L. {n}).',
    'We are talking about the {noun} of {place}.',
    '{name} was head of the {noun} trust until 193{s}.',
    'The {noun} at {place} was begun in 193{s} and given up a year later (River and Harbour. M., 1994. P. {n}).',
    'By decision of the Board of {month} {d}, 193{s}, {name} was relieved of his work (TsGAN. F. {n}. Op. 162. D. {n}. L. {n}, {n}).',
    'The decree “On the {noun}” was adopted on {month} {d}, 193{s} (Ibid. L. {n}, {n}–9{s}). See also document No. {n}.',
    'Probably, this is the {noun} which {name} had proposed in spring.',
    'Resolution on the {noun} of {month} {d}, see: TsGAN. F. 17. Op. {n}. D. {n}. L. {n}.',
    'On {month} {d} the newspapers printed a letter of {name} on the {noun}.',
  ],
  footNotes: [
    'Date, number and time entered by the secretary.',
    'Number and date entered by the secretary. Sent in code from {place} at {s} o’clock. {n} min. (Ibid. L. {n}).',
    'Date of decryption.',
  ],
  answerNotes: [
    'On the same day {name} agreed (Ibid. L. {n}).',
    'In a cipher from {place} at {s} p.m. {n} min. {name} replied with consent.',
  ],
  bareNotes: [
    'See note {s} to document No. {n}.',
    'So in the text.',
    'The end of the sheet is cut off.',
    'There are no telegrams.',
    'See Document No. {n}, Note {s} to Document No. {n}.',
    'On the first sheet there is a mark: “Read”.',
  ],
  more: [
    '“{name} wrote that the {noun} would not be ready before {month}, and that he could do nothing.',
    'Further, the resolution stated that the {noun} “is a matter of the first order”.',
    'On {month} {d} the matter came up again and was closed (Ibid. L. {n}).',
    '{name} answered from {place}: “I shall not go.”',
  ],
  headings: ['Notes', 'Notes:', 'NOTES', 'Footnotes'],
  words: ['one', 'two', 'three', 'four', 'five'],
}

/** Russian as it was printed. */
export const RUSSIAN: Tongue = {
  lang: 'ru',
  nouns:
    'плотину,баржу,хлеб,соль,уголь,школу,дорогу,мост,нефть,печать,пристань,канал,мельницу,кабель,лампу,котёл,заём,договор,бригаду,газету,шахту'.split(
      ',',
    ),
  months: 'января,февраля,марта,апреля,мая,июня,июля,августа,сентября,октября,ноября,декабря'.split(
    ',',
  ),
  endings: ['ов,ин,ский,енко,швили,ич,ян,аш'.split(','), 'ск,ино,град,овка,бад,ец'.split(',')],
  about: [
    '{name} просит отдать ему {noun} в городе {place}',
    'Мы послали товарища {name} в {place} посмотреть {noun}',
    'Нельзя больше доверять {name} такое дело, как {noun}',
    'Вопрос про {noun} в {place} мы отложили',
    'Я прочёл записку {name} про {noun} с большим сомнением',
    'В {place} дело идёт плохо, хуже прошлого года',
    'Товарищ {name} доложит про {noun} после возвращения',
  ],
  numbers: [
    'Для этого нужно {n} тысяч тонн, а есть {n}',
    'Смотри пункт {s} постановления',
    'НР {n}',
    '№ {n}/ш',
    'На {s} недели работа встала',
    'Согласен с пунктами {s} и {s}',
    'К {d}/X план выполнен на {n}%',
    'Ваша {n} получена',
    'Это стоит {n} рублей {n} копеек',
    'Заседание будет {d} {month}',
    'Послано {n} человек за {s} дней',
    'В {s} часов {n} минут он уехал в {place}',
  ],
  asks: ['Сообщите ваше мнение', 'Просим вашего согласия', 'Ждём ваших указаний'],
  openers: ['Здравствуйте, дорогой {name}!', 'Тов. {name}.', 'Сов. секретно.', 'Шифром.'],
  closers: ['Ваш {name}.', '{name}.', 'Привет всем. {name}.'],
  notes: [
    '{d} {month} 193{s} г. Правление отпустило деньги на {noun} в {place} (ЦГАН. Ф. {n}. Оп. 3. Д. {n}1. Л. {s}).',
    'Речь идёт про {noun} в {place}.',
    '{name} был управляющим трестом до 193{s} г.',
    'Имеется в виду {noun}, про которую {name} писал весной.',
    '{d} {month} 193{s} г. Правление заслушало {name} (Там же. Д. {n}. Л. {n}).',
    'Постановление про {noun} принято {d} {month} (Там же. Л. {n}, {n}). См. также документ № {n}.',
  ],
  footNotes: [
    'Число, номер и время вписаны секретарём.',
    'Дата расшифровки.',
    'Номер и дата вписаны секретарём. Отправлено шифром из {place} в {s} час. {n} мин. (Там же. Л. {n}).',
  ],
  answerNotes: ['В тот же день {name} ответил согласием (Там же. Л. {n}).'],
  bareNotes: [
    'См. примечание {s} к документу № {n}.',
    'Так в тексте.',
    'Конец листа обрезан.',
    'Подчёркнуто дважды. — Прим. ред.',
  ],
  more: ['Далее в постановлении говорилось про {noun}.', '{name} ответил из {place}: «Не поеду».'],
  headings: ['Примечания', 'Примечания:', 'ПРИМЕЧАНИЯ'],
  words: ['один', 'два', 'три', 'четыре', 'пять'],
}

const SYLLABLES: Readonly<Record<Tongue['lang'], readonly string[]>> = {
  en: 'Bar,Tum,Vel,Kor,Lad,Mir,Sob,Zhel,Gav,Rud,Pes,Dol,Yar,Fed,Ost,Shub,Kal,Nev,Lub,Tar,Chern,Bel,Vin,Gor'.split(
    ',',
  ),
  ru: 'Бар,Тум,Вел,Кор,Лад,Мир,Соб,Жел,Гав,Руд,Пес,Дол,Яр,Фед,Ост,Шуб,Кал,Нев,Луб,Тар,Черн,Бел,Вин,Гор'.split(
    ',',
  ),
}
const MIDDLES: Readonly<Record<Tongue['lang'], readonly string[]>> = {
  en: 'a,o,i,an,ol,er,ak,ut,em'.split(','),
  ru: 'а,о,и,ан,ол,ер,ак,ут,ем'.split(','),
}

function makeName(dice: Dice, tongue: Tongue, kind: 0 | 1): string {
  const { lang, endings } = tongue
  return dice.pick(SYLLABLES[lang]) + dice.pick(MIDDLES[lang]) + dice.pick(endings[kind])
}

/** A topic of invented names. */
export function makeTopic(dice: Dice, tongue: Tongue): Topic {
  return {
    name: makeName(dice, tongue, 0),
    place: makeName(dice, tongue, 1),
    noun: dice.pick(tongue.nouns),
  }
}

/** A template with its braces filled: the topic, a month, a day, a small number, a greater one. */
export function fill(template: string, dice: Dice, tongue: Tongue, topic: Topic): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => {
    if (key === 'name' || key === 'place' || key === 'noun') return topic[key]
    if (key === 'month') return dice.pick(tongue.months)
    if (key === 'd') return String(dice.number(1, 31))
    return String(key === 's' ? dice.number(1, 9) : dice.number(2, 99))
  })
}
