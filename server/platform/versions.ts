import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { Refusal } from "./problem.ts";

/*
 * Versions as HTTP says them (RFC 9110): a reply that is one thing with a version has that as its `ETag`, and an edit
 * takes it back as `If-Match`, in place of the body's `version` or beside it.
 */

const hasVersion = (schema: z.ZodType) =>
  schema instanceof z.ZodObject && "version" in (schema.shape as object);

/** Whether an operation answers with one thing that has a version. */
export const givesVersion = ({ reply }: Pick<Endpoint, "reply">) => hasVersion(reply);

/** Whether an operation is told which version its caller has seen. */
export const takesVersion = ({ body }: Pick<Endpoint, "body">) => hasVersion(body);

export const etagOf = (reply: unknown): string => `"${(reply as { version: number }).version}"`;

/** A proxy that packs replies makes their tags weak: it is the same version. */
const tagForm = /^(?:W\/)?"(0|[1-9]\d{0,9})"$/;

function refuse(detail: string): never {
  throw new Refusal("if-match-unusable", { detail });
}

/** The version that a tag names. */
function versionIn(tag: string, contract: Endpoint): number {
  if (!takesVersion(contract)) refuse("This operation looks at no version: leave If-Match out.");
  const version = tagForm.exec(tag)?.[1];
  return version === undefined
    ? refuse('If-Match names one version, as the ETag does, like "3".')
    : Number(version);
}

/** The body with the version that the request names, wherever it does so. */
export function bodyWithVersion(contract: Endpoint, request: FastifyRequest): unknown {
  const body = request.body === null ? undefined : request.body;
  const tag = request.headers["if-match"];
  if (tag === undefined || contract.method === "GET") return body;
  const version = versionIn(tag, contract);
  const words = body ?? {};
  // What is no object is the contract's to refuse.
  if (typeof words !== "object" || Array.isArray(words)) return body;
  const { version: inBody = version } = words as { version?: unknown };
  if (inBody !== version) {
    refuse(
      `If-Match names version ${version}, the body ${JSON.stringify(inBody)}: send one of them.`,
    );
  }
  return { ...words, version };
}
