import { z } from "zod";
import { walletAddress } from "#shared/holdings/holder.ts";
import { endpoint } from "./endpoint.ts";
import { Id, Moment } from "./ids.ts";
import { prose } from "./text.ts";

/*
 * Addresses of wallets that somebody has proven to own by signing a message (EIP-4361). Who has which is told to
 * nobody else; communities only learn what a snapshot of theirs gives somebody.
 */

const quarterHour = 900;

export const Wallet = z
  .object({
    id: Id,
    /** In small letters. */
    address: z.string(),
    provenAt: Moment,
  })
  .meta({ id: "Wallet" });
export type Wallet = z.infer<typeof Wallet>;

const walletsPath = "/api/me/wallets";

export const listWallets = endpoint({
  name: "listWallets",
  summary: "The addresses that one has proven to own",
  method: "GET",
  path: walletsPath,
  access: "self",
  reply: z.object({ items: z.array(Wallet) }),
});

export const beginWallet = endpoint({
  name: "beginWallet",
  summary: "Get the message that proves, once it is signed, that one owns an address",
  method: "POST",
  path: "/api/me/wallets/begin",
  access: "self",
  body: z.strictObject({ address: z.string().regex(walletAddress) }),
  reply: z.object({ message: z.string(), expiresAt: Moment }),
  repeatable: true,
  limit: { max: 30, perSeconds: quarterHour },
});

export const proveWallet = endpoint({
  name: "proveWallet",
  summary: "Prove that one owns an address, by the signed message",
  method: "POST",
  path: walletsPath,
  access: "self",
  body: z.strictObject({
    message: prose(2_000).min(1),
    /** Of 65 bytes, as `personal_sign` gives it. */
    signature: z.string().regex(/^0x[0-9a-fA-F]{130}$/),
  }),
  reply: Wallet,
  repeatable: true,
  limit: { max: 30, perSeconds: quarterHour },
});

export const forgetWallet = endpoint({
  name: "forgetWallet",
  summary: "Have an address no more; what was frozen by it stays",
  method: "DELETE",
  path: "/api/me/wallets/:walletId",
  access: "self",
  params: z.object({ walletId: Id }),
});

export const walletEndpoints = [listWallets, beginWallet, proveWallet, forgetWallet];
