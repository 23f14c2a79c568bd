import {
  declareGroups,
  type DeclaredGroups,
  readDeclaredGroups,
} from "#shared/contract/representation.ts";
import { type Answerer, crowd } from "./crowd.ts";
import { expect, test } from "./people.ts";
import { found, join } from "./scenes.ts";

/** Says of each where they come from: the first few from the north, all others from the south. */
async function say(
  all: readonly Answerer[],
  northern: number,
  { communityId, groups }: { communityId: string; groups: DeclaredGroups },
) {
  const [attribute] = groups.attributes;
  const ids = attribute?.values.map(({ id }) => id) ?? [];
  for (const [at, person] of all.entries()) {
    const valueId = ids[at < northern ? 0 : 1] ?? null;
    const answers = [{ attributeId: attribute?.id ?? "", valueId }];
    const body = { answers, version: groups.version };
    await person.call(declareGroups, { params: { communityId }, body });
  }
}

test("owners ask where people come from, members say it, and everybody sees who is missing, but never few", async ({
  people,
  baseURL,
}) => {
  const ada = await people.arrive("Ada");
  const bo = await people.arrive("Bo");
  const stranger = await people.visit();
  const community = await found(ada);
  await join(community, [bo]);
  const others = await crowd(22, { community, baseURL: baseURL ?? "" });
  const report = `/c/${community.slug}/representation`;

  await ada.page.goto(report);
  await ada.page.getByRole("link", { name: "Say what can be said" }).click();
  await ada.page.getByText("From a table").click();
  await ada.page
    .getByLabel("Table", { exact: true })
    .fill("attribute,value,share\nRegion,North,half");
  await ada.page.getByRole("button", { name: "Read the table" }).click();
  await expect(ada.page.getByRole("alert")).toContainText("Line 2, column share");
  await ada.page
    .getByLabel("Table", { exact: true })
    .fill("attribute,value,share\nRegion,North,50\nRegion,South,50");
  await ada.page.getByRole("button", { name: "Read the table" }).click();
  await expect(ada.page.getByLabel("Answer 2", { exact: true })).toHaveValue("South");
  await ada.page.getByRole("button", { name: "Save" }).click();
  await expect(ada.page.getByText("Too few have said it")).toBeVisible();

  const communityId = community.id;
  const groups = await ada.call(readDeclaredGroups, { params: { communityId } });
  await say(others, 4, { communityId, groups });
  await stranger.page.goto(report);
  // Four are too few, and so is everybody but four.
  await expect(stranger.page.getByText("Too few have said it")).toBeVisible();

  await bo.page.goto(`${report}/me`);
  await bo.page.getByLabel("Region").selectOption("North");
  await bo.page.getByRole("button", { name: "Agree and save" }).click();
  await expect(bo.page.getByText("North is missing: 20% where 50% should be.")).toBeVisible();
  await expect(bo.page.getByText("15 more would make it.")).toBeVisible();

  // One more, known to all: nothing changes, or it would tell what that one said.
  await say([ada], 1, { communityId, groups });
  await stranger.page.reload();
  await expect(stranger.page.getByText("North is missing: 20% where 50% should be.")).toBeVisible();
  await stranger.page.getByRole("button", { name: "Table", exact: true }).click();
  await expect(stranger.page.getByRole("row", { name: /^North 5 / })).toBeVisible();
  await expect(stranger.page.getByRole("row", { name: /^South 20 / })).toBeVisible();

  await bo.page.getByRole("link", { name: "Say something about yourself" }).click();
  await expect(bo.page.getByLabel("Region")).toHaveValue(/.{36}/);
  await bo.page.getByRole("button", { name: "Take it all back" }).click();
  await expect(bo.page.getByText("All that you said about yourself is deleted.")).toBeVisible();
});
