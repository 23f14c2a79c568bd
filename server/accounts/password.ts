import { hash, verify } from "@node-rs/argon2";
import { because, refuseField } from "../platform/problem.ts";
import { isGuessable } from "./guessable-password.ts";

/** OWASP's parameters for argon2id, which is the package's usual algorithm; some 10 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Stands in where there is no account, so that the answer takes as long. Its password was thrown away. */
const nobodysHash =
  "$argon2id$v=19$m=19456,t=2,p=1$G4Br58yyaE3sLBx9kxsArw$N/9U8E0Yp4JEyLajwtp+LbrNIq8sP0TEZte9gFONwEE";

/** The same letters typed on different systems are the same password. */
const canonical = (password: string) => password.normalize("NFKC");

const isProper = (passwordHash: string | undefined): passwordHash is string =>
  passwordHash?.startsWith("$argon2id$") ?? false;

/** Whether there is a password: who came by a provider has none at first. */
export const hasPassword = (passwordHash: string): boolean => isProper(passwordHash);

/** A hash with a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), cost);
}

/**
 * A hash with the salt of another one, or with one that nobody has. All accounts that name one mail
 * address share a salt, so that one hash finds the right one among any number of them, and the time
 * it takes tells nothing of how many there are.
 */
export function hashLike(other: string | undefined, password: string): Promise<string> {
  const [, , , , salt = ""] = (isProper(other) ? other : nobodysHash).split("$");
  return hash(canonical(password), { ...cost, salt: Buffer.from(salt, "base64") });
}

/** A hash with the salt of another one, or with a new one where there is none to share. */
export function hashBeside(other: string | undefined, password: string): Promise<string> {
  return isProper(other) ? hashLike(other, password) : hashPassword(password);
}

/** Whether the password is the one of this hash. */
export async function isPasswordOf(passwordHash: string, password: string): Promise<boolean> {
  return isProper(passwordHash) && (await verify(passwordHash, canonical(password)));
}

/** Refuses a new password that is easy to guess. `about` is what others know: name, mail address. */
export function refuseGuessable(field: string, password: string, about: readonly string[]): void {
  if (!isGuessable(canonical(password), about)) return;
  refuseField("password-too-weak", field, because("guessable-password"));
}
