import { readCommunity } from "#shared/contract/communities.ts";
import { flagContent } from "#shared/contract/flags.ts";
import { changeRole } from "#shared/contract/memberships.ts";
import { tabTo } from "./keyboard.ts";
import { expect, test } from "./people.ts";
import { ask, found, join, say } from "./scenes.ts";

test("a member flags a claim, a moderator hides it by keyboard and takes that back; author and others see it live", async ({
  people,
}) => {
  const [ada, ben, cleo] = [
    await people.arrive("Ada"),
    await people.arrive("Ben"),
    await people.arrive("Cleo"),
  ];
  const community = await found(ada);
  await join(community, [ben, cleo]);
  const scene = await ask(ada, community, { phase: "deliberation" });
  const words = "Whoever disagrees is a fool.";
  await say(ben, scene, { side: "pro", text: words });
  for (const one of [ben, cleo]) await one.page.goto(`${scene.path}/arguments`);

  // Cleo flags it, and sees her flag.
  const row = cleo.page.getByRole("treeitem", { name: /Whoever disagrees/ });
  await row.getByRole("button", { name: "More" }).click();
  await cleo.page.getByRole("menuitem", { name: "Flag", exact: true }).click();
  const dialog = cleo.page.getByRole("dialog", { name: "Flag this" });
  await dialog.getByRole("radio", { name: /Argue with the claim/ }).check();
  await dialog.getByLabel("Note for the moderators").fill("An insult.");
  await dialog.getByRole("button", { name: "Flag", exact: true }).click();
  await expect(cleo.page.getByText("Flagged", { exact: true })).toBeVisible();

  // Ada decides by keys alone.
  const { page } = ada;
  await page.goto(`/c/${community.slug}/moderation`);
  await expect(page.getByText("1 flag", { exact: true })).toBeVisible();
  await page.keyboard.press("j");
  const item = page.getByRole("region", { name: "Claim" });
  await expect(item.getByText("An insult.")).toBeVisible();
  await page.keyboard.press("c");
  await expect(item.getByText("Taken on by Ada")).toBeVisible();
  await page.keyboard.press("h");
  const act = page.getByRole("dialog", { name: "Hide" });
  await expect(act.getByRole("radio", { name: /Argue with the claim/ })).toBeChecked();
  await tabTo(page, act.getByLabel("Reasons"));
  await page.keyboard.type("It is about people, not about what they say.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nothing waits")).toBeVisible();

  // Both see it where they are; its author reads why.
  await expect(cleo.page.getByText(/Hidden under rule 1, .*Argue with the claim/)).toBeVisible();
  await expect(cleo.page.getByText(words)).toHaveCount(0);
  await expect(ben.page.getByText(/Hidden under rule 1/)).toBeVisible();
  await expect(ben.page.getByText("It is about people, not about what they say.")).toBeVisible();
  await ben.page.getByRole("link", { name: "See why" }).click();
  await expect(ben.page.getByText("In force")).toBeVisible();
  await expect(ben.page.getByText(words)).toBeVisible();
  await ben.page.goBack();

  // She takes it back on its page, and it stands again.
  await page.goto(`${scene.path}/arguments`);
  await page.getByRole("link", { name: "See why" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back")).toBeVisible();
  await expect(cleo.page.getByText(words)).toBeVisible();
  await expect(ben.page.getByText(words)).toBeVisible();
});

test("two moderators share the desk: what one has taken shows at once, what changes is no conflict that loses words, and claims are merged and decided together", async ({
  people,
}) => {
  const [ada, ben, dan, eve] = [
    await people.arrive("Ada"),
    await people.arrive("Ben"),
    await people.arrive("Dan"),
    await people.arrive("Eve"),
  ];
  const community = await found(ada);
  await join(community, [ben, dan, eve]);
  const params = { communityId: community.id };
  const { me } = await dan.call(readCommunity, { params });
  const scene = await ask(ada, community, { phase: "deliberation" });
  await say(ben, scene, { side: "pro", text: "Talking takes time, and saves some." });
  const flagged: { kind: "claim"; id: string }[] = [];
  for (const text of ["It saves time to talk.", "Fools talk.", "Fools vote."]) {
    const { claim } = await say(ben, scene, { side: "pro", text });
    flagged.push({ kind: "claim", id: claim.id });
  }
  const flag = (subject: (typeof flagged)[number] | undefined, by = dan) =>
    subject && by.call(flagContent, { params, body: { subject, rule: 1, note: "" } });
  for (const subject of flagged) await flag(subject);
  const to = { ...params, participantId: me?.participantId ?? "" };
  await ada.call(changeRole, { params: to, body: { role: "moderator" } });
  const desk = `/c/${community.slug}/moderation`;
  await dan.page.goto(desk);
  await ada.page.goto(desk);

  // What Ada takes on, Dan sees where he is.
  const { page } = ada;
  await page.getByRole("button", { name: /It saves time to talk/ }).click();
  const item = page.getByRole("region", { name: "Claim" });
  await item.getByRole("button", { name: "Take this on" }).click();
  await expect(item.getByRole("button", { name: "Leave to others" })).toBeVisible();
  await expect(dan.page.getByText("Taken on by Ada")).toBeVisible();

  // She merges it with the original; a flag that comes meanwhile loses nothing of what she wrote.
  await item.getByRole("button", { name: "Merge" }).click();
  const act = page.getByRole("dialog", { name: "Merge" });
  await act.getByRole("radio", { name: /Talking takes time/ }).check();
  await act.getByLabel("Reasons").fill("It was said above.");
  await flag(flagged[0], eve);
  await act.getByRole("button", { name: "Go on as it is now" }).click();
  await expect(act.getByLabel("Reasons")).toHaveValue("It was said above.");
  await act.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByText("Done", { exact: true })).toBeVisible();

  // The others are decided together, and a filter is kept for next time.
  for (const text of ["Fools talk.", "Fools vote."]) {
    await page.getByRole("checkbox", { name: `Mark “${text}”` }).check();
  }
  await page.getByRole("status").getByRole("button", { name: "In order" }).click();
  const many = page.getByRole("dialog", { name: "In order" });
  await many.getByLabel("Reasons").fill("Harsh, but about no one.");
  await many.getByRole("button", { name: "In order" }).click();
  await expect(page.getByText("Nothing waits")).toBeVisible();
  await page.getByText("Filter", { exact: true }).click();
  await page.getByLabel("State").selectOption("acted");
  await page.getByLabel("Save this filter as").fill("What we did");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const kept = page.getByRole("button", { name: "What we did", exact: true });
  await expect(kept).toBeVisible();
  await page.reload();
  await kept.click();
  await expect(page.getByRole("button", { name: /It saves time to talk/ })).toBeVisible();
});
