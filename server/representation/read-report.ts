import type {
  readRepresentation as contract,
  Representation,
} from "#shared/contract/representation.ts";
import { fewest } from "#shared/accountability/small-numbers.ts";
import { gini } from "#shared/power/concentration.ts";
import { type DecisionRow, readableDecision } from "../decisions/public.ts";
import { readableDebate } from "../debates/public.ts";
import type { Deps } from "../deps.ts";
import { findPanel } from "../panels/public.ts";
import type { Standing } from "../platform/actor.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import {
  optionsOfDecision,
  peopleIn,
  type Whose,
  type Writing,
  writingIn,
} from "./population-store.ts";
import { type Telling, tellInTurn } from "./settle.ts";
import { settleAll, settlePart } from "./settle-part.ts";
import { attributesOf, valuesSaid } from "./store.ts";
import { viewPart } from "./view-part.ts";

/** Those of which one is asked for. */
const ofOne: ReadonlySet<string> = new Set(["debate", "decision", "panel"]);

interface Subject {
  readonly whose: Whose;
  /** Where it is a decision whose votes are known by name. */
  readonly decision: DecisionRow | null;
}

/** Who takes part beside who should, as far as it may be told now. */
export async function readReport(
  deps: Deps,
  { standing, query }: Call<typeof contract>,
): Promise<Representation> {
  const subject = await subjectOf(deps, standing, query);
  return tellInTurn(deps, standing.communityId, (telling) => reportOn(telling, subject));
}

async function reportOn(telling: Telling, { whose, decision }: Subject): Promise<Representation> {
  const { db } = telling;
  const { communityId, population } = whose;
  const attributes = await attributesOf(db, communityId);
  const people = await peopleIn(db, whose);
  const said = await valuesSaid(db, communityId, people);
  const writing = population === "debate" ? await writingIn(db, whose) : [];
  const scene = { ...telling, whose, decision, attributes, said, writing };
  const parts = [];
  for (const attribute of attributes) {
    parts.push(viewPart(attribute, await settlePart(scene, attribute)));
  }
  const all = decision ? await settleAll(scene) : null;
  return {
    population,
    attributes: attributes.map(({ values, ...one }) => ({ ...one, values: [...values] })),
    people: people.length,
    parts,
    gini: giniOf(writing),
    reweighted: all && { ...all, options: [...all.options] },
    options: population === "decision" ? await optionsOfDecision(db, whose) : [],
  };
}

/** Of whom it is asked, for who may read that. How a vote goes on is nobody's to know before its end. */
async function subjectOf(
  deps: Deps,
  standing: Standing,
  { population, id }: Call<typeof contract>["query"],
): Promise<Subject> {
  const { communityId } = standing;
  const whose = { communityId, population, subjectId: id ?? "" };
  if (!ofOne.has(population)) return { whose: { ...whose, subjectId: "" }, decision: null };
  if (id === undefined) refuseField("invalid-request", "id", because("id-missing"));
  if (population === "debate") {
    await readableDebate(deps, standing, { communityId, debateId: id });
    return { whose, decision: null };
  }
  if (population === "panel") {
    if (!(await findPanel(deps.db, { communityId, panelId: id }))) throw new Refusal("not-found");
    return { whose, decision: null };
  }
  const decision = await readableDecision(deps, standing, id);
  if (decision.status !== "closed") throw new Refusal("not-allowed", because("after-closing"));
  return { whose, decision: decision.secrecy === "secret" ? null : decision };
}

/** What each wrote anybody can count. */
const giniOf = (writing: readonly Writing[]): number | null =>
  writing.length < fewest ? null : gini(writing.map(({ words }) => BigInt(words)));
