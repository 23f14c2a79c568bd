import { listStatements, addStatement, type ResponseValue } from "#shared/contract/statements.ts";
import { admitVisitors, beginVisit, respondAsVisitor } from "#shared/contract/visitors.ts";
import { addDebate } from "../statements/testing.ts";
import type { Person } from "../testing/person.ts";
import type { TestServer } from "../testing/server.ts";

/** A debate with some statements, which admits visitors unless said. */
export async function openDebate(server: TestServer, { admitted = true, statements = 2 } = {}) {
  const scene = await addDebate(server);
  const { communityId, debateId } = scene;
  const params = { communityId, debateId };
  const ids: string[] = [];
  for (let n = 1; n <= statements; n += 1) {
    const body = { text: `Statement number ${n}.` };
    ids.push((await scene.owner.call(addStatement, { params, body })).id);
  }
  if (admitted) {
    const body = { admitted: true, counted: true };
    await scene.moderator.call(admitVisitors, { params, body });
  }
  return { ...scene, params, ids };
}

export type OpenDebate = Awaited<ReturnType<typeof openDebate>>;

/** Somebody without an account, in a browser that has begun a visit. */
export async function visit(server: TestServer, { params }: Pick<OpenDebate, "params">) {
  const visitor = server.visitor();
  await visitor.call(beginVisit, { params });
  return visitor;
}

export const say = (
  person: Person,
  { params }: Pick<OpenDebate, "params">,
  { to, value = 1 }: { to: string | undefined; value?: ResponseValue },
) =>
  person.call(respondAsVisitor, {
    params: { ...params, statementId: to ?? "" },
    body: { value },
  });

/** One statement as somebody sees it. */
export async function seenBy(
  person: Person,
  { params }: Pick<OpenDebate, "params">,
  id: string | undefined,
) {
  const { items } = await person.call(listStatements, { params });
  return items.find((statement) => statement.id === id);
}
