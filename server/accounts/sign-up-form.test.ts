import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSignUpForm, readMe, signUp } from "#shared/contract/accounts.ts";
import { startTestServer, type TestServer } from "../testing/server.ts";
import { formOf, goodPassword } from "./testing-people.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { RATE_LIMITS: "on" } });
});
afterAll(() => server.close());

let people = 0;
const person = () => {
  people += 1;
  return { email: `form.${people}@example.org`, name: "Fay", password: goodPassword };
};

async function knock(more: { form?: string | undefined; website?: string }) {
  const visitor = server.visitor();
  const response = await visitor.tryCall(signUp, { body: { ...person(), ...more } });
  const { account } = await visitor.call(readMe, {});
  return { status: response.status, text: await response.text(), account };
}

describe("the form to sign up", () => {
  it("is taken once it has been open for as long as people need, to the end of their day", async () => {
    for (const seconds of [3, 3 * 3_600]) {
      expect(await knock({ form: await formOf(server, seconds) })).toMatchObject({ status: 200 });
    }
  });

  it("is refused in the same words where a program gives itself away, and where nothing is known of it", async () => {
    const { form: fresh } = await server.visitor().call(openSignUpForm, {});
    const open = await formOf(server);
    const answers = [
      await knock({ form: fresh }),
      await knock({ form: open, website: "https://pills.example" }),
      await knock({ form: await formOf(server, 5 * 3_600) }),
      await knock({ form: await formOf(server, -60) }),
      await knock({ form: `1${open}` }),
      await knock({ form: server.deps.stamps.stamp("another purpose", "0") }),
      await knock({}),
    ];
    const [first] = answers;
    expect(first).toMatchObject({ status: 409, account: null });
    expect(first?.text).toContain("send-again");
    for (const answer of answers) expect(answer).toEqual(first);
  });

  it("is taken at the next try of a person whose browser filled in what they don't see", async () => {
    const form = await formOf(server);
    const visitor = server.visitor();
    const body = { ...person(), form };
    await visitor.refusal(signUp, { body: { ...body, website: "https://me.example" } });
    const { account } = await visitor.call(signUp, { body });
    expect(account.name).toBe("Fay");
  });
});
