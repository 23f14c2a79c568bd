import { request } from "@playwright/test";
import { signUp } from "#shared/contract/accounts.ts";
import { moveDebate } from "#shared/contract/debates.ts";
import { readOpinionMap } from "#shared/contract/opinions.ts";
import { respond } from "#shared/contract/statements.ts";
import { barriersOn } from "./barriers.ts";
import { type Caller, callerOf, expect, test } from "./people.ts";
import { ask, found, join, state, unique } from "./scenes.ts";

/** Many people at once, who only call the API. */
async function crowd(count: number, baseURL: string): Promise<Caller[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const caller = callerOf(await request.newContext({ baseURL }), baseURL);
      const email = `crowd.${at}.${unique()}@example.org`;
      await caller.call(signUp, {
        body: { email, password: "seven purple kettles whistle", name: `P${at}` },
      });
      return caller;
    }),
  );
}

test("people answer while a page is open: its map settles into groups, and after the decision anybody's browser makes the same map", async ({
  people,
  baseURL,
}) => {
  const ada = await people.arrive("Ada");
  const community = await found(ada);
  const scene = await ask(ada, community, { phase: "deliberation" });
  const statements = [];
  for (const text of [
    "We share our data.",
    "Audits are public.",
    "Referees are drawn.",
    "Users can appeal.",
  ]) {
    statements.push(await state(ada, scene, text));
  }
  await ada.page.goto(`${scene.path}/map`);
  await expect(ada.page.getByText("No map yet")).toBeVisible();

  // All agree with the first; on the others there are two camps.
  const others = await crowd(13, baseURL ?? "");
  await join(community, others);
  for (const [at, person] of [ada, ...others].entries()) {
    await Promise.all(
      statements.map(({ id: statementId }, which) =>
        person.call(respond, {
          params: { ...scene.params, statementId },
          body: { value: which === 0 || at % 2 === 0 ? 1 : -1 },
        }),
      ),
    );
  }
  const cards = ada.page
    .getByRole("listitem")
    .filter({ has: ada.page.getByRole("heading", { name: /Group [AB]/ }) });
  await expect(cards).toHaveCount(2);
  await expect(ada.page.getByText("14 people on the map, of 14 who answered")).toBeVisible();
  await expect(ada.page.getByText(/You are in Group [AB]/)).toBeVisible();
  await expect(
    ada.page.getByText("All agree: Group A (100%) and Group B (100%).").first(),
  ).toBeVisible();

  // Each statement is reached by keyboard, and the map has its table.
  const dots = ada.page.getByRole("listbox", { name: /Statements by how far/ });
  await dots.getByRole("option", { selected: true }).focus();
  await ada.page.keyboard.press("Home");
  await expect(dots.getByRole("option", { selected: true })).toBeFocused();
  await expect(dots.getByRole("option", { selected: true })).toHaveAccessibleName(
    /We share our data/,
  );
  await ada.page.getByRole("button", { name: "Table" }).first().click();
  await expect(
    ada.page.getByRole("table", { name: "Who thinks alike" }).getByRole("row"),
  ).toHaveCount(3);
  expect(await barriersOn(ada.page)).toEqual([]);

  // Before the decision answers are nobody's to take away.
  await expect(ada.page.getByText("Answers are published without names once")).toBeVisible();
  await ada.call(moveDebate, {
    params: scene.params,
    body: { from: "deliberation", to: "voting" },
  });
  const reason = "We have seen what we share.";
  await ada.call(moveDebate, {
    params: scene.params,
    body: { from: "voting", to: "decided", reason },
  });
  expect((await ada.call(readOpinionMap, { params: scene.params })).can.export).toBe(true);
  const { page } = await people.visit();
  await page.goto(`${scene.path}/map`);
  await page.getByRole("button", { name: "Recompute here" }).click();
  await expect(page.getByText("The same to the byte.")).toBeVisible();

  // How it came to be, by keyboard; and what it says, in sentences at an address of their own.
  await page.getByRole("slider", { name: "How the map came to be" }).press("Home");
  await expect(page.getByText("This is an earlier map.")).toBeVisible();
  const parts = page.getByRole("navigation", { name: "Parts of this debate" });
  await parts.getByRole("link", { name: "Report" }).click();
  await expect(page).toHaveURL(/report\?run=/);
  const finding = page.getByRole("listitem").filter({ hasText: "All groups agree" });
  await expect(finding).toContainText("Group A (100%) and Group B (100%): We share our data.");
  await finding.getByRole("link", { name: "Statement 1 in the table" }).click();
  await expect(page).toHaveURL(/#statement-1$/);
  expect(await barriersOn(page)).toEqual([]);
});
