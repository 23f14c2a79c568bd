import { describe, expect, it } from "vitest";
import type { Claim, Outline, PlacedClaim } from "#shared/contract/claims.ts";
import {
  type ArgumentNews,
  changeClaim,
  hear,
  placeClaim,
  putPosition,
  removeEvidence,
  withRight,
} from "./outline-changes.ts";

const empty: Outline = {
  room: { name: "debate:x:y", seq: 0 },
  authors: [],
  positions: [],
  claims: [],
  edges: [],
  evidence: [],
  reviews: { sums: [], mine: [] },
  mine: { truth: [], relevance: [] },
  can: { addPosition: true, addClaim: true, rate: true, change: [], arrange: false },
};
const author = { id: "a", name: "Ada", kind: "member" } as const;
const claim: Claim = {
  id: "c",
  text: "First words",
  language: "en",
  authorId: "a",
  version: 1,
  createdAt: "2026-01-01T00:00:00.000Z",
};
const placed: PlacedClaim = {
  claim,
  edges: [{ id: "e", claimId: "c", side: "pro", targetKind: "position", targetId: "p" }],
  evidence: [
    {
      id: "s",
      claimId: "c",
      kind: "data",
      url: "https://example.org/",
      title: "Data",
      publisher: "",
      publishedOn: null,
      quote: "",
      authorId: "a",
      version: 1,
      createdAt: claim.createdAt,
    },
  ],
};

describe("what the room tells of an argument", () => {
  it("changes nothing the second time", () => {
    const ids = { communityId: "x", debateId: "y" };
    const payload = { ...ids, ...placed, authors: [author] };
    const news: ArgumentNews = { kind: "claim.added", payload };
    const once = hear(empty, news);
    expect(hear(once, news)).toEqual(once);
    const { edges, evidence } = placed;
    expect(once).toMatchObject({ claims: [claim], edges, evidence, authors: [author] });
  });

  it("never takes a newer wording back", () => {
    const edited = { ...claim, text: "Better words", version: 2 };
    const outline = changeClaim(placeClaim(empty, placed), edited);
    expect(outline.claims).toEqual([edited]);
    expect(placeClaim(outline, placed).claims).toEqual([edited]);
    expect(changeClaim(outline, claim).claims).toEqual([edited]);
  });

  it("takes the sources and the right to edit with a withdrawn claim, which stays withdrawn", () => {
    const before = withRight(placeClaim(empty, placed), ["c", "other"]);
    const gone = { ...claim, text: "", withdrawnAt: claim.createdAt };
    const outline = changeClaim(before, gone);
    expect(outline).toMatchObject({ claims: [gone], evidence: [], can: { change: ["other"] } });
    expect(changeClaim(outline, { ...claim, version: 1 }).claims).toEqual([gone]);
  });

  it("shows again what moderation hid and then showed again", () => {
    const moderation = { state: "hidden", rule: null, actionId: "x" } as const;
    const hidden = { ...claim, text: "", withdrawnAt: claim.createdAt, moderation };
    const outline = changeClaim(placeClaim(empty, placed), hidden);
    expect(outline.claims).toEqual([hidden]);
    expect(changeClaim(outline, claim).claims).toEqual([claim]);
  });

  it("is about nothing where the claim is not known", () => {
    expect(changeClaim(empty, claim)).toBe(empty);
  });

  it("adds and replaces positions, and takes sources away", () => {
    const position = {
      id: "p",
      title: "One",
      text: "",
      authorId: "a",
      version: 1,
      createdAt: claim.createdAt,
    };
    const renamed = { ...position, title: "Two", version: 2 };
    const outline = putPosition(putPosition(empty, position, [author]), renamed, [author]);
    expect(outline.positions).toEqual([renamed]);
    expect(outline.authors).toEqual([author]);
    expect(removeEvidence(placeClaim(empty, placed), "s").evidence).toEqual([]);
  });
});
