import { type Import, Import as ImportSchema, readImport } from "#shared/contract/transfer.ts";
import type { Community } from "#shared/contract/communities.ts";
import { type E2eVisitor, expect } from "./people.ts";

/** The words of the nth claim of an answer: long enough to break over lines on a phone. */
export const claimWords = (answer: number, nth: number): string =>
  `Claim ${nth} about answer ${answer} says one thing about the question, and says it as plainly as it can be said.`;

export const answers = 3;

/** Text of Kialo: each claim has three others below it; the first of the last answer links to the first of the first. */
function kialoText(question: string, claims: number): string {
  const lines = [`Discussion Title: ${question}`, "", `1. ${question}`];
  for (let answer = 1; answer <= answers; answer += 1) {
    const numbers = [`1.${answer}`];
    lines.push(`1.${answer}. Answer ${answer}: one way of doing it`);
    const most = Math.floor(claims / answers);
    for (let nth = 1; nth <= most; nth += 1) {
      const parent = Math.floor((nth - 1) / 3);
      const number = `${numbers[parent]}.${((nth - 1) % 3) + 1}`;
      numbers.push(number);
      lines.push(`${number}. ${nth % 2 === 1 ? "Pro" : "Con"}: ${claimWords(answer, nth)}`);
    }
  }
  lines.push(`1.${answers}.4. Con: -> See 1.1.1.`);
  return lines.join("\n");
}

/** Imports a debate as large as one likes, quickly; gives its address, without the tab. */
export async function importLarge(
  owner: E2eVisitor,
  community: Community,
  { claims, origin }: { claims: number; origin: string },
): Promise<string> {
  const { id: communityId, slug } = community;
  const question = `How should ${claims} claims be read?`;
  const response = await owner.context.request.post(`/api/communities/${communityId}/imports`, {
    headers: { origin, "idempotency-key": crypto.randomUUID() },
    multipart: {
      kind: "kialo",
      files: {
        name: "large.txt",
        mimeType: "text/plain",
        buffer: Buffer.from(kialoText(question, claims)),
      },
    },
  });
  expect(response.ok(), await response.text()).toBe(true);
  const { id: importId } = ImportSchema.parse(await response.json());
  let last: Import | undefined;
  const status = async () => {
    last = await owner.call(readImport, { params: { communityId, importId } });
    return last.status;
  };
  await expect.poll(status, { timeout: 60_000 }).toBe("done");
  expect(last?.report?.claims).toBe(Math.floor(claims / answers) * answers);
  return `/c/${slug}/d/${last?.debateId ?? ""}`;
}
