/** How a number word counts: its value, or what it multiplies the words before it by. */
export type NumberWord = { readonly value: number } | { readonly times: number }

type Row = readonly [stem: string, value: number]

const ENGLISH: readonly Row[] = [
  ['eleven', 11],
  ['twelve', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
]

/** All case forms of a Russian number begin with one of these stems and end in a case ending. */
const RUSSIAN: readonly Row[] = [
  ['одиннадцат', 11],
  ['двенадцат', 12],
  ['тринадцат', 13],
  ['четырнадцат', 14],
  ['пятнадцат', 15],
  ['шестнадцат', 16],
  ['семнадцат', 17],
  ['восемнадцат', 18],
  ['девятнадцат', 19],
  ['двадцат', 20],
  ['тридцат', 30],
  ['сорок', 40],
  ['пятьдесят', 50],
  ['пятидесят', 50],
  ['шестьдесят', 60],
  ['шестидесят', 60],
  ['семьдесят', 70],
  ['семидесят', 70],
  ['восемьдесят', 80],
  ['восьмидесят', 80],
  ['девяност', 90],
  ['двест', 200],
  ['двухсот', 200],
  ['трист', 300],
  ['трехсот', 300],
  ['четырест', 400],
  ['четырехсот', 400],
  ['пятьсот', 500],
  ['пятисот', 500],
  ['шестьсот', 600],
  ['шестисот', 600],
  ['семьсот', 700],
  ['семисот', 700],
  ['восемьсот', 800],
  ['восьмисот', 800],
  ['девятьсот', 900],
  ['девятисот', 900],
  ['одн', 1],
  ['один', 1],
  ['два', 2],
  ['две', 2],
  ['двух', 2],
  ['двум', 2],
  ['три', 3],
  ['трех', 3],
  ['трем', 3],
  ['четыр', 4],
  ['пят', 5],
  ['шест', 6],
  ['семь', 7],
  ['семи', 7],
  ['восем', 8],
  ['восьм', 8],
  ['девят', 9],
  ['десят', 10],
]

const RUSSIAN_END = /^(?:ь|и|ью|а|е|о|у|я|ех|ем|ь?мя|ам|ах|ми|ого|ому|им|ом|ой)?$/u

const TIMES: readonly (readonly [RegExp, number])[] = [
  [/^(?:hundreds?|ста|сот|сотен|сотни|сто)$/u, 100],
  [/^(?:thousands?|тыс|тысяч\p{L}{0,3})$/u, 1000],
  [/^(?:millions?|mln|млн|миллион\p{L}{0,2})$/u, 1_000_000],
  [/^(?:billions?|bln|млрд|миллиард\p{L}{0,2})$/u, 1_000_000_000],
]

const known = new Map<string, NumberWord | null>()

/** What a lower-case word (English or Russian in any case form, ё as е) means as a number; null for all others. Ordinals are none. */
export function readNumberWord(word: string): NumberWord | null {
  const before = known.get(word)
  if (before !== undefined) return before
  const read = look(word)
  // What is kept is bounded by the words of the tables and a few thousand others.
  if (known.size < 20_000) known.set(word, read)
  return read
}

function look(word: string): NumberWord | null {
  const times = TIMES.find(([pattern]) => pattern.test(word))
  if (times) return { times: times[1] }
  const english = ENGLISH.find(([name]) => name === word)
  if (english) return { value: english[1] }
  const russian = RUSSIAN.find(
    ([stem]) => word.startsWith(stem) && RUSSIAN_END.test(word.slice(stem.length)),
  )
  return russian ? { value: russian[1] } : null
}
