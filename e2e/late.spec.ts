import type { Page } from "@playwright/test";
import { createDecision } from "#shared/contract/decisions.ts";
import { endVoting } from "./clock.ts";
import { makeDatabase } from "./database.ts";
import { startOwnProgram } from "./own-program.ts";
import { expect, test } from "./people.ts";
import { ask, found, join } from "./scenes.ts";

const council = "A council drawn by lot";
const assembly = "An assembly";

const ballotOf = (page: Page) => page.getByRole("region", { name: "Your ballot" });
const choice = (page: Page, title: string) => ballotOf(page).getByRole("radio", { name: title });

async function cast(page: Page, title: string): Promise<void> {
  await choice(page, title).check();
  await page.getByRole("button", { name: "Cast my ballot" }).click();
}

test("a ballot that comes late is refused though nobody has closed the vote, and no count has it", async ({
  people,
}) => {
  // One process answers requests and does nothing by the clock; the one that does comes later.
  const { appUrl, ownerUrl } = await makeDatabase();
  const settings = {
    DATABASE_URL: appUrl,
    MIGRATION_DATABASE_URL: ownerUrl,
    SECRET_KEY: "the same for both of these processes",
    DEMO: "false",
  };
  const web = await startOwnProgram({ ...settings, ROLE: "web" });
  let worker: { stop(): Promise<void> } | undefined;
  try {
    const at = { baseURL: web.url };
    const [ada, bo] = [await people.arrive("Ada", at), await people.arrive("Bo", at)];
    const community = await found(ada);
    await join(community, [bo]);
    const scene = await ask(ada, community, {
      positions: [council, assembly],
      phase: "deliberation",
    });
    const decision = await ada.call(createDecision, {
      params: scene.params,
      body: {
        title: "Who keeps the harbour?",
        settings: { method: "plurality" },
        secrecy: "public",
        quorum: null,
        threshold: null,
        opensAt: null,
        closesAt: new Date(Date.now() + 3_600_000).toISOString(),
      },
    });
    for (const { page } of [ada, bo]) await page.goto(`${scene.path}/decision`);
    await cast(ada.page, council);
    await expect(ada.page.getByText(/Your ballot is counted/)).toBeVisible();
    await expect(bo.page.getByText("1 of 2 has voted")).toBeVisible();

    // Its time is up. No page knows, and nobody has closed it: only the database's clock says so.
    await endVoting({ ...scene.params, decisionId: decision.id }, appUrl);
    await expect(bo.page.getByText("Open", { exact: true })).toBeVisible();
    await cast(bo.page, assembly);
    const status = ballotOf(bo.page).getByRole("status");
    await expect(status).toContainText("This ballot is not counted");
    await expect(status).toContainText("Voting on this decision has ended");
    await expect(bo.page.getByText(/What was sent in time is counted now/)).toBeVisible();
    await expect(bo.page.getByText("Open", { exact: true })).toBeHidden();
    await expect(bo.page.getByRole("button", { name: /my ballot/ })).toBeHidden();
    // What was chosen is still there to be seen, and no more to be changed.
    await expect(choice(bo.page, assembly)).toBeChecked();
    await expect(choice(bo.page, council)).toBeDisabled();
    await expect(bo.page.getByText("1 of 2 has voted")).toBeVisible();

    worker = await startOwnProgram({
      ...settings,
      ROLE: "worker",
      DATA_FOLDER: `${process.env["E2E_DATA_FOLDER"]}-worker`,
    });
    await expect(bo.page.getByText("Voting has ended, and the votes are counted.")).toBeVisible();
    await expect(status).toContainText("This ballot is not counted");
    await bo.page.getByRole("link", { name: "See the outcome" }).click();
    await expect(bo.page.getByText(new RegExp(`Decided: .*${council}`))).toBeVisible();
    await expect(bo.page.getByText(/1 of the 2 people who could vote did/)).toBeVisible();
    await bo.page.getByRole("button", { name: "Who voted how" }).click();
    await expect(bo.page.getByRole("row", { name: /Ada/ })).toContainText(council);
    await expect(bo.page.getByRole("row", { name: /Bo/ })).toBeHidden();
  } finally {
    await worker?.stop();
    await web.stop();
  }
});
