import { describe, expect, test } from "vitest";
import type { Panel } from "#shared/contract/panels.ts";
import { nonceCommitment, randomnessText, seedOf } from "#shared/lottery/index.ts";
import { numberDrawn, spreadOf } from "#shared/sortition/index.ts";
import {
  drawOf,
  hashList,
  hashPanels,
  type PanelTranscript,
  volunteerPseudonym,
} from "#shared/sortition/transcript.ts";
import { attributesOf, draftOf, newAttribute, quotasFrom, slipOf } from "./draft.ts";
import { recheck, type RecheckTask } from "./recheck.ts";
import { relaxed } from "./relaxed.ts";
import { stationOf } from "./stages.ts";

const attribute = {
  name: "home",
  values: [
    { value: "rents", min: 3, max: 4 },
    { value: "owns", min: 0, max: 1 },
  ],
};

describe("the quotas of a new panel", () => {
  const region = {
    id: "r",
    name: "Region",
    values: [
      { id: "n", name: "North", target: 3_333 },
      { id: "s", name: "South", target: 6_667 },
    ],
  };

  test("follow the declared groups: each share of the seats, rounded down and up, which some panel can meet", () => {
    for (const seats of [1, 7, 40]) {
      const [quotas] = attributesOf(quotasFrom([region], seats), seats);
      expect(quotas && slipOf(quotas, seats)).toBeNull();
    }
    const [drafted] = quotasFrom([region], 10);
    expect(drafted?.values.map(({ value, min, max }) => [value, min, max])).toEqual([
      ["North", "3", "4"],
      ["South", "6", "7"],
    ]);
  });

  test("bound nothing where nothing is typed, and are no number where something else is", () => {
    const [value] = newAttribute().values;
    const draft = (min: string) => [{ key: "k", name: "a", values: [{ ...value, min }] as never }];
    expect(attributesOf(draft(""), 5)[0]?.values[0]).toMatchObject({ min: 0, max: 5 });
    expect(attributesOf(draft("three"), 5)[0]?.values[0]?.min).toBeNaN();
  });

  test("that no panel of this size can ever meet are told while they are typed", () => {
    expect(slipOf(attribute, 2)).toBe("tooMany");
    expect(slipOf(attribute, 6)).toBe("tooFew");
    expect(slipOf(attribute, 4)).toBeNull();
  });

  test("are filled in with the smallest relaxation that the server names, and nothing else changed", () => {
    const relaxation = [
      { attribute: "home", value: "rents", bound: "min" as const, seats: 3, instead: 1 },
    ];
    const obstacle = { conflict: [], relaxation, mostSeats: 4 };
    const [first] = relaxed({ attributes: [attribute], obstacle });
    expect(first?.values).toEqual([{ value: "rents", min: 1, max: 4 }, attribute.values[1]]);
    expect(attributesOf(draftOf([attribute]), 4)).toEqual([attribute]);
  });
});

test("a panel is seated once all of its seats are taken", () => {
  expect(stationOf({ stage: "drawn", accepted: 2, seats: 3 })).toBe("drawn");
  expect(stationOf({ stage: "drawn", accepted: 3, seats: 3 })).toBe("seated");
  expect(stationOf({ stage: "computing", accepted: 0, seats: 3 })).toBe("computing");
});

const panelId = "01990000-0000-7000-8000-000000000001";
const told = (salt: string): NonNullable<Panel["mine"]> => {
  const answers = { home: "rents" };
  const pseudonym = volunteerPseudonym({ panelId, memberId: salt, answers, household: null, salt });
  return { answers, household: null, chance: 0.5, seat: null, pseudonym, salt };
};

/** Four volunteers, of whom each panel seats two. */
function drawnPanel(): RecheckTask & { document: PanelTranscript } {
  const volunteers = ["a", "b", "c", "d"].map(told);
  const list = volunteers.map(({ pseudonym }) => pseudonym ?? "").toSorted();
  const panels = Array.from({ length: 1_000 }, (_, at) => (at % 2 === 0 ? [0, 1] : [2, 3]));
  const [listHash, lotteryHash] = [hashList(list), hashPanels(panels)];
  const nonce = "n".repeat(43);
  const party = "server" as const;
  const commitment = nonceCommitment(drawOf(panelId), { party, nonce });
  const randomness = { kind: "nonces" as const, nonces: [{ party, commitment, nonce }] };
  const seed = seedOf(lotteryHash, drawOf(panelId), randomnessText(randomness) ?? "");
  const names = panels.map((places) => places.map(String));
  return {
    document: {
      format: "folkmoot-panel-1",
      communityId: panelId,
      panelId,
      seats: 2,
      list,
      listHash,
      panels,
      lotteryHash,
      randomness,
      seed,
      number: numberDrawn(seed),
      replacements: [],
    },
    entered: { listHash, lotteryHash },
    spread: { ...spreadOf(["0", "1", "2", "3"], names), maximin: 0.5 },
    own: { memberId: "a", told: told("a") },
  };
}

const wrongIn = (task: RecheckTask) =>
  recheck(task).checks.flatMap(({ id, state }) => (state === "failed" ? [id] : []));

describe("drawing a panel again", () => {
  test("finds all as it should be, and says what there was nothing to check of", () => {
    const found = recheck(drawnPanel());
    expect(found.isRight).toBe(true);
    expect(found.members).toHaveLength(2);
    const skipped = found.checks.filter(({ state }) => state === "skipped");
    expect(skipped.map(({ id }) => id)).toEqual(["replacements"]);
  });

  test("leaves out what only the ledger and a volunteer know, where neither is at hand", () => {
    const found = recheck({ ...drawnPanel(), entered: undefined, own: null });
    expect(found.isRight).toBe(true);
    const skipped = found.checks.filter(({ state }) => state === "skipped");
    expect(skipped.map(({ id }) => id)).toEqual(["ledger", "replacements", "own"]);
  });

  test("notices another number, another lottery than the ledger's, other chances, and answers that were changed", () => {
    const right = drawnPanel();
    const { document, spread } = right;
    const number = ((document.number ?? 0) + 1) % 1_000;
    expect(wrongIn({ ...right, document: { ...document, number } })).toEqual(["number"]);
    const entered = { listHash: "0".repeat(64), lotteryHash: document.lotteryHash };
    expect(wrongIn({ ...right, entered })).toEqual(["ledger"]);
    expect(wrongIn({ ...right, spread: spread && { ...spread, minimum: 0.4 } })).toEqual([
      "chances",
    ]);
    const own = { memberId: "a", told: { ...told("a"), answers: { home: "owns" } } };
    expect(wrongIn({ ...right, own })).toEqual(["own"]);
    expect(wrongIn({ ...right, document: {} })).toEqual(["document"]);
  });
});
