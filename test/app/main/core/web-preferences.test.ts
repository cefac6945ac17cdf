import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { webPreferences } from '../../../../app/main/core/web-preferences.ts'

test('each switch that keeps a hostile letter from becoming a program is set', () => {
  expect(webPreferences('/preload.cjs')).toEqual({
    preload: '/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  })
})

test('windows are made in one place, with these preferences', () => {
  const root = fileURLToPath(new URL('../../../../app/main', import.meta.url))
  const making = globSync(`${root}/**/*.ts`).filter((file) =>
    readFileSync(file, 'utf8').includes('new BrowserWindow('),
  )
  expect(making.map((file) => file.slice(root.length + 1))).toEqual(['open-window.ts'])
  expect(readFileSync(making[0]!, 'utf8')).toContain('webPreferences: webPreferences(')
})
