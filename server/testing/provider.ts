import type { Provider } from "../platform/provider.ts";

/** A provider that believes whoever comes back with the right state: the code is who one is. */
export const easyProvider: Provider = {
  name: "Easy",
  issuer: "https://easy.example.org",
  addressOf: async ({ returnTo, state }) =>
    `https://easy.example.org/?${new URLSearchParams({ returnTo, state })}`,
  async redeem(answer, { state }) {
    const said = new URLSearchParams(answer);
    const subject = said.get("code");
    if (subject === null || said.get("state") !== state) throw new TypeError("another state");
    return { subject, email: `${subject}@example.org`, isEmailVerified: true, name: subject };
  },
};
