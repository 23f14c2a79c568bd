import * as groups from "#shared/contract/representation.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Says what can be said about oneself, says it, reads who takes part, and takes it back. */
export async function tourRepresentation(tour: Tour, communityId: string): Promise<void> {
  const { owner, member } = tour.cast;
  const params = { communityId };
  const value = (name: string) => ({ name: tour.text(name), target: 5_000 });
  await tour.go(owner, groups.readGroupTable, {
    params,
    body: { csv: "attribute,value,share\nRegion,North,50\nRegion,South,50" },
  });
  const { attributes, version } = await tour.go(owner, groups.defineDeclaredGroups, {
    params,
    body: {
      attributes: [{ name: tour.text("Region"), values: [value("North"), value("South")] }],
      consent: tour.text("Sums alone are shown, and never of few."),
      version: 0,
    },
  });
  const { version: agreed } = await tour.go(owner, groups.defineDeclaredGroups, {
    params,
    body: { attributes, consent: tour.text("Sums alone are shown, and never of few."), version },
  });
  const [attribute] = attributes;
  const answers = [{ attributeId: attribute?.id ?? "", valueId: attribute?.values[0]?.id ?? null }];
  await tour.go(member, groups.declareGroups, { params, body: { answers, version: agreed } });
  await tour.go(member, groups.readDeclaredGroups, { params });
  await tour.go(member, groups.readRepresentation, { params });
  await tour.go(member, groups.withdrawDeclaredGroups, { params });
}
