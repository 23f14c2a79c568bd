import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as contract from "#shared/contract/wallets.ts";
import { dump } from "../../accounts/testing-people.ts";
import type { Person } from "../../testing/person.ts";
import { startTestServer, type TestServer } from "../../testing/server.ts";
import { TestWallet } from "../testing-wallets.ts";
import { tidyUpWallets } from "./tidy-up.ts";

let server: TestServer;
let later = 0;
beforeAll(async () => {
  server = await startTestServer({ given: { clock: () => new Date(Date.now() + later) } });
});
afterAll(() => server.close());

const addressesOf = async (person: Person) =>
  (await person.call(contract.listWallets, {})).items.map(({ address }) => address);
const begin = (person: Person, { address }: TestWallet) =>
  person.call(contract.beginWallet, { body: { address } });
const send = (person: Person, message: string, signature: string) =>
  person.tryCall(contract.proveWallet, { body: { message, signature } });
const refusalOf = (person: Person, message: string, signature: string) =>
  person.refusal(contract.proveWallet, { body: { message, signature } });
const minutes = 60_000;

describe("an address", () => {
  it("is proven by signing the message that EIP-4361 describes, and by nothing on a chain", async () => {
    const [ada, wallet] = [await server.person("Ada"), new TestWallet()];
    const { message } = await begin(ada, wallet);
    const host = new URL(server.url).host;
    expect(message.split("\n").slice(0, 2)).toEqual([
      `${host} wants you to sign in with your Ethereum account:`,
      wallet.address,
    ]);
    expect(message).toContain(`URI: ${server.url}/settings\nVersion: 1\nChain ID: 1\nNonce: `);
    await wallet.prove(ada);
    expect(await addressesOf(ada)).toEqual([wallet.address.toLowerCase()]);
    expect(await addressesOf(await server.person("Ben"))).toEqual([]);
  });

  it("is one account's at a time: it can be proven elsewhere once it was removed", async () => {
    const [ada, ben, wallet] = [
      await server.person("Ada"),
      await server.person("Ben"),
      new TestWallet(),
    ];
    const { id } = await wallet.prove(ada);
    expect(await wallet.prove(ada)).toMatchObject({ id });
    const { message } = await begin(ben, wallet);
    const taken = await refusalOf(ben, message, await wallet.sign(message));
    expect(taken.type).toBe("/problems/wallet-taken");
    const params = { walletId: id };
    expect((await ben.refusal(contract.forgetWallet, { params })).status).toBe(404);
    await ada.call(contract.forgetWallet, { params });
    await wallet.prove(ben);
    expect([await addressesOf(ada), await addressesOf(ben)]).toEqual([
      [],
      [wallet.address.toLowerCase()],
    ]);
  });

  it("goes to one of two accounts that prove it at the same moment", async () => {
    const wallet = new TestWallet();
    const both = [await server.person("Ada"), await server.person("Ben")];
    const answers = await Promise.all(
      both.map(async (person) => {
        const { message } = await begin(person, wallet);
        return (await send(person, message, await wallet.sign(message))).status;
      }),
    );
    expect(answers.toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it("of an account has room for twenty", async () => {
    const ada = await server.person("Ada");
    for (let n = 0; n < 20; n += 1) await new TestWallet().prove(ada);
    const wallet = new TestWallet();
    const { message } = await begin(ada, wallet);
    const refused = await refusalOf(ada, message, await wallet.sign(message));
    expect(refused.reason?.code).toBe("too-many-wallets");
  });
});

describe("an address is not proven", () => {
  const lies: Record<string, [(message: string) => string, string]> = {
    "by a message for another site": [
      (message) => message.replace(/^\S+/, "folkmoot.example"),
      "wallet-other-site",
    ],
    "by a message for another page": [
      (message) => message.replace(/URI: .*/, "URI: https://folkmoot.example/settings"),
      "wallet-other-site",
    ],
    "by a message that says something else": [
      (message) => message.replace("moves nothing", "moves all"),
      "wallet-changed",
    ],
    "by a message that lasts longer": [
      (message) => message.replace(/Expiration Time: .*/, "Expiration Time: 2099-01-01T00:00:00Z"),
      "wallet-changed",
    ],
    "by a message that never ends": [
      (message) => message.replace(/\nExpiration Time: .*/, ""),
      "wallet-changed",
    ],
    "by a message of another version": [
      (message) => message.replace("Version: 1", "Version: 2"),
      "wallet-changed",
    ],
    "by no such message": [() => "Let me in.", "wallet-changed"],
  };
  it.each(Object.entries(lies))("%s", async (_, [lie, code]) => {
    const [ada, wallet] = [await server.person("Ada"), new TestWallet()];
    const { message } = await begin(ada, wallet);
    const other = lie(message);
    expect(other).not.toBe(message);
    const refused = await refusalOf(ada, other, await wallet.sign(other));
    expect([refused.status, refused.reason?.code]).toEqual([422, code]);
    expect(await addressesOf(ada)).toEqual([]);
  });

  it("with the signature of another address, nor by saying that this is another's message", async () => {
    const [ada, wallet, other] = [await server.person("Ada"), new TestWallet(), new TestWallet()];
    const { message } = await begin(ada, wallet);
    const refused = await refusalOf(ada, message, await other.sign(message));
    expect(refused.reason?.code).toBe("wallet-other-key");
    // The try has used the message up.
    expect((await refusalOf(ada, message, await wallet.sign(message))).status).toBe(410);
    const again = await begin(ada, wallet);
    const swapped = again.message.replace(wallet.address, other.address);
    const claimed = await refusalOf(ada, swapped, await other.sign(swapped));
    expect(claimed.reason?.code).toBe("wallet-changed");
    const nonsense = await begin(ada, wallet);
    expect((await send(ada, nonsense.message, `0x${"0".repeat(130)}`)).status).toBe(422);
    expect(await addressesOf(ada)).toEqual([]);
  });

  it("by a message that was used, also when both come at once", async () => {
    const [ada, wallet] = [await server.person("Ada"), new TestWallet()];
    const { message } = await begin(ada, wallet);
    const signature = await wallet.sign(message);
    const both = await Promise.all([send(ada, message, signature), send(ada, message, signature)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410]);
    expect((await send(ada, message, signature)).status).toBe(410);
  });

  it("by the message that somebody else was given", async () => {
    const [ada, eve, wallet] = [
      await server.person("Ada"),
      await server.person("Eve"),
      new TestWallet(),
    ];
    const { message } = await begin(ada, wallet);
    const signature = await wallet.sign(message);
    expect((await send(eve, message, signature)).status).toBe(410);
    expect((await send(ada, message, signature)).status).toBe(200);
  });

  it("after ten minutes, and the message is forgotten by then", async () => {
    const [ada, wallet] = [await server.person("Ada"), new TestWallet()];
    const { message } = await begin(ada, wallet);
    const nonce = /Nonce: (\w+)/.exec(message)?.[1] ?? "";
    expect(await dump(server)).not.toContain(nonce);
    later = 10 * minutes + 1;
    expect((await send(ada, message, await wallet.sign(message))).status).toBe(410);
    await tidyUpWallets(server.deps);
    const { rows } = await server.deps.db.execute("select * from wallet_challenges");
    later = 0;
    expect(rows).toEqual([]);
    expect(await addressesOf(ada)).toEqual([]);
  });
});

it("where the address of the installation is set, messages are for that one", async () => {
  const env = { PUBLIC_URL: "https://moot.example" };
  const own = await startTestServer({ env });
  const person = await own.person("Ada");
  const { message } = await (
    await person.send("/api/me/wallets/begin", {
      method: "POST",
      headers: { "content-type": "application/json", origin: env.PUBLIC_URL },
      body: JSON.stringify({ address: new TestWallet().address }),
    })
  ).json();
  expect(message).toMatch(/^moot\.example wants you/);
  expect(message).toContain("URI: https://moot.example/settings");
  await own.close();
});
