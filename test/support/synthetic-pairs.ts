import type { PairText } from '../../shared/import/languages/pair-text.ts'

/** An invented letter in two languages, as a machine and time leave them. */
export interface SyntheticPair {
  readonly translation: PairText
  readonly original: PairText
}

/** Surnames: as a Russian heading has them (dative), as an English one has them. */
const PEOPLE = [
  ['Ладыгину', 'Ladygin'],
  ['Торпову', 'Torpov'],
  ['Верхову', 'Verkhov'],
  ['Чубарину', 'Chubarin'],
  ['Щеголеву', 'Schegolev'],
  ['Кузнецову', 'Kuznetsov'],
  ['Желниной', 'Zhelnina'],
  ['Морозу', 'Moroz'],
  ['Хрунову', 'Khrunov'],
  ['Цыплину', 'Tsyplin'],
  ['Якушеву', 'Yakushev'],
  ['Грачинскому', 'Grachinsky'],
] as const
const PLACES = [
  ['Затонска', 'Zatonsk'],
  ['Уфы', 'Ufa'],
  ['Белой', 'White'],
  ['Толвы', 'Tolva'],
  ['Медведок', 'Medvedki'],
  ['Гагры', 'Gagra'],
  ['Самары', 'Samara'],
  ['Перми', 'Perm'],
  ['Котласа', 'Kotlas'],
  ['Архангельска', 'Arkhangelsk'],
  ['Саратова', 'Saratov'],
  ['Царицына', 'Tsaritsyn'],
  ['Рыбинска', 'Rybinsk'],
  ['Сызрани', 'Syzran'],
  ['Чистополя', 'Chistopol'],
  ['Елабуги', 'Yelabuga'],
] as const
const GOODS = [
  ['мешков муки', 'bags of flour'],
  ['бревен', 'logs'],
  ['пудов каната', 'poods of rope'],
  ['барж с углем', 'barges with coal'],
  ['руб.', 'rubles'],
  ['тонн мазута', 'tons of fuel oil'],
  ['буксиров', 'tugboats'],
  ['лодок', 'boats'],
] as const
const FILLERS = [
  ['Прошу ответить телеграфом.', 'Please answer by telegraph.'],
  [
    'Вода спала, и пароходы дальше не идут.',
    'The water has gone down and the steamers go no further.',
  ],
  [
    'Считаю это неправильным и прошу принять меры.',
    'I consider this wrong and ask you to take measures.',
  ],
  ['Здоровье сносное, врачи гонят на юг.', 'Health is tolerable, doctors drive to the south.'],
  [
    'Надо торопиться, иначе останемся на мели.',
    'We must hurry, otherwise we will be left on the chalk.',
  ],
  [
    'О прочем напишу на днях подробнее.',
    'I will write about the rest in more detail one of these days.',
  ],
] as const
const MONTHS_RU =
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')
const MONTHS_EN =
  'January February March April May June July August September October November December'.split(' ')

/** Random numbers that are the same in each run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Invented letters of twelve people over eight years in both languages, with the faults of machine translation: one number in ten and one
 * name in four is lost or other; a third of the originals come without date and parties (`bare`: all of them), as from a bare text file.
 */
export function syntheticPairs(count: number, seed: number, bare = false): SyntheticPair[] {
  const random = seededRandom(seed)
  const below = (end: number) => Math.floor(random() * end)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const sentence = (): readonly [string, string] => {
    if (random() < 0.4) return pick(FILLERS)
    const [goodsRu, goodsEn] = pick(GOODS)
    const [placeRu, placeEn] = pick(PLACES)
    const value = random() < 0.5 ? 2 + below(90) : (1 + below(400)) * pick([10, 100, 5])
    const told = random() < 0.1 ? value + 1 + below(40) : value
    const named = random() < 0.25 ? 'the town' : placeEn
    const day = 1 + below(28)
    const month = below(12)
    const ru = `Из ${placeRu} до ${day}-го ${MONTHS_RU[month]} пришло ${value.toLocaleString('ru')} ${goodsRu}`
    const en = `From ${named} before ${MONTHS_EN[month]} ${day} came ${told.toLocaleString('en')} ${goodsEn}`
    return [`${ru}.`, `${en}.`]
  }
  return Array.from({ length: count }, (_, at): SyntheticPair => {
    const id = `letter-${at}`
    const [from, to] = [pick(PEOPLE), pick(PEOPLE)]
    const when = new Date(Date.UTC(1929, 0, 1 + below(8 * 365))).toISOString().slice(0, 10)
    const body = Array.from({ length: 1 + below(8) }, () =>
      Array.from({ length: 1 + below(4) }, sentence),
    )
    const isBare = bare || random() < 1 / 3
    const lines = (language: 0 | 1) =>
      body.map((paragraph) => ({
        kind: 'paragraph' as const,
        text: paragraph.map((both) => both[language]).join(' '),
      }))
    const common = { id, heading: '', archive: [] }
    return {
      translation: {
        ...common,
        senders: [from[1]],
        recipients: [to[1]],
        date: { when },
        lines: lines(1),
      },
      original: {
        ...common,
        senders: [],
        recipients: isBare ? [] : [to[0]],
        date: isBare ? null : { when },
        lines: lines(0),
      },
    }
  })
}
