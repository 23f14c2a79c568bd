import * as contract from "#shared/contract/provider.ts";
import { readSafeguards } from "#shared/contract/two-steps.ts";
import { goodPassword, newcomer } from "../accounts/testing-people.ts";
import type { Tour } from "./testing-tour-guide.ts";

let people = 0;

/** Signs in by the provider, links an account to it, and ends that. */
export async function tourProvider(tour: Tour): Promise<void> {
  people += 1;
  const visitor = tour.server.visitor();
  await tour.go(visitor, contract.readProvider, {});
  const { url } = await tour.go(visitor, contract.beginProviderSignIn, {});
  await tour.go(visitor, contract.completeProvider, { body: answerTo(url, `easy.${people}`) });
  const person = await newcomer(tour.server, `provider.${people}@example.org`);
  const given = { password: goodPassword, proof: {} };
  const out = await tour.go(person, contract.beginLink, { body: given });
  await person.call(contract.completeProvider, { body: answerTo(out.url, `linked.${people}`) });
  const [identity] = (await person.call(readSafeguards, {})).identities;
  const params = { identityId: identity?.id ?? "" };
  await tour.go(person, contract.endIdentity, { params, body: given });
}

function answerTo(url: string, code: string) {
  const state = new URL(url).searchParams.get("state") ?? "";
  return { answer: new URLSearchParams({ code, state }).toString(), language: "en" as const };
}
