import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { packageVersion } from './app/launch/project.ts'

// The page of both editions. Its address is app://epistula/ or http://127.0.0.1:27182/, its policy allows files of its
// own and nothing inline: hence relative addresses, no inlined assets and no polyfill script.
export default defineConfig({
  root: resolve(import.meta.dirname, 'renderer'),
  base: './',
  // The browser edition has no shell to ask which version it is.
  define: { APP_VERSION: JSON.stringify(packageVersion()) },
  plugins: [react()],
  worker: { format: 'es' },
  json: { stringify: true },
  build: {
    outDir: resolve(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome150',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 3000,
  },
})
