import type { changePanelQuotas as contract, PanelAttribute } from "#shared/contract/panels.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, refuseField } from "../platform/problem.ts";
import { updatePanel } from "./store.ts";
import { panelAt, tell } from "./tell.ts";
import { viewOf } from "./view.ts";

/** Lets on quotas that make sense by themselves; whether there are people for them is found out later. */
export function checkQuotas(attributes: readonly PanelAttribute[], seats: number): void {
  const names = attributes.map(({ name }) => name);
  attributes.forEach(({ name, values }, at) => {
    const field = `attributes/${at}`;
    const words = values.map(({ value }) => value);
    const isTwice = new Set(words).size < words.length || names.indexOf(name) !== at;
    if (isTwice)
      refuseField("invalid-request", `${field}/name`, because("panel-word-twice", { name }));
    checkBounds(values, { seats, field: `${field}/values` });
  });
}

interface BoundsAt {
  readonly seats: number;
  readonly field: string;
}

function checkBounds(values: PanelAttribute["values"], { seats, field }: BoundsAt): void {
  const odd = values.find(({ min, max }) => min > max || max > seats);
  if (!odd) return;
  const why = because("panel-quota", { value: odd.value, seats });
  refuseField("invalid-request", `${field}/${values.indexOf(odd)}/max`, why);
}

/** Other quotas for the same attributes: whoever volunteered stays, as what they said still fits. */
export async function changeQuotas(
  { transact }: Deps,
  { standing, params, body, once }: Call<typeof contract>,
) {
  const { communityId, panelId } = params;
  const { seats, bounds } = body;
  return transact(async (tx) => {
    const panel = await panelAt(tx, params, "registering");
    const sizes = panel.attributes.map(({ values }) => values.length);
    if (bounds.map(({ length }) => length).join() !== sizes.join()) {
      refuseField(
        "invalid-request",
        "bounds",
        because("panel-bounds", { sizes: sizes.join(", ") }),
      );
    }
    const attributes = panel.attributes.map(({ name, values }, at) => ({
      name,
      values: values.map(({ value }, place) => ({ value, ...(bounds[at]?.[place] ?? noSeats) })),
    }));
    attributes.forEach(({ values }, at) => checkBounds(values, { seats, field: `bounds/${at}` }));
    const change = { seats, attributes, obstacle: null };
    await updatePanel(tx.db, params, change);
    await tx.act({
      communityId,
      kind: "panel.quotas-changed",
      actor: standing.participantId,
      subject: `panels/${panelId}`,
      payload: { seats, bounds },
    });
    await tell(tx, panel);
    return viewOf(tx.db, standing, { ...panel, ...change });
  }, once);
}

const noSeats = { min: 0, max: 0 };
