import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What stands in somebody's way on a page, as axe finds it by all of its rules or by some: `rule: place`. */
export async function barriersOn(page: Page, rules?: string[]): Promise<string[]> {
  // Colours that are on their way from light to dark are nobody's to read. What goes by scrolling never ends.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ timeline }) => timeline instanceof DocumentTimeline)
        .map(({ finished }) => finished),
    ),
  );
  // No page of ours has frames of others; without them axe needs no second page to put its findings together.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    // Where everything is as it should be nothing has to be written down, which takes longer than looking.
    .options({ resultTypes: ["violations"] });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ") ?? ""}`);
}
