import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { beginWallet, proveWallet } from "#shared/contract/wallets.ts";
import type { Person } from "../testing/person.ts";

/** A wallet that signs what it is given, as one in a browser does. */
export class TestWallet {
  readonly #account = privateKeyToAccount(generatePrivateKey());
  /** With its capital letters. */
  readonly address: string = this.#account.address;

  sign(message: string): Promise<string> {
    return this.#account.signMessage({ message });
  }

  /** Has its owner prove that it is theirs. */
  async prove(person: Person) {
    const { message } = await person.call(beginWallet, { body: { address: this.address } });
    const signature = await this.sign(message);
    return person.call(proveWallet, { body: { message, signature } });
  }
}
