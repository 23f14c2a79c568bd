import { createHmac } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { readMailbox as contract } from "#shared/contract/accounts.ts";
import type { Deps } from "../deps.ts";
import type { Call } from "../platform/mount.ts";
import { Refusal } from "../platform/problem.ts";
import { withLink } from "./mail.ts";
import { newestMails } from "./mail-store.ts";
import { mayReadMailbox, type Way } from "./policy.ts";

const shown = 50;

/**
 * The mails that were not sent for want of a mail server. Their links are made from a key that lives
 * as long as this process, so that reading twice shows the same and the database keeps hashes only.
 */
export function mailboxReader(deps: Deps) {
  const key = deps.random.token();

  return async ({ request }: Call<typeof contract>) => {
    if (!mayReadMailbox(wayOf(request), deps.mailer)) throw new Refusal("not-found");
    const rows = await newestMails(deps.db, shown);
    const site = deps.env.PUBLIC_URL ?? `http://${request.headers.host ?? "localhost"}`;
    const mails = [];
    for (const row of rows) {
      const secret = createHmac("sha256", key).update(row.id).digest("base64url");
      const text = await withLink(deps, row, { secret, site });
      const { id, to, subject, createdAt } = row;
      mails.push({ id, to, subject, text, createdAt: createdAt.toISOString() });
    }
    return { mails };
  };
}

const forwarding = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/** From the connection, not from `request.ip` and `request.host`, which believe a trusted proxy. */
function wayOf({ raw, headers }: FastifyRequest): Way {
  return {
    remoteAddress: raw.socket.remoteAddress,
    host: headers.host,
    isForwarded: forwarding.some((name) => headers[name] !== undefined),
  };
}
