import {
  declaredGroupsChanged,
  type defineDeclaredGroups as contract,
  type DefinedAttributes,
} from "#shared/contract/representation.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { forgetReleases, untell } from "./release-store.ts";
import {
  type AttributeRow,
  attributesOf,
  consentOf,
  lockDeclared,
  saveAttributes,
  saveConsent,
} from "./store.ts";
import { viewGroups } from "./view-groups.ts";

/** Says what members may say about themselves. What stands there already is saved already, whatever the version. */
export async function defineGroups(
  { transact, random }: Deps,
  { standing, body, once }: Call<typeof contract>,
) {
  const { communityId, participantId: actor } = standing;
  const { consent, version } = body;
  return transact(async (tx) => {
    await lockDeclared(tx.db, communityId);
    const before = await attributesOf(tx.db, communityId);
    const known = await consentOf(tx.db, communityId);
    if (known.version === version) checkIds(body.attributes, before);
    const attributes = withIds(body.attributes, before, random.id);
    const isSame = JSON.stringify(attributes) === JSON.stringify(before);
    if (isSame && known.consent === consent) return viewGroups(tx.db, standing);
    if (known.version !== version) throw new Refusal("stale-version");
    await saveAttributes(tx.db, communityId, attributes);
    await saveConsent(tx.db, { communityId, consent, version: version + 1 });
    const gone = goneFrom(before, attributes);
    await forgetReleases(tx.db, communityId, gone.attributes);
    await untell(tx.db, communityId, gone.values);
    await tx.act({
      communityId,
      actor,
      kind: "declared-groups.changed",
      subject: "declared-groups",
      payload: { version: version + 1, attributes: attributes.map(({ id }) => id) },
      words: { consent, attributes: JSON.stringify(attributes) },
    });
    await tx.record(declaredGroupsChanged, { communityId });
    return viewGroups(tx.db, standing);
  }, once);
}

/** Lets on where each id is of what is there. */
function checkIds(defined: DefinedAttributes, before: readonly AttributeRow[]): void {
  for (const [at, { id, values }] of defined.entries()) {
    const known = before.find((attribute) => attribute.id === id);
    if (id !== undefined && !known) {
      refuseField("invalid-request", `attributes/${at}/id`, because("no-such-attribute"));
    }
    const stranger = values.findIndex(
      (value) => value.id !== undefined && !known?.values.some((one) => one.id === value.id),
    );
    if (stranger >= 0) {
      const field = `attributes/${at}/values/${stranger}/id`;
      refuseField("invalid-request", field, because("no-such-value"));
    }
  }
}

/** What has no id is new. */
function withIds(
  defined: DefinedAttributes,
  before: readonly AttributeRow[],
  newId: () => string,
): AttributeRow[] {
  return defined.map(({ id, name, values }) => {
    const known = before.find((attribute) => attribute.id === id);
    const idOf = (valueId: string | undefined) =>
      known?.values.some((value) => value.id === valueId) ? valueId : undefined;
    return {
      id: known?.id ?? newId(),
      name,
      values: values.map((value) => {
        return { id: idOf(value.id) ?? newId(), name: value.name, target: value.target };
      }),
    };
  });
}

interface Gone {
  readonly attributes: readonly string[];
  /** those of such attributes among them */
  readonly values: readonly string[];
}

/** What nobody can say any more. */
function goneFrom(before: readonly AttributeRow[], now: readonly AttributeRow[]): Gone {
  const idsIn = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
  const valuesIn = (all: readonly AttributeRow[]) => all.flatMap(({ values }) => idsIn(values));
  const without = (all: readonly string[], kept: readonly string[]) =>
    all.filter((id) => !kept.includes(id));
  return {
    attributes: without(idsIn(before), idsIn(now)),
    values: without(valuesIn(before), valuesIn(now)),
  };
}
