import type {
  listPanels as listContract,
  listPanelSeats as seatsContract,
  readPanel as readContract,
  readPanelTranscript as transcriptContract,
} from "#shared/contract/panels.ts";
import type { PanelTranscript } from "#shared/sortition/transcript.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { mayManagePanels, maySeeSeats } from "./policy.ts";
import { findPanel, findVolunteer, panelsOf, type PanelRow, seatsOf } from "./store.ts";
import { viewOf } from "./view.ts";

export async function listPanels({ db }: Deps, { standing }: Call<typeof listContract>) {
  const rows = await panelsOf(db, standing.communityId);
  return {
    items: await Promise.all(rows.map((row) => viewOf(db, standing, row))),
    can: { create: mayManagePanels(standing) },
  };
}

export async function readPanel({ db }: Deps, { standing, params }: Call<typeof readContract>) {
  const panel = await findPanel(db, params);
  if (!panel) throw new Refusal("not-found");
  return viewOf(db, standing, panel);
}

export async function readTranscript({ db }: Deps, { params }: Call<typeof transcriptContract>) {
  const panel = await findPanel(db, params);
  if (!panel) throw new Refusal("not-found");
  return transcriptOf(panel);
}

function transcriptOf(panel: PanelRow): PanelTranscript {
  return {
    format: "folkmoot-panel-1",
    communityId: panel.communityId,
    panelId: panel.id,
    seats: panel.seats,
    list: panel.list,
    listHash: panel.listHash,
    panels: panel.lottery,
    lotteryHash: panel.lotteryHash,
    randomness: panel.randomness,
    seed: panel.seed,
    number: panel.number,
    replacements: panel.replacements,
  };
}

export async function listSeats({ db }: Deps, { standing, params }: Call<typeof seatsContract>) {
  const panel = await findPanel(db, params);
  if (!panel) throw new Refusal("not-found");
  const mine = await findVolunteer(db, params, standing.participantId);
  if (!maySeeSeats(standing, mine)) throw new Refusal("not-allowed");
  const rows = await seatsOf(db, params);
  const isManaging = mayManagePanels(standing);
  return {
    items: rows.flatMap(({ seat, reason, ...one }) =>
      seat === null ? [] : [{ ...one, seat, reason: isManaging ? reason : null }],
    ),
  };
}
