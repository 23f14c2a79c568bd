import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { isEmpty, lockDemo } from "#db/seed/empty.ts";
import { demoPlan } from "#db/seed/demo.ts";
import type { DemoPlan } from "#db/seed/demo-plan.ts";
import { loadDemo } from "#db/seed/load-demo.ts";
import { hashPassword } from "../accounts/public.ts";
import { boardOf, sealCount } from "../decisions/public.ts";
import type { Deps } from "../deps.ts";
import {
  addLatestResponses,
  addResponseHistory,
  countPastResponses,
} from "../statements/public.ts";
import { importConversation } from "../transfer/public.ts";

/** What a newcomer types to look around. One password for all, made anew by each installation. */
const SignIns = z.object({
  password: z.string(),
  people: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })),
});
export type SignIns = z.infer<typeof SignIns>;

/** The same story in every installation; only its times follow the clock. */
const seed = "Open Model Commons";

/**
 * Fills an empty database with the demo. What its people sign in with is kept in the data folder,
 * readable by its owner alone, to be told again at every start.
 * @returns null where the database holds something else
 */
export async function ensureDemo(deps: Deps, dataFolder: string): Promise<SignIns | null> {
  const file = path.join(dataFolder, "demo-sign-ins.json");
  if (!(await isEmpty(deps.db))) return readSignIns(file);
  const plan = demoPlan({ seed, now: deps.clock() });
  const signIns = (await readSignIns(file)) ?? newSignIns(plan);
  await mkdir(dataFolder, { recursive: true });
  await writeFile(file, JSON.stringify(signIns, null, 2), { mode: 0o600 });
  const passwordHash = await hashPassword(signIns.password);
  await deps.transact(async (tx) => {
    const { db } = tx;
    await lockDemo(db);
    if (!(await isEmpty(db))) return;
    await loadDemo(db, plan, passwordHash);
    for (const { decision } of plan.debates) {
      if (decision?.status !== "closed") continue;
      const ids = { communityId: plan.community.id, decisionId: decision.id };
      await sealCount(deps, db, { ...ids, board: await boardOf(db, ids) });
    }
    for (const { id: debateId, responses } of plan.debates) {
      const ids = { communityId: plan.community.id, debateId };
      await addLatestResponses(db, ids, responses);
      await addResponseHistory(db, ids, responses);
      await countPastResponses(db, ids);
    }
    await importConversation(deps, db, {
      communityId: plan.community.id,
      conversation: plan.conversation,
    });
  });
  return signIns;
}

async function readSignIns(file: string): Promise<SignIns | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  return text === null ? null : SignIns.parse(JSON.parse(text));
}

function newSignIns({ people }: DemoPlan): SignIns {
  const letters = randomBytes(10).toString("hex");
  return {
    password: letters.match(/.{5}/g)?.join("-") ?? letters,
    people: people
      .filter(({ canSignIn }) => canSignIn)
      .map(({ name, email, role }) => ({ name, email, role })),
  };
}
