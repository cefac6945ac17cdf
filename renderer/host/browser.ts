import type { DesktopInfo, OpenedFile, OpenPurpose } from '../../shared/ipc.ts'
import { saveFile, saveFiles } from './browser-save.ts'
import type { Host } from './host.ts'
import { readFiles } from './read-dropped.ts'

const ACCEPT: Readonly<Record<OpenPurpose, string>> = {
  pages:
    '.txt,.text,.html,.htm,.xhtml,.mht,.mhtml,.docx,.xml,.tei,.tbx,.zip,.epistula,text/plain,text/html',
  folder: '',
  collection: '.epistula,.zip',
  edition: '.json,application/json',
  terms: '.tbx,.xml,.csv,.tsv,.txt',
}

/** The host that a plain browser gives: file inputs, the File System Access API where there is one, else downloads. */
export function createBrowserHost(): Host {
  return {
    kind: 'browser',
    info: async () => browserInfo(),
    openFiles: chooseFiles,
    saveFile,
    saveFiles,
    setMenu: async () => {},
    setTheme: async () => {},
    openExternal: async (url) => openExternal(url),
    onCommand: () => () => {},
    onFiles: listenToLaunch,
    safety: null,
  }
}

declare const APP_VERSION: string | undefined

function browserInfo(): DesktopInfo {
  // Only the build of the page knows it: not who bundles a part of it.
  const version = typeof APP_VERSION === 'string' ? APP_VERSION : ''
  return { version, platform: 'browser', locale: navigator.language, dataFolder: '' }
}

function chooseFiles(purpose: OpenPurpose): Promise<readonly OpenedFile[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = ACCEPT[purpose]
  input.multiple = purpose === 'pages'
  input.webkitdirectory = purpose === 'folder'
  input.hidden = true
  input.dataset['purpose'] = purpose
  document.body.append(input)
  return new Promise<readonly OpenedFile[]>((resolve, reject) => {
    input.addEventListener('cancel', () => resolve([]))
    input.addEventListener('change', () =>
      readFiles([...(input.files ?? [])]).then(resolve, reject),
    )
    input.click()
  }).finally(() => input.remove())
}

function openExternal(address: string): boolean {
  if (!/^(https?:\/\/|mailto:)/i.test(address) || !URL.canParse(address)) return false
  window.open(address, '_blank', 'noopener,noreferrer')
  return true
}

interface LaunchQueue {
  setConsumer(
    consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void,
  ): void
}

// An installed browser edition is started with files by the launch queue.
function listenToLaunch(listener: (files: readonly OpenedFile[]) => void): () => void {
  const { launchQueue } = window as { launchQueue?: LaunchQueue }
  let listening = true
  launchQueue?.setConsumer(async ({ files }) => {
    if (!files?.length || !listening) return
    const opened = await readFiles(await Promise.all(files.map((handle) => handle.getFile())))
    listener(opened)
  })
  return () => {
    listening = false
  }
}
