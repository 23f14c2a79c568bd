import type * as contract from "#shared/contract/funding.ts";
import { bundleFormat, type RoundBundle } from "#shared/funding/bundle.ts";
import { writePabulib } from "#shared/funding/pabulib.ts";
import type { Deps } from "../deps.ts";
import { Download } from "../platform/download.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal } from "../platform/problem.ts";
import { isCounted } from "./policy.ts";
import { findRound, projectsOf, type RoundIds } from "./store.ts";
import { bundled } from "./views.ts";

async function bundleOf({ db }: Deps, ids: RoundIds): Promise<RoundBundle> {
  const round = await findRound(db, ids);
  if (!round) throw new Refusal("not-found");
  const { ballots, ballotsHash, outcome, seed, seedHash, projectsHash } = round;
  if (!isCounted(round) || !ballots || !outcome || ballotsHash === null) {
    throw new Refusal("not-allowed", because("funding-not-counted"));
  }
  const { title, currency, budget, settings } = round;
  const projects = (await projectsOf(db, ids)).map(({ project }) => bundled(project));
  return {
    format: bundleFormat,
    version: 1,
    title,
    currency,
    budget,
    settings,
    projects,
    ballots,
    ballotsHash,
    outcome,
    seed: seed ?? "",
    seedHash: seedHash ?? "",
    projectsHash: projectsHash ?? "",
  };
}

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

/** All that a stranger needs to count a round again. */
export async function downloadBundle(
  deps: Deps,
  { params }: Call<typeof contract.downloadFundingBundle>,
) {
  const bundle = await bundleOf(deps, params);
  const kind = { ending: "json", type: "application/json; charset=utf-8", plainTitle: "round" };
  return new Download(bundle.title, kind, whole(`${JSON.stringify(bundle)}\n`));
}

/** The same in the form in which rounds of cities are collected. */
export async function downloadPabulib(
  deps: Deps,
  { params }: Call<typeof contract.downloadPabulib>,
) {
  const bundle = await bundleOf(deps, params);
  const { settings, outcome } = bundle;
  if (settings.form === "pledges") {
    throw new Refusal("not-allowed", because("pabulib-no-pledges"));
  }
  const funded = outcome.projects.filter(({ amount }) => amount > 0).map(({ id }) => id);
  const text = writePabulib({
    ...bundle,
    form: settings.form,
    most: settings.most,
    rule: settings.rule,
    selected: new Set(funded),
  });
  const kind = { ending: "pb", type: "text/plain; charset=utf-8", plainTitle: "round" };
  return new Download(bundle.title, kind, whole(text));
}
