import type { SafetyCalls } from './safety/safety-calls.ts'

/**
 * A file that a person chose, dropped or opened the app with: its base name (out of a folder, its name from that folder on, with `/`) and its
 * bytes. One that was too large or could not be read has none, and says why.
 */
export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly problem?: { readonly code: string; readonly message: string }
}

/** What a file dialog is for; it decides title, filters and whether several files, or a folder with all below it, can be chosen. */
export type OpenPurpose = 'pages' | 'folder' | 'collection' | 'edition' | 'terms'

/** One file to be written: a name relative to what the person chooses, and its bytes. */
export interface FileToWrite {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The end of a write: the place as a person would say it, a cancelled dialog, or a failure with its cause in plain words. */
export type WriteResult =
  | { readonly status: 'written'; readonly where: string; readonly files: number }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly message: string }

/** One line of the application menu, made by the renderer from its commands in the interface language. */
export type MenuEntry =
  | { readonly type: 'separator' }
  | {
      readonly type: 'command'
      readonly id: string
      readonly label: string
      readonly keys?: string
      readonly enabled: boolean
    }

/** One top-level menu. `role` marks those whose standard entries (copy, paste, zoom, quit) the shell adds itself. */
export interface MenuGroup {
  readonly role: 'file' | 'edit' | 'letter' | 'view' | 'help'
  readonly label: string
  readonly entries: readonly MenuEntry[]
}

/** What the shell says of itself and of the system it runs on. */
export interface DesktopInfo {
  readonly version: string
  readonly platform: string
  readonly locale: string
  readonly dataFolder: string
}

/** The theme a person chose; `system` follows the operating system. */
export type Theme = 'system' | 'light' | 'dark'

/**
 * What the desktop shell lends to the page through the preload bridge (`window.epistulaDesktop`), and nothing else.
 * Paths never cross: a person chooses them in a dialog of the shell; only names and bytes come over.
 */
export interface Desktop extends SafetyCalls {
  info(): Promise<DesktopInfo>
  /**
   * Asks for files to read; an empty list when the dialog is cancelled. A page that cannot be read comes with its `problem`; for any other
   * purpose the call rejects with the name of the file and the cause.
   */
  openFiles(purpose: OpenPurpose): Promise<readonly OpenedFile[]>
  /** Asks where to put one file, writes it (temporary file, fsync, rename), reads it back and compares. */
  saveFile(file: FileToWrite): Promise<WriteResult>
  /** Asks for a folder and writes the files into it, each as a whole; nothing is left half written. */
  saveFiles(files: readonly FileToWrite[]): Promise<WriteResult>
  /** Replaces the application menu. */
  setMenu(groups: readonly MenuGroup[]): Promise<void>
  setTheme(theme: Theme): Promise<void>
  /** Opens an http(s) or mailto address in the system's browser; any other address is refused and gives false. */
  openExternal(url: string): Promise<boolean>
  /** Calls back with the id of a command chosen in the menu; gives the function that ends it. */
  onCommand(listener: (id: string) => void): () => void
  /** Calls back with files the app was started or re-started with; gives the function that ends it. */
  onFiles(listener: (files: readonly OpenedFile[]) => void): () => void
}
