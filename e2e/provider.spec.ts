import { startOwnProgram } from "./own-program.ts";
import { expect, test } from "./people.ts";
import { client, startProvider } from "./provider.ts";

test("somebody comes in by an account elsewhere, again without a word, and is told when they turn back", async ({
  people,
}) => {
  const ada = { sub: "ada-1815", name: "Ada Lovelace", email: "ada@example.org" };
  const provider = await startProvider(ada);
  const program = await startOwnProgram({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: "Example University",
  });
  try {
    const { page, context } = await people.visit({ baseURL: program.url });
    await page.goto("/sign-in?next=%2Fsettings");
    await page.getByRole("button", { name: "Sign in with Example University" }).click();
    await page.getByRole("link", { name: "Go on as Ada Lovelace" }).click();
    await expect(page).toHaveURL(`${program.url}/settings`);
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ada Lovelace");
    await expect(page.getByText("Example University").first()).toBeVisible();

    // On another device it is the same account: nothing to fill in, nothing to confirm.
    await context.clearCookies();
    await page.goto("/sign-in?next=%2Fsettings");
    await page.getByRole("button", { name: "Sign in with Example University" }).click();
    await page.getByRole("link", { name: "Go on as Ada Lovelace" }).click();
    await expect(page).toHaveURL(`${program.url}/settings`);
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ada Lovelace");

    // An answer that this browser did not ask for opens nothing.
    await context.clearCookies();
    await page.goto("/signed-in?code=anything&state=anything");
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    await expect(page).toHaveURL(`${program.url}/sign-in`);
    await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  } finally {
    await program.stop();
    await provider.close();
  }
});
