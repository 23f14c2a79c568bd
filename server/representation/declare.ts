import type {
  declareGroups as declareContract,
  withdrawDeclaredGroups as withdrawContract,
} from "#shared/contract/representation.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { because, Refusal, refuseField } from "../platform/problem.ts";
import { disown } from "./release-store.ts";
import {
  type AnswerRow,
  type AttributeRow,
  attributesOf,
  consentOf,
  lockDeclared,
  putAnswers,
} from "./store.ts";

/** Saves what somebody says about themselves. Nobody is told, and no record says that it was said. */
export async function declare(
  { transact }: Deps,
  { standing, body, once }: Call<typeof declareContract>,
) {
  const { communityId } = standing;
  await transact(async (tx) => {
    await lockDeclared(tx.db, communityId);
    const { version } = await consentOf(tx.db, communityId);
    if (version !== body.version) throw new Refusal("stale-version");
    checkAnswers(body.answers, await attributesOf(tx.db, communityId));
    await putAnswers(tx.db, standing, body.answers);
  }, once);
}

function checkAnswers(answers: readonly AnswerRow[], attributes: readonly AttributeRow[]): void {
  for (const [at, { attributeId, valueId }] of answers.entries()) {
    const attribute = attributes.find(({ id }) => id === attributeId);
    const isTwice = answers.findIndex((one) => one.attributeId === attributeId) !== at;
    if (!attribute || isTwice) {
      refuseField("invalid-request", `answers/${at}/attributeId`, because("no-such-attribute"));
    }
    if (valueId !== null && !attribute.values.some(({ id }) => id === valueId)) {
      refuseField("invalid-request", `answers/${at}/valueId`, because("no-such-value"));
    }
  }
}

/** Takes back all that somebody said about themselves, also out of what tables were made of. */
export async function withdraw(
  { transact }: Deps,
  { standing, once }: Call<typeof withdrawContract>,
) {
  const { communityId, participantId } = standing;
  await transact(async (tx) => {
    await lockDeclared(tx.db, communityId);
    await putAnswers(tx.db, standing, []);
    await disown(tx.db, { communityIds: [communityId], participantIds: [participantId] });
  }, once);
}
