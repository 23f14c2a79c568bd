import { replaceClaimLinks } from "#shared/curation/claim-links.ts";
import type { DebateBundle } from "#shared/transfer/bundle.ts";
import type { WholeCuration } from "../curation/public.ts";
import { atPlace } from "./at-place.ts";
import { type Exported, placesOf } from "./exported.ts";

type Curated = Pick<DebateBundle, "pins" | "order" | "strongest">;

/** What is read first, in which order, and what is strongest: by places in the lists. What is gone is left out. */
export function curatedPlaces({ ids, argument, curation }: Exported): Curated {
  const { edges } = argument;
  const positions = placesOf(argument.positions);
  const claims = placesOf(argument.claims);
  const edgePlaces = placesOf(edges);
  const ofKind = (...kinds: readonly string[]) =>
    curation.parts.filter(({ kind }) => kinds.includes(kind));
  const known = (places: ReadonlyMap<string, number>, values: readonly string[]) =>
    values.flatMap((id) => places.get(id) ?? []);
  const ordered = (subjectId: string, values: readonly string[]): Curated["order"] => {
    const position = positions.get(subjectId);
    const claim = claims.get(subjectId);
    if (subjectId === ids.debateId) {
      return [{ of: { kind: "debate" }, places: known(positions, values) }];
    }
    const places = known(edgePlaces, values);
    if (position !== undefined) return [{ of: { kind: "position", at: position }, places }];
    return claim === undefined ? [] : [{ of: { kind: "claim", at: claim }, places }];
  };
  const speaks = (claimId: string, targetId: string, side: string) =>
    edges.some((one) => one.claimId === claimId && one.targetId === targetId && one.side === side);
  return {
    pins: ofKind("pin").flatMap(({ subjectId }) => claims.get(subjectId) ?? []),
    order: ofKind("order")
      .flatMap(({ subjectId, values }) => ordered(subjectId, values))
      .filter(({ places }) => places.length > 0),
    strongest: ofKind("pro", "con").flatMap(({ kind, subjectId, values: [claimId = ""] }) => {
      const [position, claim] = [positions.get(subjectId), claims.get(claimId)];
      const side = kind === "pro" ? ("pro" as const) : ("con" as const);
      const isThere = position !== undefined && claim !== undefined;
      return isThere && speaks(claimId, subjectId, side) ? [{ position, side, claim }] : [];
    }),
  };
}

interface NewIds {
  readonly debate: string;
  readonly position: readonly string[];
  readonly claim: readonly string[];
  readonly edge: readonly string[];
  readonly author: readonly string[];
}

type Content = Pick<DebateBundle, "claims" | "summary" | "pins" | "order" | "strongest">;
type Part = WholeCuration["parts"][number];

/** What a bundle says of a debate's curation, by the ids that things have here. */
export function curationFrom(content: Content, ids: NewIds): WholeCuration {
  return { summary: summaryFrom(content, ids), parts: [...partsFrom(content, ids)] };
}

function* partsFrom({ claims, pins, order, strongest }: Content, ids: NewIds): Generator<Part> {
  for (const [here, { tags = [] }] of claims.entries()) {
    if (tags.length > 0) yield { kind: "tags", subjectId: atPlace(ids.claim, here), values: tags };
  }
  for (const place of pins)
    yield { kind: "pin", subjectId: atPlace(ids.claim, place), values: ["pinned"] };
  for (const { of, places } of order) {
    const list = of.kind === "debate" ? ids.position : ids.edge;
    const subjectId = of.kind === "debate" ? ids.debate : atPlace(ids[of.kind], of.at);
    yield { kind: "order", subjectId, values: places.map((place) => atPlace(list, place)) };
  }
  for (const { position, side, claim } of strongest) {
    yield {
      kind: side,
      subjectId: atPlace(ids.position, position),
      values: [atPlace(ids.claim, claim)],
    };
  }
}

/** The summary, leading to claims by their new ids. */
function summaryFrom({ summary }: Content, ids: NewIds): WholeCuration["summary"] {
  if (!summary) return null;
  const text = replaceClaimLinks(summary.text, (words, place) => {
    const id = ids.claim[Number(place)];
    return id === undefined ? words : `[${words}](claim:${id})`;
  });
  const { author, createdAt, ratings = { fair: 0, partly: 0, unfair: 0 } } = summary;
  return { text, authorId: atPlace(ids.author, author), at: new Date(createdAt), ratings };
}
