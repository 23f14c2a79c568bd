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
      importer?.includes("/shared/contract/") && /^(zod$|#shared\/voting\/)/.test(source)
        ? fileURLToPath(new URL("lib/contract-without-schemas.ts", import.meta.url))
        : null,
  };
}

const commonFiles = [
  {
    name: "vendor",
    test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(?!react-virtual|virtual-core)[^/]+|(react-)?i18next)\//,
  },
  {
    name: "interface",
    test: /client\/(ui|lib)\/(?!render-markdown|missed-events|text-diff|bar-chart|data-table|rating-input|conflict)/,
  },
  {
    name: "contracts",
    test: /shared\/contract\/(?!decisions|transfer|passkeys|two-steps|memberships|operations|leaving|samples)/,
  },
];

export default defineConfig({
  root: here,
  plugins: [leanContracts(), react(), tailwindcss()],
  server: { fs: { allow: [fileURLToPath(new URL("..", import.meta.url))] } },
  build: {
    outDir: fileURLToPath(new URL("../dist/client", import.meta.url)),
    emptyOutDir: true,
    sourcemap: true,
    // Data URLs would need a wider content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // What every page needs comes in few files: on a slow line each file costs a way there and back.
      output: { codeSplitting: { groups: commonFiles } },
    },
  },
});
