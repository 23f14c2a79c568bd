import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import {
  addPasskey,
  askPasskey,
  beginPasskey,
  type signInByPasskey,
} from "#shared/contract/passkeys.ts";
import type { Input } from "#shared/contract/request.ts";
import type { Person } from "../testing/person.ts";
import { goodPassword } from "./testing-people.ts";

const bytes = (text: string) => Buffer.from(text);
const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest();
const base64url = (data: Buffer) => data.toString("base64url");

/** As much of CBOR (RFC 8949) as keys are told in: small numbers, bytes, texts and maps. */
function cbor(value: number | string | Buffer | ReadonlyMap<number | string, unknown>): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, bytes(value).length), bytes(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, one]) => [cbor(key), cbor(one as Buffer)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  if (size < 256) return Buffer.from([(major << 5) | 24, size]);
  return Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
}

const userPresent = 0x01;
const userVerified = 0x04;
const hasKey = 0x40;

interface Told {
  readonly origin: string;
  readonly rpId: string;
  readonly challenge: string;
  /** What a lying device says that it does. */
  readonly type?: string;
  /** Whose key it says to be. */
  readonly userHandle?: string;
}

/** A device that makes keys and signs with them, as a phone or a stick does. */
export class Authenticator {
  readonly id = base64url(sha256(crypto.randomUUID()));
  counter = 0;
  verifiesUser = true;
  readonly #key: KeyObject;
  readonly #publicKey: Buffer;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.#key = privateKey;
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    // COSE (RFC 9052): EC2, ES256, P-256, and the point.
    this.#publicKey = cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, "base64url")],
        [-3, Buffer.from(y, "base64url")],
      ]),
    );
  }

  #data(rpId: string, withKey: boolean): Buffer {
    const flags = userPresent | (this.verifiesUser ? userVerified : 0) | (withKey ? hasKey : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    const parts = [sha256(rpId), Buffer.from([flags]), count];
    if (!withKey) return Buffer.concat(parts);
    const id = Buffer.from(this.id, "base64url");
    const length = Buffer.from([id.length >> 8, id.length & 255]);
    return Buffer.concat([...parts, Buffer.alloc(16), length, id, this.#publicKey]);
  }

  #clientData(usual: string, { type = usual, origin, challenge }: Told): Buffer {
    return bytes(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  /** A new key for an address, as the browser gives it on. */
  make(told: Told): Input<typeof addPasskey>["body"]["credential"] {
    const attestation = new Map<string, unknown>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", this.#data(told.rpId, true)],
    ]);
    return {
      id: this.id,
      rawId: this.id,
      type: "public-key",
      response: {
        clientDataJSON: base64url(this.#clientData("webauthn.create", told)),
        attestationObject: base64url(cbor(attestation)),
        transports: ["internal"],
      },
    };
  }

  /** A signature under a challenge; each counts. */
  sign(told: Told): Input<typeof signInByPasskey>["body"]["credential"] {
    this.counter += 1;
    const clientData = this.#clientData("webauthn.get", told);
    const data = this.#data(told.rpId, false);
    const signature = sign("sha256", Buffer.concat([data, sha256(clientData)]), this.#key);
    return {
      id: this.id,
      rawId: this.id,
      type: "public-key",
      response: {
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(data),
        signature: base64url(signature),
        ...(told.userHandle !== undefined && { userHandle: told.userHandle }),
      },
    };
  }
}

/** Makes a passkey for somebody who has no second factor. */
export async function addPasskeyOf(person: Person, device = new Authenticator()) {
  const { challenge, rp } = await person.call(beginPasskey, {
    body: { password: goodPassword, proof: {} },
  });
  const credential = device.make({ origin: person.url, rpId: rp.id, challenge });
  const passkey = await person.call(addPasskey, { body: { name: "A phone", credential } });
  return { device, passkey };
}

/** What a device says when somebody is asked to sign in by it. */
export async function signedBy(device: Authenticator, person: Person) {
  const { challenge, rpId } = await person.call(askPasskey, {});
  return { body: { credential: device.sign({ origin: person.url, rpId, challenge }) } };
}
