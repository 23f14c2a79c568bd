import { createTOTPKeyURI, verifyHOTP } from "@oslojs/otp";

const periodSeconds = 30;
const digits = 6;
/** As RFC 4226 has it: as long as what the hash gives. */
const secretLength = 20;

/** A secret for an app, of as much chance as there is in these bytes. */
export const newSecret = (random: Uint8Array): Uint8Array => random.slice(0, secretLength);

/** The address by which apps take a secret over. */
export const addressOf = (secret: Uint8Array, email: string): string =>
  createTOTPKeyURI("Folkmoot", email, secret, periodSeconds, digits);

/** The secret of such an address, as people type it where no picture can be read. */
export const typedSecret = (uri: string): string => new URL(uri).searchParams.get("secret") ?? "";

/**
 * The step of 30 seconds whose code this is (RFC 6238): the present one, the one before or the one
 * after, as clocks differ and typing takes time.
 */
export function stepOf(secret: Uint8Array, code: string, now: Date): number | undefined {
  const present = Math.floor(now.getTime() / 1_000 / periodSeconds);
  return [present, present - 1, present + 1].find((step) =>
    verifyHOTP(secret, BigInt(step), digits, code),
  );
}
