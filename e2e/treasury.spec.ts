import { changeRole, listMembers } from "#shared/contract/memberships.ts";
import { expect, test } from "./people.ts";
import { found, join } from "./scenes.ts";

test("what one enters another one confirms, before anybody counts it", async ({ people }) => {
  const [ada, bo] = [await people.arrive("Ada"), await people.arrive("Bo")];
  const community = await found(ada);
  await join(community, [bo]);
  const params = { communityId: community.id };
  const { items } = await ada.call(listMembers, { params, query: {} });
  const participantId = items.find(({ name }) => name === "Bo")?.id ?? "";
  await ada.call(changeRole, { params: { ...params, participantId }, body: { role: "moderator" } });

  await ada.page.goto(`/c/${community.slug}/treasury`);
  await ada.page.getByRole("link", { name: "Enter", exact: true }).click();
  await ada.page.getByText("Enter many by a table").click();
  const form = ada.page.getByRole("group").filter({ hasText: "Or choose a file" });
  await form.getByLabel("Currency").fill("EUR");
  await form.getByLabel("The table").fill("date,kind,amount,who,what\n2026-01-05,in,900,Hub,Grant");
  await form.getByRole("button", { name: "Enter all of it" }).click();
  await expect(form.getByText("Line 1: the columns").first()).toBeVisible();
  const rows = ["2026-01-05,in,900,Hub,Grant", "2026-02-05,out,120.50,Host,Servers"];
  await form.getByLabel("The table").fill(["date,kind,amount,party,what", ...rows].join("\n"));
  await form.getByRole("button", { name: "Enter all of it" }).click();
  await expect(ada.page.getByText("2 entries: 900 EUR in, 120.50 EUR out")).toBeVisible();
  await expect(ada.page.getByRole("button", { name: "Confirm" })).toHaveCount(0);

  await bo.page.goto(`/c/${community.slug}/treasury`);
  await bo.page.getByRole("button", { name: "Confirm all 2" }).click();
  await bo.page.getByRole("dialog").getByRole("button", { name: "Confirm all 2" }).click();
  const balance = ada.page.locator("dl").filter({ hasText: "Runway" });
  await expect(balance).toContainText("779.50 EUR");
  await expect(ada.page.getByText("Hub gives 100% of all")).toBeVisible();
});
