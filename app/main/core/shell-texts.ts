import type { OpenPurpose } from '../../../shared/ipc.ts'

/** The few words that the shell itself says: in dialogs, standard menu entries and failures. */
export interface ShellTexts {
  readonly openTitle: Readonly<Record<OpenPurpose, string>>
  readonly filter: Readonly<Record<Exclude<OpenPurpose, 'folder'> | 'any', string>>
  readonly saveTitle: string
  readonly folderTitle: string
  readonly replaceQuestion: (count: number, folder: string) => string
  readonly replace: string
  readonly cancel: string
  readonly openQuestion: string
  readonly open: string
  readonly pageGone: string
  readonly pageGoneDetail: string
  readonly reload: string
  readonly quit: string
  readonly mended: string
  readonly notMended: string
  readonly notMendedDetail: string
  readonly openAnyway: string
  readonly damageFound: (leftOut: number) => string
  readonly copyKept: (folder: string) => string
  readonly copyNotWhole: string
  readonly understood: string
  readonly roles: Readonly<Record<StandardRole, string>>
  readonly failures: Readonly<Record<string, string>>
  readonly failureElse: string
}

/** The standard entries that the shell adds to the menus. */
export type StandardRole =
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'quit'
  | 'close'
  | 'about'

const english: ShellTexts = {
  openTitle: {
    pages: 'Open pages of letters',
    folder: 'Open a folder of pages',
    collection: 'Open a collection',
    edition: 'Open an edition record',
    terms: 'Read a glossary',
  },
  filter: {
    pages: 'Pages, Word, TEI, archives',
    collection: 'Collections',
    edition: 'Edition records',
    terms: 'Glossaries: TBX, tables',
    any: 'All files',
  },
  saveTitle: 'Save',
  folderTitle: 'Choose a folder for the files',
  replaceQuestion: (count, folder) =>
    count === 1
      ? `One of these files is already in “${folder}”. Replace it?`
      : `${count} of these files are already in “${folder}”. Replace them?`,
  replace: 'Replace',
  cancel: 'Cancel',
  openQuestion: 'Open this address outside Epistula?',
  open: 'Open',
  pageGone: 'The window stopped working.',
  pageGoneDetail: 'Everything that was shown as saved is kept.',
  reload: 'Load again',
  quit: 'Quit',
  mended: 'The library was damaged and has been mended.',
  notMended: 'The library is damaged and could not be mended.',
  notMendedDetail:
    'Its files could not be written, most likely because the disk is full. If the window opens now, the library may be lost. Quit, make room, and start again.',
  openAnyway: 'Open all the same',
  damageFound: (leftOut) =>
    `An earlier session ended in the middle of writing, and the next one went on behind it. Records that cannot be read: ${leftOut}. Everything else is there.`,
  copyKept: (folder) => `How it was before is kept in “${folder}”.`,
  copyNotWhole: 'For want of room only the files that were changed are in it.',
  understood: 'OK',
  roles: {
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    resetZoom: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    togglefullscreen: 'Full screen',
    quit: 'Quit',
    close: 'Close window',
    about: 'About Epistula',
  },
  failures: {
    ENOSPC: 'The disk is full.',
    ENEARLYFULL: 'The disk is nearly full.',
    EDQUOT: 'Your share of this disk is full.',
    EACCES: 'You may not read or write there.',
    EPERM: 'The system does not allow it.',
    EROFS: 'This disk cannot be written to.',
    ENOENT: 'The file or folder is no longer there.',
    EISDIR: 'This is a folder, not a file.',
    EEXIST: 'A file stands where a folder should be.',
    ENOTDIR: 'Part of this path is a file, not a folder.',
    EBUSY: 'Another program is using the file.',
    ENAMETOOLONG: 'The name is too long.',
    EIO: 'The disk reports a fault.',
    ETOOBIG: 'The file is too large (more than 1 GB).',
    EDIFFERENT: 'What was read back is not what was written; the disk may be damaged.',
  },
  failureElse: 'The system reports:',
}

