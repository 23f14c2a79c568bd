import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ownKey } from "./own-key.ts";
import { createVault } from "./vault.ts";

const secret = Buffer.from("a secret of twenty b");
const key = "a-key-that-is-long-enough-for-this";

describe("what is sealed", () => {
  const vault = createVault(key);

  it("opens again, and looks different each time", () => {
    const [first, second] = [vault.seal(secret, "one"), vault.seal(secret, "one")];
    expect(first).not.toBe(second);
    expect(first).not.toContain(secret.toString("base64url"));
    expect(vault.open(first, "one")).toEqual(secret);
  });

  it("does not open at another place, with another key, or changed", () => {
    const sealed = vault.seal(secret, "one");
    expect(vault.open(sealed, "two")).toBeUndefined();
    expect(createVault(`${key}!`).open(sealed, "one")).toBeUndefined();
    expect(createVault(undefined).open(sealed, "one")).toBeUndefined();
    const at = sealed.length - 2;
    const changed = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
    expect(vault.open(changed, "one")).toBeUndefined();
    expect(vault.open("sealed:", "one")).toBeUndefined();
    expect(vault.open("", "one")).toBeUndefined();
  });

  it("without a key stays readable once there is one", () => {
    const kept = createVault(undefined).seal(secret, "one");
    expect(vault.open(kept, "one")).toEqual(secret);
  });
});

describe("the key of an installation", () => {
  it("is made once, whoever asks first, and is its owner's alone to read", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "folkmoot-key-"));
    try {
      const place = path.join(folder, "data");
      const keys = await Promise.all([ownKey(place), ownKey(place), ownKey(place)]);
      expect(new Set(keys).size).toBe(1);
      expect(keys[0]).toHaveLength(43);
      expect(await readdir(place)).toEqual(["secret-key"]);
      expect((await stat(path.join(place, "secret-key"))).mode & 0o777).toBe(0o600);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
