import { z } from "zod";

/**
 * Who may call an operation. Below a community, `public` means everybody who may see that community:
 * everybody where it is public, its members where it is private.
 */
export const accesses = ["public", "self", "member", "moderator", "owner", "operator"] as const;
export type Access = (typeof accesses)[number];

/** How often one caller (the account, or the address of who has none) may do this. */
export interface Limit {
  readonly max: number;
  readonly perSeconds: number;
  /** `address` counts by address even for people who are signed in, `visit` by the visit that a browser has begun. */
  readonly by?: "address" | "visit";
}

/** What all who share an address add to debates, by each way of doing so: a class has room, a flood has not. */
export const postsFromAddress: Limit = { max: 600, perSeconds: 3_600, by: "address" };

/** One HTTP operation, described once and used by both ends of the wire. */
export interface Endpoint<
  A extends Access = Access,
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  readonly name: string;
  readonly summary: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: `/api/${string}`;
  readonly access: A;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly reply: R;
  /** A POST that does no harm when sent twice, and so needs no `Idempotency-Key`. */
  readonly repeatable?: true;
  readonly limit?: Limit;
  /** Whether members do this also while they are suspended, as to leave, or to appeal. */
  readonly whileSuspended?: true;
  /** Counted besides `limit`. */
  readonly furtherLimit?: Limit;
  /** Largest body in bytes; 64 KiB unless said. */
  readonly bodyLimit?: number;
  /**
   * Sent as `multipart/form-data` in place of a JSON body: the form's fields, and what its files are.
   * The use case reads both as they stream in.
   */
  readonly upload?: { readonly fields: z.ZodObject; readonly files: string };
  /** Answered with a file in place of JSON: what it is. */
  readonly download?: string;
}

/** Nothing comes in, or nothing goes out (204). */
export const nothing = z.undefined();
const noParams = z.object({});
type NoParams = typeof noParams;

type Definition<
  A extends Access,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> = Omit<Endpoint<A, P, Q, B, R>, "params" | "query" | "body" | "reply"> & {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly reply?: R;
};

/** Describes one operation; what is left out of params, query, body and reply is empty. */
export function endpoint<
  A extends Access,
  P extends z.ZodType = NoParams,
  Q extends z.ZodType = NoParams,
  B extends z.ZodType = typeof nothing,
  R extends z.ZodType = typeof nothing,
>(definition: Definition<A, P, Q, B, R>): Endpoint<A, P, Q, B, R> {
  const empty = { params: noParams, query: noParams, body: nothing, reply: nothing };
  return { ...empty, ...definition } as unknown as Endpoint<A, P, Q, B, R>;
}
