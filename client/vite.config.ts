import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Contracts reach the browser without their schemas; see `contract-without-schemas.ts`. */
function leanContracts(): Plugin {
  return {
    name: "lean-contracts",
    enforce: "pre",
    resolveId: (source, importer) =>
      importer?.includes("/shared/contract/") &&
      /^(zod$|#shared\/(voting|counting|recount|lottery|names|sortition)\/|\.\/reasons\.ts$)/.test(
        source,
      )
        ? fileURLToPath(new URL("lib/contract-without-schemas.ts", import.meta.url))
        : null,
  };
}

/** What the first script asks for in any case is named in the page: it need not wait for that script. */
function namedAhead(): Plugin {
  return {
    name: "named-ahead",
    transformIndexHtml: {
      order: "post",
      handler(page, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === "chunk");
        const start = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith("/start.tsx"));
        const files = new Set(start && [start.fileName]);
        // What is added meanwhile is visited too.
        for (const name of files) {
          const chunk = chunks.find(({ fileName }) => fileName === name);
          for (const other of chunk?.imports ?? []) files.add(other);
        }
        const unnamed = [...files].filter((file) => !page.includes(file));
        return unnamed.map((file) => ({
          tag: "link",
          attrs: { rel: "modulepreload", crossorigin: true, href: `/${file}` },
          injectTo: "head",
        }));
      },
    },
  };
}

/** Each takes what it needs as well, where no earlier one has it: what comes first is as little as can be. */
const commonFiles = [
  {
    name: "first",
    test: /vite\/preload-helper|client\/(lib\/(stored|api)|app\/(language|texts|set-out))\.ts$/,
  },
  {
    name: "vendor",
    test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(?!react-virtual|virtual-core)[^/]+|(react-)?i18next)\/(?!.*Trans)/,
  },
  { name: "start", test: /client\/app\/start\.tsx$/ },
  { name: "debate", test: /client\/debates\/debate-page\.tsx$/ },
  {
    name: "interface",
    test: /client\/(ui|lib)\/(?!render-markdown|missed-events|text-diff|bar-chart|data-table|rating-input|conflict)/,
  },
  {
    name: "contracts",
    test: /shared\/contract\/(?!decisions|transfer|passkeys|two-steps|memberships|operations|leaving|samples)/,
  },
  { name: "arguments", test: /client\/debates\/arguments-page\.tsx$/ },
];

export default defineConfig({
  root: here,
  plugins: [leanContracts(), namedAhead(), react(), tailwindcss()],
  server: { fs: { allow: [fileURLToPath(new URL("..", import.meta.url))] } },
  build: {
    outDir: fileURLToPath(new URL("../dist/client", import.meta.url)),
    emptyOutDir: true,
    sourcemap: true,
    // Data URLs would need a wider content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // Whoever takes one thing from a feature does not get all that it offers.
      treeshake: {
        moduleSideEffects: [{ test: /client\/[^/]+\/public\.ts$/, sideEffects: false }],
      },
      // What every page needs comes in few files: on a slow line each file costs a way there and back.
      output: { codeSplitting: { groups: commonFiles } },
    },
  },
});
