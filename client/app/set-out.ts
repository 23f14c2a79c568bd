import { readMe } from "#shared/contract/accounts.ts";
import { readCommunityBySlug } from "#shared/contract/communities.ts";
import { readDebate } from "#shared/contract/debates.ts";
import { callAhead } from "../lib/api.ts";
import { wantedLanguage } from "./language.ts";
import { loadTexts } from "./texts.ts";

const debatePage = /^\/c\/([^/]+)\/d\/([0-9a-f-]{36})(\/|$)/;

/** Fetches what the head of a debate needs, at the same time as what every page needs. */
export function setOut(path: string): void {
  void callAhead(readMe, {});
  const [, slug, debateId] = debatePage.exec(path) ?? [];
  if (slug === undefined || debateId === undefined) return;
  void readAhead(slug, debateId);
  void import("../debates/debate-page.tsx");
  void import("../debates/queries.ts");
  for (const name of ["debates", "reading", "curation", "topics", "blocks"]) {
    void loadTexts(wantedLanguage(), name);
  }
}

async function readAhead(slug: string, debateId: string): Promise<void> {
  try {
    const { id: communityId } = await callAhead(readCommunityBySlug, { params: { slug } });
    await callAhead(readDebate, { params: { communityId, debateId } });
  } catch {
    // The page calls for it, hears the same, and says so.
  }
}
