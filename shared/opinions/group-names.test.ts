import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenNames, fewestForName } from "./group-names.ts";

const names = [
  { id: "open", group: 0, text: "Open weights" },
  { id: "free", group: 0, text: "Free builders" },
  { id: "care", group: 1, text: "Careful ones" },
];
const people = ["ann", "bob", "cas", "dee", "eli", "fay", "gus"];
const groupOf = new Map(people.map((person, at) => [person, at < 5 ? 0 : 1]));
const votesFor = (nameId: string, ...voters: string[]) =>
  voters.map((voter) => ({ voter, nameId }));
const named = (...votes: { voter: string; nameId: string }[]) =>
  [...chosenNames(names, votes, groupOf)].map(([group, { id }]) => [group, id]);

describe("what a group is called", () => {
  it("is what most of its people want, three of them at least", () => {
    expect(named(...votesFor("free", "ann", "bob", "cas"))).toEqual([[0, "free"]]);
    expect(named(...votesFor("free", "ann", "bob"))).toEqual([]);
  });

  it("is for its own people to say: votes of others, and of who is in no group, count for nothing", () => {
    expect(named(...votesFor("open", "ann", "bob", "gus", "nobody"))).toEqual([]);
    expect(named(...votesFor("care", "ann", "bob", "cas"))).toEqual([]);
    expect(named(...votesFor("gone", "ann", "bob", "cas"))).toEqual([]);
  });

  it("is the older of two names that as many want", () => {
    const everyone = new Map(people.map((person) => [person, 0]));
    const votes = [
      ...votesFor("free", "ann", "bob", "cas"),
      ...votesFor("open", "dee", "eli", "fay"),
    ];
    expect(chosenNames(names, votes, everyone).get(0)?.id).toBe("open");
  });

  it("always has the votes of three of the group, and no other name of it has more", () => {
    const vote = fc.record({
      voter: fc.constantFrom(...people),
      nameId: fc.constantFrom("open", "free", "care"),
    });
    fc.assert(
      fc.property(fc.uniqueArray(vote, { selector: ({ voter }) => voter }), (votes) => {
        const counted = (id: string, group: number) =>
          votes.filter(({ voter, nameId }) => nameId === id && groupOf.get(voter) === group).length;
        for (const [group, { id }] of chosenNames(names, votes, groupOf)) {
          const own = counted(id, group);
          expect(own).toBeGreaterThanOrEqual(fewestForName);
          for (const other of names.filter((one) => one.group === group)) {
            expect(counted(other.id, group)).toBeLessThanOrEqual(own);
          }
        }
      }),
    );
  });
});
