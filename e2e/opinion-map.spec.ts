import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import pg from "pg";
import { moveDebate } from "#shared/contract/debates.ts";
import { exportOpinionRun, readOpinionMap } from "#shared/contract/opinions.ts";
import { pathOf } from "#shared/contract/request.ts";
import { respond, type Statement } from "#shared/contract/statements.ts";
import { barriersOn } from "./barriers.ts";
import { addressesOf } from "./database.ts";
import { type Answerer, crowd, inParts } from "./crowd.ts";
import { expect, test } from "./people.ts";
import { ask, found, state } from "./scenes.ts";

const command = promisify(execFile);

/** Takes the thread that analyses opinions its database, which ends it, as soon as there is one. */
async function killAnalyses(): Promise<void> {
  const client = new pg.Client({ connectionString: (await addressesOf()).appUrl });
  await client.connect();
  try {
    const kill = async () => {
      const { rowCount } = await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'folkmoot opinions'",
      );
      expect(rowCount).toBeGreaterThan(0);
    };
    await expect(kill).toPass();
  } finally {
    await client.end();
  }
}

const headcount = 300;

test("three hundred people answer while a page is open: its map settles into groups though the analysis is killed amid, and after the decision anybody makes the same map", async ({
  people,
  baseURL,
}, info) => {
  const ada = await people.arrive("Ada");
  const community = await found(ada);
  const scene = await ask(ada, community, { phase: "deliberation" });
  const statements: Statement[] = [];
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
  const everybody = [ada, ...(await crowd(headcount - 1, { community, baseURL: baseURL ?? "" }))];
  const answer = ([at, person]: readonly [number, Answerer]) =>
    Promise.all(
      statements.map(({ id: statementId }, which) =>
        person.call(respond, {
          params: { ...scene.params, statementId },
          body: { value: which === 0 || at % 2 === 0 ? 1 : -1 },
        }),
      ),
    );
  const inOrder = [...everybody.entries()];
  await inParts(inOrder.slice(0, headcount / 2), answer);
  await expect(ada.page.getByText("150 people on the map, of 150 who answered")).toBeVisible();
  await killAnalyses();
  await inParts(inOrder.slice(headcount / 2), answer);
  await expect(ada.page.getByText("300 people on the map, of 300 who answered")).toBeVisible();
  const cards = ada.page
    .getByRole("listitem")
    .filter({ has: ada.page.getByRole("heading", { name: /Group [AB]/ }) });
  await expect(cards).toHaveCount(2);
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
  const { map, can } = await ada.call(readOpinionMap, { params: scene.params });
  expect(can.export).toBe(true);
  const { page } = await people.visit();
  await page.goto(`${scene.path}/map`);
  await page.getByRole("button", { name: "Recompute here" }).click();
  await expect(page.getByText("The same to the byte.")).toBeVisible();

  // A server that publishes the true run but shows another map is found out.
  const { page: misled } = await people.visit();
  await misled.route(`**${pathOf(readOpinionMap, { params: scene.params })}`, async (route) => {
    const response = await route.fetch();
    const reply = (await response.json()) as { map: { bridges: unknown[] } };
    await route.fulfill({ response, json: { ...reply, map: { ...reply.map, bridges: [] } } });
  });
  await misled.goto(`${scene.path}/map`);
  await misled.getByRole("button", { name: "Recompute here" }).click();
  await expect(misled.getByText("The first part that differs: the bridges.")).toBeVisible();

  const file = info.outputPath("map.opinions.json");
  const params = { ...scene.params, runId: map?.runId ?? "" };
  await writeFile(file, await (await ada.ask(exportOpinionRun, { params })).body());
  const { stdout } = await command("node", ["server/commands/run.mjs", "opinions", file]);
  expect(stdout).toContain("1200 responses of 300 people to 4 statements");
  expect(stdout).toContain("The same bytes came out.");

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
