import { z } from "zod";
import { DebateView } from "./debates.ts";
import { endpoint } from "./endpoint.ts";
import { debateParams, Id } from "./ids.ts";
import { StatementMode } from "./phases.ts";
import { Statement } from "./statements.ts";
import { line } from "./text.ts";

export const setStatementMode = endpoint({
  name: "setStatementMode",
  summary:
    "Say whether new statements of a debate are shown at once or once somebody who looks after it has approved them; a public act",
  method: "PUT",
  path: "/api/communities/:communityId/debates/:debateId/statement-mode",
  access: "member",
  params: debateParams,
  /** What waits is shown as soon as statements are open; what stands stays when they are no longer. */
  body: z.strictObject({ mode: StatementMode, reason: line(300) }),
  reply: DebateView,
});

export const markStatement = endpoint({
  name: "markStatement",
  summary:
    "Say that a statement begins the conversation, or is about the conversation itself and no part of its analysis",
  method: "PUT",
  path: "/api/communities/:communityId/debates/:debateId/statements/:statementId/marks",
  access: "member",
  params: debateParams.extend({ statementId: Id }),
  body: z.strictObject({ isSeed: z.boolean(), isMeta: z.boolean() }),
  reply: Statement,
});

export const statementCareEndpoints = [setStatementMode, markStatement] as const;
