import { expect, it } from "vitest";
import { milestonesIn, textOfMilestones } from "./milestones.ts";

it("milestones are lines with weeks, and come back as they were typed", () => {
  const typed = "2: A plan\n\n8: A first version\nReleased";
  const found = milestonesIn(typed);
  expect(found).toEqual([
    { title: "A plan", weeks: 2 },
    { title: "A first version", weeks: 8 },
    { title: "Released", weeks: 12 },
  ]);
  expect(milestonesIn(textOfMilestones(found))).toEqual(found);
});
