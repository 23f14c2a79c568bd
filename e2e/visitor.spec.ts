import type { Page } from "@playwright/test";
import { barriersOn } from "./barriers.ts";
import { expect, test } from "./people.ts";
import { ask, found, state } from "./scenes.ts";

const answer = (page: Page, word: string) =>
  page
    .getByRole("group", { name: "Your response" })
    .first()
    .getByRole("button", { name: word, exact: true });

test("somebody without an account responds, is counted apart, and takes it along into an account", async ({
  people,
}) => {
  const owner = await people.arrive("Olga");
  const community = await found(owner);
  const scene = await ask(owner, community, { phase: "deliberation" });
  for (const text of ["Models need referees.", "Users can appeal.", "Audits are public."]) {
    await state(owner, scene, text);
  }

  const stranger = await people.visit();
  await stranger.page.goto(`${scene.path}/statements`);
  await expect(stranger.page.getByText("Audits are public.")).toBeVisible();
  await expect(answer(stranger.page, "Agree")).toHaveCount(0);

  // A moderator opens the debate; whoever looks at it sees that at once.
  await owner.page.goto(`${scene.path}/statements`);
  await owner.page.getByRole("button", { name: "Steer" }).click();
  await owner.page.getByRole("menuitem", { name: "Visitors" }).click();
  await owner.page.getByLabel("Visitors may respond to statements").check();
  await owner.page.getByRole("button", { name: "Save" }).click();
  await expect(
    owner.page.getByText("People without an account can respond here too."),
  ).toBeVisible();

  const note = stranger.page.getByRole("region", { name: "Without an account" });
  await expect(note).toContainText("counted apart from the members");
  expect(await barriersOn(stranger.page)).toEqual([]);
  await answer(stranger.page, "Agree").click();
  await expect(stranger.page.getByText("1 of 3")).toBeVisible();
  await expect(owner.page.getByText("0 members · 1 visitor")).toBeVisible();
  await stranger.page.keyboard.press("d");
  await expect(owner.page.getByText("2 responses · 0 members · 1 visitor")).toBeVisible();

  // A cookie that was tampered with is refused, and there is a way on.
  const forger = await people.visit();
  const [cookie] = (await stranger.context.cookies()).filter(({ name }) => name.endsWith("visit"));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict" });
  const forged = {
    ...cookie,
    value: `0${(cookie?.value ?? "").slice(1)}`.replace(/\.\d+\./, ".1."),
  };
  await forger.context.addCookies([{ name: "", ...forged }]);
  await forger.page.goto(`${scene.path}/statements`);
  await expect(forger.page.getByText("is not known here")).toBeVisible();
  await forger.page.getByRole("button", { name: "Begin anew" }).click();
  await expect(answer(forger.page, "Agree")).toBeVisible();

  // Signing up and joining makes the responses one's own.
  await note.getByRole("link", { name: "open an account" }).click();
  await stranger.page.getByLabel("Name").fill("Nadia");
  await stranger.page.getByLabel("E-mail").fill(`nadia.${crypto.randomUUID()}@example.org`);
  await stranger.page.getByLabel("Password", { exact: true }).fill("nine calm otters juggle");
  await stranger.page.getByRole("button", { name: "Open account" }).click();
  await expect(stranger.page.getByText("Join this community to respond.")).toBeVisible();
  await stranger.page.getByRole("link", { name: "Join" }).first().click();
  await stranger.page.getByRole("button", { name: "Join" }).click();
  await expect(owner.page.getByText("2 responses · 1 person")).toBeVisible();
  await stranger.page.goto(`${scene.path}/statements`);
  await expect(stranger.page.getByText("2 of 3")).toBeVisible();
  await expect(
    stranger.page.getByRole("button", { name: "Agree", exact: true, pressed: true }),
  ).toHaveCount(1);
});