const russian: ShellTexts = {
  openTitle: {
    pages: 'Открыть страницы с письмами',
    folder: 'Открыть папку со страницами',
    collection: 'Открыть собрание',
    edition: 'Открыть сведения об издании',
    terms: 'Прочитать глоссарий',
  },
  filter: {
    pages: 'Страницы, Word, TEI, архивы',
    collection: 'Собрания',
    edition: 'Сведения об издании',
    terms: 'Глоссарии: TBX, таблицы',
    any: 'Все файлы',
  },
  saveTitle: 'Сохранить',
  folderTitle: 'Выберите папку для файлов',
  replaceQuestion: (count, folder) =>
    `В папке «${folder}» уже есть такие файлы: ${count}. Заменить?`,
  replace: 'Заменить',
  cancel: 'Отмена',
  openQuestion: 'Открыть этот адрес вне Epistula?',
  open: 'Открыть',
  pageGone: 'Окно перестало работать.',
  pageGoneDetail: 'Всё, что было показано как сохранённое, сохранено.',
  reload: 'Загрузить снова',
  quit: 'Выйти',
  mended: 'Библиотека была повреждена и исправлена.',
  notMended: 'Библиотека повреждена, исправить её не удалось.',
  notMendedDetail:
    'Не удалось записать её файлы: вероятно, диск заполнен. Если открыть окно сейчас, библиотека может пропасть. Выйдите, освободите место и запустите программу снова.',
  openAnyway: 'Всё равно открыть',
  damageFound: (leftOut) =>
    `Один из прошлых сеансов прервался во время записи, а следующий стал писать дальше. Записей, которые нельзя прочитать: ${leftOut}. Всё остальное на месте.`,
  copyKept: (folder) => `Прежнее состояние сохранено в папке «${folder}».`,
  copyNotWhole: 'На диске мало места, поэтому в ней только изменённые файлы.',
  understood: 'Понятно',
  roles: {
    cut: 'Вырезать',
    copy: 'Копировать',
    paste: 'Вставить',
    selectAll: 'Выделить всё',
    resetZoom: 'Обычный размер',
    zoomIn: 'Крупнее',
    zoomOut: 'Мельче',
    togglefullscreen: 'Во весь экран',
    quit: 'Выйти',
    close: 'Закрыть окно',
    about: 'О программе Epistula',
  },
  failures: {
    ENOSPC: 'Диск заполнен.',
    ENEARLYFULL: 'Диск почти заполнен.',
    EDQUOT: 'Ваше место на этом диске исчерпано.',
    EACCES: 'Нет права читать или писать в этом месте.',
    EPERM: 'Система не разрешает это сделать.',
    EROFS: 'На этот диск нельзя записывать.',
    ENOENT: 'Файла или папки больше нет.',
    EISDIR: 'Это папка, а не файл.',
    EEXIST: 'На месте папки стоит файл.',
    ENOTDIR: 'Часть пути — файл, а не папка.',
    EBUSY: 'Файл занят другой программой.',
    ENAMETOOLONG: 'Имя слишком длинное.',
    EIO: 'Диск сообщает о неисправности.',
    ETOOBIG: 'Файл слишком велик (больше 1 ГБ).',
    EDIFFERENT: 'Прочитано не то, что записано: возможно, диск повреждён.',
  },
  failureElse: 'Система сообщает:',
}

