import {
  type findSimilar as contract,
  mostSimilar,
  type Similar,
} from "#shared/contract/similar.ts";
import { likeness, likenessInWords } from "#shared/finding/likeness.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../platform/mount.ts";
import { readableDebate } from "../public.ts";
import { resembling, type SimilarRow, standingPlaces } from "./similar-store.ts";

type Asked = Call<typeof contract>;
type Place = Similar["place"];

interface Found extends SimilarRow {
  readonly isHere: boolean;
  readonly degree: number;
  readonly place: Place;
}

/** What was said in similar words where somebody writes, and in other debates of the community that all may read. */
export async function findSimilar(deps: Deps, call: Asked): Promise<{ items: Similar[] }> {
  const { standing, params, body } = call;
  await readableDebate(deps, standing, params);
  const rows = await resembling(deps.db, params, body);
  const placed = body.kind === "claim" ? await withPlaces(deps, params.communityId, rows) : rows;
  const found = placed.map((row): Found => ({
    place: null,
    ...row,
    isHere: row.debateId === params.debateId,
    degree: likeness(row.text, body.text),
  }));
  const items = found.toSorted(nearestFirst).flatMap((row) => viewOf(row, body.text));
  return { items: items.slice(0, mostSimilar) };
}

/** Only claims that stand somewhere in the argument. */
async function withPlaces({ db }: Deps, communityId: string, rows: readonly SimilarRow[]) {
  const claimIds = rows.map(({ id }) => id);
  const places = claimIds.length === 0 ? [] : await standingPlaces(db, communityId, claimIds);
  const byClaim = new Map(places.map(({ claimId, ...place }) => [claimId, place]));
  return rows.flatMap((row) => {
    const place = byClaim.get(row.id);
    return place ? [{ ...row, place }] : [];
  });
}

/** This debate before all others, then what is most alike. */
function nearestFirst(a: Found, b: Found): number {
  const byDebate = Number(b.isHere) - Number(a.isHere);
  return byDebate || b.degree - a.degree || (a.id < b.id ? -1 : 1);
}

function viewOf(row: Found, sought: string): Similar[] {
  const { id, text, language, place, isHere } = row;
  const inWords = likenessInWords(text, sought);
  if (inWords === null) return [];
  const { debateId, question, debateLanguage } = row;
  const debate = isHere ? null : { id: debateId, question, language: debateLanguage };
  return [{ id, text, language, likeness: inWords, debate, place }];
}
