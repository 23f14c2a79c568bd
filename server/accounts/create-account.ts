import type { Language } from "#shared/contract/phases.ts";
import type { Db } from "#db/client.ts";
import { saveAccount } from "./store.ts";

export interface Given {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** By `hashPassword`. */
  readonly passwordHash: string;
  readonly language?: Language;
  readonly isOperator?: boolean;
  readonly createdAt?: Date;
}

/** Opens an account whose address counts as confirmed: for demonstrations and imports, not for forms. */
export async function createAccount(db: Db, given: Given): Promise<void> {
  await saveAccount(db, { emailConfirmedAt: given.createdAt ?? new Date(), ...given });
}
