import { type Problem, type ProblemCode, problems } from "#shared/contract/problem.ts";
import {
  type Reason,
  type ReasonCode,
  reasonInEnglish,
  type ReasonValues,
} from "#shared/contract/reasons.ts";

/** Thrown by a use case to refuse; becomes an RFC 9457 reply at the edge. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly extra: Partial<Pick<Problem, "detail" | "reason" | "errors">> = {},
  ) {
    super(problems[code].title);
  }
}

/** Why, twice: as an English sentence for programs, and as a code with values that a page puts into its reader's words. */
export interface Because {
  readonly detail: string;
  readonly reason: Reason;
}

export function because(code: ReasonCode, values: ReasonValues = {}): Because {
  return { detail: reasonInEnglish({ code, values }), reason: { code, values } };
}

/** Refuses with the place and the rule: `field` as a JSON pointer below the body. */
export function refuseField(code: ProblemCode, field: string, why: Because | string): never {
  const said = typeof why === "string" ? { detail: why } : why;
  throw new Refusal(code, { ...said, errors: [{ pointer: `#/body/${field}`, ...said }] });
}

/** Refuses for several places at once; the first stands for all where only one can be said. */
export function refuseFaults(code: ProblemCode, errors: NonNullable<Problem["errors"]>): never {
  const { detail = "", reason } = errors[0] ?? {};
  throw new Refusal(code, { detail, ...(reason && { reason }), errors });
}

const fastifyCodes: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "too-large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupported-media-type",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "invalid-request",
  FST_ERR_CTP_EMPTY_JSON_BODY: "invalid-request",
  FST_ERR_CTP_INVALID_JSON_BODY: "invalid-request",
  FST_ERR_BAD_URL: "invalid-request",
  FST_ERR_MAX_PARAM_LENGTH: "not-found",
  FST_REQ_FILE_TOO_LARGE: "too-large",
  FST_UNDER_PRESSURE: "unavailable",
};

/** Classes and codes of PostgreSQL and of the network that mean "not now" rather than "never". */
const passing =
  /^(08...|53...|57...|58...|25006|25P0[34]|40001|40P01|55P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const passingMessage =
  /Connection terminated|timeout exceeded when trying to connect|connection error/i;

function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let at = error; at instanceof Error && codes.length < 5; at = at.cause) {
    const { code } = at as Error & { code?: unknown };
    if (typeof code === "string") codes.push(code);
    if (passingMessage.test(at.message)) codes.push("08000");
  }
  return codes;
}

/** PostgreSQL's error code, wherever the driver put it. */
export function sqlState(error: unknown): string | undefined {
  return codesOf(error).find((code) => /^[0-9A-Z]{5}$/.test(code));
}

const pointsAtAccount = /_account_id_accounts_id_fk$/;

/** What is kept for an account was on its way while the account was deleted. */
function isOfNoAccount(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, constraint } = at as Error & { code?: unknown; constraint?: unknown };
    if (code === "23503" && pointsAtAccount.test(String(constraint))) return true;
  }
  return false;
}

function classify(error: unknown): ProblemCode {
  const codes = codesOf(error);
  if (codes.some((code) => passing.test(code))) return "unavailable";
  if (isOfNoAccount(error)) return "sign-in-required";
  for (const code of codes) {
    const known = fastifyCodes[code];
    if (known) return known;
  }
  const { statusCode } = Object(error) as { statusCode?: number };
  if (statusCode === 429) return "too-many-requests";
  return statusCode !== undefined && statusCode < 500 ? "invalid-request" : "internal";
}

/** The problem document for any error; nothing of an unknown error's text gets out. */
export function toProblem(error: unknown, requestId: string): Problem {
  const { code, extra } = error instanceof Refusal ? error : { code: classify(error), extra: {} };
  const named = problems[code].status >= 500 ? { requestId } : {};
  return { type: `/problems/${code}`, ...problems[code], ...extra, ...named };
}
