import { addStatement } from "#shared/contract/statements.ts";
import * as visitors from "#shared/contract/visitors.ts";
import type { Tour } from "./testing-tour-guide.ts";

/** Lets people without an account respond in a debate that is argued; one does. */
export async function tourVisitors(
  tour: Tour,
  params: { communityId: string; debateId: string },
): Promise<void> {
  const { member, moderator, visitor } = tour.cast;
  const body = { admitted: true, counted: true };
  await tour.go(moderator, visitors.admitVisitors, { params, body });
  const { id: statementId } = await tour.go(member, addStatement, {
    params,
    body: { text: tour.text("Strangers have a say.") },
  });
  await tour.go(visitor, visitors.openVisitPuzzle, { params });
  await tour.go(visitor, visitors.beginVisit, { params });
  await tour.go(visitor, visitors.nextForVisitor, { params, query: { count: 2 } });
  await tour.go(visitor, visitors.respondAsVisitor, {
    params: { ...params, statementId },
    body: { value: 1 },
  });
  await tour.go(visitor, visitors.listVisitResponses, { params, query: {} });
  await tour.go(visitor, visitors.endVisit, {});
}
