import { queryOptions } from "@tanstack/react-query";
import type { Language } from "#shared/contract/phases.ts";
import { readSample } from "#shared/contract/samples.ts";
import { readStatement } from "#shared/contract/statements.ts";
import { ApiError, call } from "../../lib/api.ts";
import type { KeptAnswer } from "./kept-answers.ts";

/** The statement that a stranger can try; it does not change under one's eyes. */
export const sampleQuery = (language: Language) =>
  queryOptions({
    queryKey: ["statements", "sample", language],
    queryFn: ({ signal }) => call(readSample, { query: { language }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

const isGone = (error: unknown) => error instanceof ApiError && error.status === 404;

/** The statement of a kept answer as it stands now, read anew once one has joined; null where it is gone. */
export const answeredQuery = (
  { communityId, debateId, statementId }: KeptAnswer,
  isMember: boolean,
) =>
  queryOptions({
    queryKey: ["statements", communityId, debateId, "answered", statementId, isMember],
    queryFn: ({ signal }) =>
      call(readStatement, { params: { communityId, debateId, statementId }, signal }).catch(
        (error: unknown) => {
          if (isGone(error)) return null;
          throw error;
        },
      ),
  });
