import fc from "fast-check";
import { expect, it } from "vitest";
import { PackedGroups, packPeople, unpackPeople } from "./people.ts";

const person = fc.record({ id: fc.uuid(), group: fc.integer({ min: -1, max: 120 }) });
const people = fc.uniqueArray(person, { selector: ({ id }) => id, maxLength: 60 });

it("finds everybody's group where it lies packed, and nobody who is not there", () => {
  fc.assert(
    fc.property(people, fc.uuid(), (all, stranger) => {
      const inOrder = all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const ids = inOrder.map(({ id }) => id);
      const numbers = Int8Array.from(inOrder, ({ group }) => group);
      const packed = new PackedGroups(packPeople(ids), Buffer.from(numbers));
      expect(all.map(({ id }) => packed.get(id) ?? -1)).toEqual(all.map(({ group }) => group));
      expect(ids.includes(stranger) ? undefined : packed.get(stranger)).toBeUndefined();
      expect(unpackPeople(packed.people)).toEqual(ids);
    }),
  );
});
