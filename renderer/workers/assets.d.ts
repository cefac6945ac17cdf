/** Files that the bundler puts beside the program; what is imported is their address. */
declare module '*?url' {
  const address: string
  // biome-ignore lint/style/noDefaultExport: this is how the bundler gives an address.
  export default address
}
