import { mostReported } from "#shared/contract/power.ts";
import { GroupCounts } from "#shared/counting/group-counts.ts";
import { tellSupport } from "#shared/counting/support-by-group.ts";
import { sharesByValue } from "#shared/representation/by-value.ts";
import { whole } from "#shared/representation/report.ts";
import type { Answers } from "#shared/representation/raking.ts";
import { inFives, release, type Said } from "#shared/representation/release.ts";
import type { ReweightedResult } from "#shared/representation/released-part.ts";
import { reweight } from "#shared/representation/reweight.ts";
import { backsOne } from "#shared/voting/backing.ts";
import type { Ballot, Settings } from "#shared/voting/index.ts";
import { decidedCase, type DecisionRow } from "../decisions/public.ts";
import { optionsOfDecision, type Whose, type Writing } from "./population-store.ts";
import { settle, type Telling } from "./settle.ts";
import type { AttributeRow } from "./store.ts";

/** All that a report is made of. */
export interface Scene extends Telling {
  readonly whose: Whose;
  readonly decision: DecisionRow | null;
  readonly attributes: readonly AttributeRow[];
  readonly said: readonly { participantId: string; attributeId: string; valueId: string }[];
  readonly writing: readonly Writing[];
}

/** What is told by one attribute. */
export function settlePart(scene: Scene, { id: about, values }: AttributeRow) {
  const said = new Map(
    scene.said.flatMap(({ participantId, attributeId, valueId }) =>
      attributeId === about ? [[participantId, valueId] as const] : [],
    ),
  );
  return settle(scene, [{ of: { ...scene.whose, about }, said }], async () => {
    const table = release(
      said,
      values.map(({ id }) => id),
    );
    const told = table.cells.map(({ value }) => value);
    if (told.length === 0) return null;
    const by = (amountOf: (writing: Writing) => number) =>
      sharesByValue(said, new Map(scene.writing.map((one) => [one.id, amountOf(one)])), told);
    return {
      table,
      words: by(({ words }) => words),
      replies: by(({ replies }) => replies),
      support: await supportBy(scene, said, told),
    };
  });
}

/** How those who said each value voted, in fives; nothing where nobody's vote is known by name. */
async function supportBy(scene: Scene, said: Said, told: readonly string[]) {
  const cast = await votesIn(scene);
  if (cast === null) return [];
  const { ballots, settings, options } = cast;
  const counts = new GroupCounts(
    settings,
    told.map((_, at) => at),
  );
  for (const { voter, ballot } of ballots) {
    const group = told.indexOf(said.get(voter) ?? "");
    counts.add(ballot, group < 0 ? undefined : group);
  }
  const votes = { groups: counts.groups(), outside: counts.outside() };
  const { rows } = tellSupport(votes, { options, isSingle: backsOne(settings.method) });
  return rows.map(({ groups, isRest, voters, backing }) => ({
    values: groups.map((at) => told[at] ?? ""),
    isRest,
    voters: inFives(voters),
    backing: backing.map(({ option, count }) => ({ option, count: inFives(count) })),
  }));
}

async function votesIn({ db, decision, whose }: Scene) {
  if (decision === null || (decision.electorateSize ?? 0) > mostReported) return null;
  const found = await decidedCase(db, decision);
  if (found.kind !== "named") return null;
  const options = (await optionsOfDecision(db, whose)).map(({ id }) => id);
  const ballots: readonly { voter: string; ballot: Ballot }[] = found.ballots;
  return { ballots, options, settings: decision.settings as Settings };
}

/** What would be backed if all shares were what they should be; null where none are said, or too few voted by name. */
export async function settleAll(scene: Scene): Promise<ReweightedResult | null> {
  const aimed = scene.attributes.filter(({ values }) =>
    values.some(({ target }) => target !== null),
  );
  if (aimed.length === 0) return null;
  const margins = new Map(
    aimed.map(({ id, values }) => [
      id,
      new Map(values.map((value) => [value.id, (value.target ?? 0) / whole])),
    ]),
  );
  const answers = answersTo(scene, aimed);
  const said = new Map([...answers].map(([id, own]) => [id, [...own].flat().join(" ")]));
  const settled = await settle(
    scene,
    [{ of: { ...scene.whose, about: "all" }, said }],
    async () => {
      const cast = await votesIn(scene);
      const reweighted = cast && reweight(answers, margins, cast);
      return reweighted === null || reweighted.kind === "too-few" ? null : { reweighted };
    },
  );
  return settled?.told.reweighted ?? null;
}

/** What those said who said something of each of these. */
function answersTo({ said }: Scene, asked: readonly AttributeRow[]): ReadonlyMap<string, Answers> {
  const found = new Map<string, Map<string, string>>();
  for (const { id } of asked) {
    for (const { participantId, attributeId, valueId } of said) {
      if (attributeId !== id) continue;
      found.set(
        participantId,
        (found.get(participantId) ?? new Map<string, string>()).set(id, valueId),
      );
    }
  }
  return new Map([...found].filter(([, own]) => own.size === asked.length));
}
