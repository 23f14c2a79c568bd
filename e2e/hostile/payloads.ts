import known from "./payloads.json" with { type: "json" };

const all = known.sources.flatMap(({ payloads }) => payloads);

/**
 * Each sixth of those that are short enough for every field, names included. All go through what writes pages,
 * mails and files without a browser: see README.md.
 */
export const short = all.filter(({ length }) => length <= 80).filter((_, at) => at % 6 === 0);
/** For fields that take more. */
export const long = all.filter(({ length }) => length > 80).filter((_, at) => at % 6 === 0);

/** Addresses that must never stand behind a link. */
export const addresses = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  " javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "blob:https://example.org/1",
  "ftp://example.org/x",
  "https://user:password@example.org/",
  "//example.org/x",
  "view-source:https://example.org/",
];
