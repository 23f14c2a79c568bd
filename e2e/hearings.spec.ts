import { addRule } from "#shared/contract/communities.ts";
import { moderate, undoModerationAction } from "#shared/contract/moderation.ts";
import { readPanelRoom } from "#shared/contract/panel-room.ts";
import * as panels from "#shared/contract/panels.ts";
import { type E2ePerson, expect, test } from "./people.ts";
import { found, join } from "./scenes.ts";

/** A panel of one, drawn. */
async function seated(owner: E2ePerson, member: E2ePerson, communityId: string) {
  const { id: panelId } = await owner.call(panels.createPanel, {
    params: { communityId },
    body: { title: "Water for all", purpose: "How much?", seats: 1, attributes: [] },
  });
  const params = { communityId, panelId };
  await member.call(panels.volunteer, { params, body: { answers: {} } });
  await owner.call(panels.fixPanelList, { params });
  await expect
    .poll(async () => (await owner.call(panels.readPanel, { params })).stage, { timeout: 30_000 })
    .toBe("drawn");
  await member.call(panels.answerPanelInvitation, { params, body: { accept: true } });
  return params;
}

test("what an expert says to a panel is reported, hidden with the rule in its place, and read by its author alone", async ({
  people,
}) => {
  const [ada, bo, regina] = [
    await people.arrive("Ada"),
    await people.arrive("Bo"),
    await people.arrive("Regina"),
  ];
  const community = await found(ada);
  await join(community, [bo]);
  const { id: communityId, slug } = community;
  const rule = { title: "Be kind", text: "To all." };
  await ada.call(addRule, { params: { communityId }, body: rule });
  const params = await seated(ada, bo, communityId);
  await ada.page.goto(`/c/${slug}/panels/${params.panelId}`);
  await ada.page
    .getByRole("textbox", { name: "Name somebody to be heard" })
    .fill("Dr Rain, hydrologist");
  await ada.page.getByRole("button", { name: "Make a link" }).click();
  await regina.page.goto(await ada.page.getByLabel("Link for the expert").inputValue());
  await regina.page.getByRole("button", { name: "Come to the hearing" }).click();
  await regina.page
    .getByRole("textbox", { name: "What you know about it" })
    .fill("You are all fools.");
  await regina.page.getByRole("button", { name: "Publish" }).click();

  const { page } = bo;
  await page.goto(`/c/${slug}/panels/${params.panelId}`);
  await expect(page.getByText("You are all fools.")).toBeVisible();
  await page.getByRole("button", { name: "Flag" }).click();
  await page.getByRole("radio", { name: /Be kind/ }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Flag" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();

  await ada.page.goto(`/c/${slug}/moderation`);
  await ada.page.getByText("You are all fools.").first().click();
  await expect(ada.page.getByText("Whoever said this is no member")).toBeVisible();
  const { experts } = await ada.call(readPanelRoom, { params });
  const subject = { kind: "testimony" as const, id: experts[0]?.id ?? "" };
  const body = { subject, kind: "hide" as const, rule: 1, reason: "It insults those who sit." };
  const { id: actionId } = await ada.call(moderate, { params: { communityId }, body });

  await expect(page.getByText("You are all fools.")).toBeHidden();
  await expect(page.getByText("Hidden under rule 1")).toBeVisible();
  await page.getByRole("link", { name: "See why" }).click();
  await expect(page.getByText("nobody can appeal")).toBeVisible();

  await regina.page.goto("/notifications");
  await regina.page.getByRole("link", { name: "Moderators hid what you said" }).click();
  await expect(regina.page.getByText("It insults those who sit.")).toBeVisible();
  await expect(regina.page.getByText("You are all fools.")).toBeVisible();
  await expect(regina.page.getByText("there is no appeal")).toBeVisible();
  await expect(regina.page.getByRole("button", { name: "Publish" })).toBeHidden();

  await ada.call(undoModerationAction, { params: { communityId, actionId } });
  await page.goBack();
  await expect(page.getByText("You are all fools.")).toBeVisible();
});
