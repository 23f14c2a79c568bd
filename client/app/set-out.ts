import { wantedLanguage } from "./language.ts";
import { loadTexts } from "./texts.ts";

const debatePage = /^\/c\/[^/]+\/d\/[0-9a-f-]{36}(\/|$)/;

/** Fetches what the head of a debate needs, at the same time as what every page needs. */
export function setOut(path: string): void {
  if (!debatePage.test(path)) return;
  void import("../debates/debate-page.tsx");
  void import("../debates/queries.ts");
  for (const name of ["debates", "reading", "curation", "topics"]) {
    void loadTexts(wantedLanguage(), name);
  }
}
