import { hash, verify } from "@node-rs/argon2";
import { refuseField } from "../platform/problem.ts";
import { isGuessable } from "./guessable-password.ts";

/** OWASP's parameters for argon2id, which is the package's usual algorithm; some 10 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Compared with where there is no account, so that the answer takes as long. The password was thrown away. */
const nobodysHash =
  "$argon2id$v=19$m=19456,t=2,p=1$G4Br58yyaE3sLBx9kxsArw$N/9U8E0Yp4JEyLajwtp+LbrNIq8sP0TEZte9gFONwEE";

/** The same letters typed on different systems are the same password. */
const canonical = (password: string) => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), cost);
}

/** Whether the password is the one of this hash. Works as hard when there is no (proper) hash. */
export async function isPasswordOf(passwordHash: string | undefined, password: string) {
  const isProper = passwordHash?.startsWith("$argon2id$") ?? false;
  const compared = isProper && passwordHash !== undefined ? passwordHash : nobodysHash;
  const isRight = await verify(compared, canonical(password));
  return isProper && isRight;
}

/** Refuses a new password that is easy to guess. `about` is what others know: name, mail address. */
export function refuseGuessable(field: string, password: string, about: readonly string[]): void {
  if (!isGuessable(canonical(password), about)) return;
  refuseField(
    "password-too-weak",
    field,
    "It is built from common passwords, patterns, your name or your address. Take a few words that have nothing to do with each other.",
  );
}
