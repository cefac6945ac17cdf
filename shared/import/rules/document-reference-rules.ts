import type { Rule } from './rule.ts'

const rule = {
  kind: 'document-reference',
  group: 1,
  value: '@reference',
  places: ['notes', 'body', 'opener', 'closer', 'archive'],
  enabled: true,
} as const
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const RUSSIAN_MONTH =
  '(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)'

/** References to other documents of the edition: by number, with a note, by date, by dispatch number; groups `doc`, `note`, `date`, `n`. */
export const DOCUMENT_REFERENCE_RULES: readonly Rule[] = [
  {
    ...rule,
    id: 'reference-note-to-document',
    needs: ['ocument', 'okument', 'окумент', 'ок.'],
    pattern:
      '(?<!\\p{L})((?:[Nn]otes?|[Aa]nm(?:erkung|\\.)|[Пп]римеч(?:ани[еяю]|\\.))\\s(?<note>\\d{1,2})\\s(?:to|of|zu|к)\\s(?:[Dd]ocument|[Dd]okument|док(?:ументу|\\.))\\s?(?:[Nn]o\\.?\\s?|[Nn]r\\.?\\s?|№\\s?|#)?(?<doc>\\d{1,4}))',
    flags: 'u',
    confidence: 0.97,
    examples: [
      {
        text: '4 See note 1 to document No. 13.',
        found: 'note 1 to document No. 13',
        value: 'document 13, note 1',
      },
      { text: 'См. примечание 1 к документу № 13.', found: 'примечание 1 к документу № 13' },
      { text: 'Siehe Anm. 2 zu Dokument Nr. 5', found: 'Anm. 2 zu Dokument Nr. 5' },
    ],
    counterexamples: ['note 1 below', 'document No. 13'],
  },
  {
    ...rule,
    id: 'reference-documents',
    needs: ['ocument', 'okument', 'окумент', 'ок.'],
    pattern:
      '(?<!\\p{L}|(?:\\d\\s(?:to|of|zu|к)\\s))((?:[Dd]ocuments?|[Dd]okumente?|[Дд]ок(?:умент\\p{Ll}{0,3}|\\.))\\s?(?:[Nn]os?\\.?|[Nn]r\\.?|№№?|N°|#)\\s?(?<doc>\\d{1,4}(?:(?:,\\s|\\s(?:and|и|und)\\s|[-–])\\d{1,4}){0,12}))(?!\\d)',
    flags: 'u',
    confidence: 0.93,
    examples: [
      {
        text: 'See also documents No. 3, 5, 17.',
        found: 'documents No. 3, 5, 17',
        value: 'documents 3, 5, 17',
      },
      { text: 'See Document #429.', found: 'Document #429', value: 'document 429' },
      { text: 'см. док. № 12', found: 'док. № 12' },
    ],
    counterexamples: ['note 4 to document No. 7', 'documents 3'],
  },
  {
    ...rule,
    id: 'reference-see-document',
    needs: ['ocument', 'okument', 'окумент', 'ок.'],
    pattern: '(?<=[Ss]ee\\s(?:also\\s)?)([Dd]ocuments?\\s(?<doc>\\d{1,4}))(?!\\d)',
    flags: 'u',
    confidence: 0.9,
    examples: [{ text: 'see also Document 31', found: 'Document 31', value: 'document 31' }],
    counterexamples: ['Document 31'],
  },
  {
    ...rule,
    id: 'reference-letter-of',
    needs: ['letter', 'telegram', 'cipher', 'encryption', 'message'],
    pattern: `(?=[ltcem])(?<!\\p{L})((?:letter|telegram|cipher|ciphergram|encryption|message)\\s(?:dated|of)\\s(?:the\\s)?(?<date>${MONTH}\\s\\d{1,2}(?!\\d)(?:,\\s\\d{4})?|\\d{1,2}\\s${MONTH}(?:\\s\\d{4})?|\\d{1,2}/[IVX]{1,4}(?:[-–./ ]{1,3}\\d{2,4})?))`,
    flags: 'u',
    confidence: 0.85,
    examples: [
      {
        text: 'a reply to Torpov’s letter dated August 11, 1934.',
        found: 'letter dated August 11, 1934',
      },
      { text: 'I received your letter of 26/VIII.', found: 'letter of 26/VIII' },
      {
        text: 'see letter of August 16',
        found: 'letter of August 16',
        value: 'letter of August 16',
      },
    ],
    counterexamples: ['letter of the Board', 'letters'],
  },
  {
    ...rule,
    id: 'reference-letter-of-russian',
    needs: [' от '],
    pattern: `(?<!\\p{L})((?:письм[оеау]м?|телеграмм\\p{Ll}{1,2}|шифровк\\p{Ll}{1,2}|записк\\p{Ll}{1,2})\\sот\\s(?<date>\\d{1,2}\\s${RUSSIAN_MONTH}(?:\\s\\d{4})?|\\d{1,2}/[IVX]{1,4}(?:[-–./ ]{1,3}\\d{2,4})?))`,
    flags: 'u',
    confidence: 0.85,
    examples: [{ text: 'Получил письмо от 6 августа.', found: 'письмо от 6 августа' }],
    counterexamples: ['письмо от Торпова'],
  },
  {
    ...rule,
    id: 'reference-by-dispatch-number',
    needs: ['Your', 'Ваш'],
    pattern:
      '^\\s*((?:Yours?|Ваш\\p{Ll}{0,2})\\s(?:(?:No\\.|Nr|№|#)\\s?)?(?<n>\\d{1,4}(?:(?:,\\s|\\sand\\s|\\sи\\s)\\d{1,4}){0,4}))(?=\\s?\\.\\s)',
    flags: 'u',
    confidence: 0.85,
    places: ['body', 'opener'],
    examples: [
      {
        text: 'Yours 108 and 109. The pilots are wrong.',
        found: 'Yours 108 and 109',
        value: 'dispatch 108, 109',
      },
      { text: 'Ваш № 70. Согласен.', found: 'Ваш № 70' },
    ],
    counterexamples: ['Yours 108 barges', 'Your letter'],
  },
]
