import type { Panel, PanelAttribute } from "#shared/contract/panels.ts";

/** The quotas with the smallest relaxation that the server names; as they are where it names none. */
export function relaxed({
  attributes,
  obstacle,
}: Pick<Panel, "attributes" | "obstacle">): PanelAttribute[] {
  const changes = obstacle?.relaxation ?? [];
  return attributes.map(({ name, values }) => ({
    name,
    values: values.map((quota) => {
      const own = changes.filter(
        ({ attribute, value }) => attribute === name && value === quota.value,
      );
      const instead = Object.fromEntries(own.map((one) => [one.bound, one.instead]));
      return { ...quota, ...instead };
    }),
  }));
}
