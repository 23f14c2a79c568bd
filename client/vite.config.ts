import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The two fonts of every first screen are asked for with the page, not only once the style sheet is read. */
function preloadFonts(): Plugin {
  const first = /(inter|source-serif-4)-latin-wght-normal/;
  return {
    name: "preload-fonts",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => first.test(file))
          .map((file) => ({
            tag: "link",
            attrs: {
              rel: "preload",
              as: "font",
              type: "font/woff2",
              href: `/${file}`,
              crossorigin: "",
            },
            injectTo: "head" as const,
          })),
    },
  };
}

/** Contracts reach the browser without their schemas; see `contract-without-schemas.ts`. */
function leanContracts(): Plugin {
  return {
    name: "lean-contracts",
    enforce: "pre",
    resolveId: (source, importer) =>
      source === "zod" && importer?.includes("/shared/contract/")
        ? fileURLToPath(new URL("lib/contract-without-schemas.ts", import.meta.url))
        : null,
  };
}

export default defineConfig({
  root: here,
  plugins: [leanContracts(), react(), tailwindcss(), preloadFonts()],
  server: { fs: { allow: [fileURLToPath(new URL("..", import.meta.url))] } },
  build: {
    outDir: fileURLToPath(new URL("../dist/client", import.meta.url)),
    emptyOutDir: true,
    sourcemap: true,
    // Data URLs would need a wider content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