const german: ShellTexts = {
  openTitle: {
    pages: 'Seiten mit Briefen öffnen',
    folder: 'Ordner mit Seiten öffnen',
    collection: 'Sammlung öffnen',
    edition: 'Angaben zur Edition öffnen',
    terms: 'Glossar lesen',
  },
  filter: {
    pages: 'Seiten, Word, TEI, Archive',
    collection: 'Sammlungen',
    edition: 'Angaben zur Edition',
    terms: 'Glossare: TBX, Tabellen',
    any: 'Alle Dateien',
  },
  saveTitle: 'Speichern',
  folderTitle: 'Ordner für die Dateien wählen',
  replaceQuestion: (count, folder) =>
    count === 1
      ? `Eine dieser Dateien liegt schon in „${folder}“. Ersetzen?`
      : `${count} dieser Dateien liegen schon in „${folder}“. Ersetzen?`,
  replace: 'Ersetzen',
  cancel: 'Abbrechen',
  openQuestion: 'Diese Adresse außerhalb von Epistula öffnen?',
  open: 'Öffnen',
  pageGone: 'Das Fenster arbeitet nicht mehr.',
  pageGoneDetail: 'Alles, was als gespeichert angezeigt wurde, ist erhalten.',
  reload: 'Neu laden',
  quit: 'Beenden',
  mended: 'Die Bibliothek war beschädigt und wurde repariert.',
  notMended: 'Die Bibliothek ist beschädigt und ließ sich nicht reparieren.',
  notMendedDetail:
    'Ihre Dateien ließen sich nicht schreiben, vermutlich ist der Datenträger voll. Öffnet sich das Fenster jetzt, kann die Bibliothek verloren gehen. Beenden Sie, schaffen Sie Platz und starten Sie neu.',
  openAnyway: 'Trotzdem öffnen',
  damageFound: (leftOut) =>
    `Eine frühere Sitzung endete mitten im Schreiben, und die nächste schrieb dahinter weiter. Nicht lesbare Einträge: ${leftOut}. Alles andere ist da.`,
  copyKept: (folder) => `Der Zustand davor liegt in „${folder}“.`,
  copyNotWhole: 'Aus Platzmangel enthält die Kopie nur die geänderten Dateien.',
  understood: 'OK',
  roles: {
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    resetZoom: 'Normale Größe',
    zoomIn: 'Größer',
    zoomOut: 'Kleiner',
    togglefullscreen: 'Vollbild',
    quit: 'Beenden',
    close: 'Fenster schließen',
    about: 'Über Epistula',
  },
  failures: {
    ENOSPC: 'Der Datenträger ist voll.',
    ENEARLYFULL: 'Der Datenträger ist fast voll.',
    EDQUOT: 'Ihr Platz auf diesem Datenträger ist voll.',
    EACCES: 'Dort darf nicht gelesen oder geschrieben werden.',
    EPERM: 'Das System erlaubt es nicht.',
    EROFS: 'Auf diesen Datenträger kann nicht geschrieben werden.',
    ENOENT: 'Die Datei oder der Ordner ist nicht mehr da.',
    EISDIR: 'Das ist ein Ordner, keine Datei.',
    EEXIST: 'Wo ein Ordner sein soll, liegt eine Datei.',
    ENOTDIR: 'Ein Teil des Pfads ist eine Datei, kein Ordner.',
    EBUSY: 'Ein anderes Programm benutzt die Datei.',
    ENAMETOOLONG: 'Der Name ist zu lang.',
    EIO: 'Der Datenträger meldet einen Fehler.',
    ETOOBIG: 'Die Datei ist zu groß (mehr als 1 GB).',
    EDIFFERENT:
      'Zurückgelesen wurde etwas anderes als geschrieben; der Datenträger kann beschädigt sein.',
  },
  failureElse: 'Das System meldet:',
}

/** The shell's words in the language of a locale such as `de-AT`; English where there is no translation. */
export function shellTexts(locale: string): ShellTexts {
  const language = locale.toLowerCase().split(/[-_]/)[0]
  if (language === 'ru') return russian
  return language === 'de' ? german : english
}

/** Says in plain words why the system refused something: by the error's code, else in the system's own words. */
export function describeFailure(cause: unknown, texts: ShellTexts): string {
  const code = (cause as NodeJS.ErrnoException | null)?.code ?? ''
  const known = texts.failures[code]
  if (known) return known
  return `${texts.failureElse} ${cause instanceof Error ? cause.message : String(cause)}`
}
