// The self-contained build of salve-annos: its main entry needs a package that it does not depend on.
declare module 'salve-annos/salve.min.js' {
  const salve: typeof import('salve-annos')
  // biome-ignore lint/style/noDefaultExport: this is how the package exports.
  export default salve
}
