import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { analyse } from "#shared/opinions/analyse.ts";
import { polisClassic, folkmoot } from "#shared/opinions/parameter-sets.ts";
import { adjustedRandIndex } from "#shared/opinions/rand-index.ts";
import { ResponseMatrix } from "#shared/opinions/response-matrix.ts";
import type { Responses } from "#shared/opinions/responses.ts";
import { type Figure, median } from "./figures.ts";
import { timed } from "./tally-votes.ts";

/** Conversations that Polis published, and where they lie. */
const seeds = new URL("../../../db/seed/polis/", import.meta.url);
const folder = new URL("polis/", import.meta.url);
export const conversations = {
  "15-per-hour-seattle": new URL("opendata-15-per-hour-seattle/", seeds),
  "vtaiwan.uberx": new URL("vtaiwan.uberx/", seeds),
  "scoop-hivemind.biodiversity": new URL("scoop-hivemind.biodiversity/", folder),
} satisfies Record<string, URL>;

interface Published {
  readonly name: string;
  readonly responses: Responses;
  readonly hidden: readonly number[];
  /** the group of each person that has one */
  readonly groupOf: ReadonlyMap<number, string>;
}

type Rows = Record<string, string>[];
const read = (file: URL): Rows => parse(gunzipSync(readFileSync(file)), { columns: true }) as Rows;

/** A conversation as Polis published it. */
export function published(name: string, place: URL): Published {
  const comments = read(new URL("comments.csv.gz", place));
  const people = read(new URL("participants-votes.csv.gz", place));
  // What Polis' own math finds, run once on all votes: what exports tell goes by the history of the conversation.
  const groups = read(new URL(`groups/${name}.csv.gz`, folder));
  const ids = comments.map((row) => Number(row["comment-id"])).toSorted((a, b) => a - b);
  const rowOf = new Map(people.map((row, at) => [row["participant"], at]));
  const cells = people.flatMap((row, person) =>
    ids.flatMap((id, statement) => {
      const said = row[String(id)] ?? "";
      return said === "" ? [] : [{ person, statement, value: Number(said) }];
    }),
  );
  return {
    name,
    responses: {
      people: people.length,
      statements: ids.length,
      person: cells.map(({ person }) => person),
      statement: cells.map(({ statement }) => statement),
      value: cells.map(({ value }) => value),
    },
    hidden: comments
      .filter((row) => row["moderated"] === "-1")
      .map((row) => ids.indexOf(Number(row["comment-id"]))),
    groupOf: new Map(groups.map((row) => [rowOf.get(row["pid"]) ?? -1, row["group"] ?? ""])),
  };
}

const rounds = 31;

function figuresOf({ name, responses, hidden, groupOf }: Published): Figure[] {
  const matrix = ResponseMatrix.of(responses);
  const found = analyse({ matrix, hidden }, polisClassic);
  const both = [...groupOf].filter(([person]) => (found.groupOf[person] ?? -1) >= 0);
  const agreement = adjustedRandIndex(
    both.map(([, group]) => group),
    both.map(([person]) => found.groupOf[person]),
  );
  const times = Array.from({ length: rounds }, () =>
    timed(() => analyse({ matrix: ResponseMatrix.of(responses), hidden }, folkmoot)),
  );
  const same = { name: "the same groups", value: 1 };
  // What the reference in numpy takes on a quiet machine for the largest of them.
  const reference = { name: "numpy for vTaiwan", value: 44 };
  const what = `${name}, ${matrix.size} responses`;
  return [
    {
      what: `${what}: agreement with Polis`,
      ours: agreement,
      limit: same,
      unit: "ARI",
      better: "more",
      goal: 0.92,
    },
    {
      what: `${what}: full`,
      ours: median(times),
      limit: reference,
      unit: "ms",
      better: "less",
      goal: 0.7,
    },
  ];
}

export const benchPublished = (): Figure[] =>
  Object.entries(conversations).flatMap(([name, place]) => figuresOf(published(name, place)));
