/** How the command line is used. */
export const USAGE = `Usage: epistula COMMAND

  letters FILE… [--json] [--encoding NAME]
      Find the letters in pages: plain text, HTML and saved pages (.mht), Word (.docx), zip archives and folders
      of these. Prints a table, or JSON with --json. The encoding of a page is found by its letters; --encoding
      names it (utf-8, utf-16le, utf-16be, windows-1251, koi8-r, koi8-u, ibm866, iso-8859-5, x-mac-cyrillic,
      windows-1252).

  tei FILE… --out DIR [--edition FILE.json] [--date ISO] [--encoding NAME] [--trail]
      Write the letters of pages as TEI: DIR/<id>.xml for each letter, DIR/corpus.xml and DIR/cmif.xml. TEI
      files come out under their own names, byte for byte, their letters are in corpus and index.
      Nothing is written where anything would be invalid. --edition gives title, editor, email, publisher,
      baseUrl, licence (CC-BY-4.0 or CC0-1.0) and uuid; without it placeholders are written. --date is the
      day of the export; without it that of SOURCE_DATE_EPOCH, else today. With --trail what was said of each
      correction goes out too: proposals, refusals with their reasons, shared queries.

  check FILE.xml… [--schema FILE.rng]
      Check letters, collections (teiCorpus) and CMIF indexes: well-formed, valid against the Epistula
      profile (or the RELAX NG schema named), pointers and ids. Prints file:line:column: message. A pointer to
      another letter may lead to a file that is checked together with it, if that alone holds the id.

  roundtrip FILE.xml… [--edit] [--json] [--schema FILE.rng]
      Read TEI files and write them again: prints same or differs with the first difference. With --edit each
      letter gets one tag and one correction; the places that changed are listed, and both are taken away again,
      which must give the file as it came. With --schema it says whether the file is valid before and after.

  align ORIGINAL TRANSLATION [--languages ru,en] [--json]
      Pair the sentences of two plain texts. Prints them one above the other with how sure each pair is, or
      JSON with --json; from and to are offsets in UTF-16 units.

  problems FILE… [--json]
      Check the text of the letters of pages and TEI files: known faults of the machine, numbers, days, measures
      and names against the original where there is one, stray Cyrillic, punctuation. Prints a table with what is
      proposed and how sure it is, or JSON with --json; from and to are UTF-16 units of the paragraph's text.

  measures FILE… [--json]
      Count the corrections in the letters of TEI files: by category, severity, verdict and check, for each letter
      and editor and all together, with the words beside each density; and the word edit rate, the share of the
      machine's words that had to be changed (words moved count twice: it is no TER).

  export FILE… --form tmx|xliff|tbx|csv [--out DIR|FILE] [--date ISO]
      Write the letters of TEI files for other programs: pairs of sentences as TMX 1.4b or XLIFF 2.1 (one file for
      each pair of languages), names of the registers as TBX-Basic, corrections as CSV. A letter without pairs is
      in neither TMX nor XLIFF. Without --out one file is printed.

  --help      this text
  --version   the version

Exit code: 0 all is well, 1 something is invalid or differs, 2 an input cannot be read or the command cannot be understood.
`
