/**
 * Zod compiles parsers with `new Function`, which our content security policy forbids. It reads this
 * setting when it is loaded, so it can be made here without loading zod into the first page.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
