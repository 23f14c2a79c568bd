import type { Page } from "@playwright/test";
import { makeMap } from "../../opinions/analyse-opinions.ts";
import { addOpinions } from "../../opinions/testing.ts";
import type { TestServer } from "../../testing/server-on.ts";
import { browsing } from "./browsing.ts";
import { type Figure, median } from "./figures.ts";
import { conversations, published } from "./opinions-published.ts";

const name = "vtaiwan.uberx";
const most = 300;
const rounds = 5;

/** A published conversation's map made again in a reader's browser, as the page says how long it took. */
export async function benchRemaking(server: TestServer): Promise<Figure[]> {
  const { responses } = published(name, conversations[name]);
  const { ids, member } = await addOpinions(server, responses, { phase: "decided" });
  await makeMap(server.deps, ids);
  const path = `/c/c-${ids.communityId}/d/${ids.debateId}/map`;
  const times = await browsing(server, (visit) =>
    visit({ path, cookie: member.cookie }, {}, async (page) => {
      const taken: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        // Whoever presses has looked at the map first.
        await page.goto(path, { waitUntil: "networkidle" });
        taken.push(await remade(page));
      }
      return taken;
    }),
  );
  const what = `${name}, ${responses.value.length} responses: made again in a browser, and compared with the page`;
  const limit = { name: "noticed as no wait", value: most };
  return [{ what, ours: median(times), limit, unit: "ms", better: "less", goal: 1 }];
}

/** In how many milliseconds it was made and compared. */
async function remade(page: Page): Promise<number> {
  const told = page.getByText(/^The same to the byte/);
  await page.getByRole("button", { name: "Recompute here" }).click();
  await told.waitFor({ timeout: 60_000 });
  const [, seconds] = /in ([\d.]+) s\.$/.exec((await told.textContent()) ?? "") ?? [];
  return Number(seconds) * 1_000;
}
