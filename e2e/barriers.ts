import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What stands in somebody's way on a page, as axe finds it: `rule: place`. */
export async function barriersOn(page: Page): Promise<string[]> {
  // Colours that are on their way from light to dark are nobody's to read.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ") ?? ""}`);
}
