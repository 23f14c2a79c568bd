import { type Panel, panelLimits } from "#shared/contract/panels.ts";
import { lotterySize, spreadOf } from "#shared/sortition/index.ts";
import type { Db } from "#db/client.ts";
import type { Standing } from "../platform/actor.ts";
import { mayAnswer, mayManagePanels, mayVolunteer } from "./policy.ts";
import { type PanelRow, type VolunteerRow, volunteersOf } from "./store.ts";

/** A panel as a reader may see it. */
export async function viewOf(db: Db, standing: Standing, panel: PanelRow): Promise<Panel> {
  const ids = { communityId: panel.communityId, panelId: panel.id };
  const volunteers = await volunteersOf(db, ids);
  const { participantId } = standing;
  const mine = volunteers.find((one) => one.participantId === participantId);
  return {
    id: panel.id,
    communityId: panel.communityId,
    debateId: panel.debateId,
    title: panel.title,
    purpose: panel.purpose,
    seats: panel.seats,
    attributes: panel.attributes,
    onePerHousehold: panel.onePerHousehold,
    rule: panel.rule,
    stage: panel.stage,
    volunteers: volunteers.length,
    counts: panel.stage === "registering" ? [] : countsOf(panel, volunteers),
    drawnCounts: drawnCountsOf(panel, volunteers),
    obstacle: panel.obstacle,
    listHash: panel.listHash,
    lotteryHash: panel.lotteryHash,
    spread: spreadIn(panel),
    number: panel.number,
    dueAt: panel.dueAt?.toISOString() ?? null,
    accepted: volunteers.filter(({ seat }) => seat === "accepted").length,
    createdAt: panel.createdAt.toISOString(),
    mine: mine ? ownPart(panel, mine) : null,
    can: {
      volunteer: mayVolunteer(standing, panel),
      manage: mayManagePanels(standing),
      answer: mayAnswer(mine),
    },
  };
}

const withValue = (people: readonly VolunteerRow[], name: string, value: string): number =>
  people.filter(({ answers }) => answers[name] === value).length;

/**
 * How many have each value; of an attribute with a value that few have nothing at all, as what is left out would follow
 * from the rest. Told only once nobody joins any more: two counts with one person between them would tell of that one.
 */
function countsOf({ attributes }: PanelRow, volunteers: readonly VolunteerRow[]): Panel["counts"] {
  return attributes.flatMap(({ name, values }) => {
    const counts = values.map(({ value }) => {
      return { value, count: withValue(volunteers, name, value) };
    });
    const isTold = counts.every(({ count }) => count >= panelLimits.smallestCell);
    return isTold ? [{ attribute: name, values: counts }] : [];
  });
}

/** How many of those drawn at first have each value, by the same rule for them and for those who were not drawn. */
function drawnCountsOf(panel: PanelRow, volunteers: readonly VolunteerRow[]): Panel["drawnCounts"] {
  if (panel.number === null) return [];
  const places = panel.lottery[panel.number] ?? [];
  const drawn = new Set(places.map((place) => panel.list[place]));
  const isDrawn = ({ pseudonym }: VolunteerRow) => pseudonym !== null && drawn.has(pseudonym);
  const others = countsOf(
    panel,
    volunteers.filter((one) => !isDrawn(one)),
  );
  const isTold = new Set(others.map(({ attribute }) => attribute));
  return countsOf(panel, volunteers.filter(isDrawn)).filter(({ attribute }) =>
    isTold.has(attribute),
  );
}

function spreadIn({ list, lottery, lotteryHash, maximin }: PanelRow): Panel["spread"] {
  if (lotteryHash === null || maximin === null) return null;
  const named = lottery.map((places) => places.map(String));
  return { ...spreadOf([...list.keys()].map(String), named), maximin };
}

/** What is told to a volunteer alone. */
function ownPart({ list, lottery, lotteryHash }: PanelRow, mine: VolunteerRow): Panel["mine"] {
  const { answers, household, seat, pseudonym, salt } = mine;
  const place = pseudonym === null ? -1 : list.indexOf(pseudonym);
  const times = lottery.filter((places) => places.includes(place)).length;
  const chance = lotteryHash === null ? null : times / lotterySize;
  return { answers, household, chance, seat, pseudonym, salt };
}
