/** What wallets put into a page (EIP-1193). */
interface Provider {
  request(asked: { method: string; params?: readonly unknown[] }): Promise<unknown>;
}

declare global {
  interface Window {
    ethereum?: Provider;
  }
}

/** Whether there is a wallet in this browser. */
export const hasBrowserWallet = (): boolean => window.ethereum !== undefined;

/** The address that its owner lets this page know. */
export async function askAddress(): Promise<string> {
  const found = await window.ethereum?.request({ method: "eth_requestAccounts" });
  const [address] = Array.isArray(found) ? (found as unknown[]) : [];
  if (typeof address !== "string") throw new Error("the wallet gave no address");
  return address;
}

const hexOf = (text: string) =>
  `0x${Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;

/** The signature under a message, once its owner has agreed. */
export async function signInBrowser(message: string, address: string): Promise<string> {
  const params = [hexOf(message), address];
  const signature = await window.ethereum?.request({ method: "personal_sign", params });
  if (typeof signature !== "string") throw new Error("the wallet gave no signature");
  return signature;
}
