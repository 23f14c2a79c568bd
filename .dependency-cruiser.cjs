// Who may import whom. `npm run borders` checks it, and checks that it looked at every file.
const feature = "^(server|client)/(?!platform/|commands/|testing/|lib/|app/|ui/|locales/)([^/]+)/";
// Tests, and what stages them.
const proof = [
  "\\.test\\.tsx?$",
  "\\.soak\\.ts$",
  "/testing\\.ts$",
  "/testing-[a-z-]+\\.ts$",
  "^server/testing/",
];
const test = ["\\.test\\.tsx?$", "\\.soak\\.ts$"];

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "shared-is-pure",
      comment: "shared/ runs in server, browser and command line: only itself, zod, what hashes, signs and writes JSON for it, what reads and cleans Markdown, what knows which characters look alike, and what solves linear programs",
      severity: "error",
      from: { path: "^shared/", pathNot: proof },
      to: { pathNot: ["^shared/", "node_modules/(zod|@noble|canonicalize|marked|dompurify|unhomoglyph|highs)/"] },
    },
    {
      name: "kernel-knows-no-contract",
      comment: "the wire may look at the kernels, never the reverse",
      severity: "error",
      from: { path: "^shared/(?!contract/)" },
      to: { path: "^shared/contract/" },
    },
    {
      name: "db-is-below",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^(server|client|e2e)/" },
    },
    {
      name: "server-never-sees-client",
      comment: "except to build and to serve it",
      severity: "error",
      from: { path: "^server/", pathNot: [...proof, "^server/commands/build\\.mjs$"] },
      to: { path: "^client/" },
    },
    {
      name: "client-never-sees-server",
      severity: "error",
      from: { path: "^client/" },
      to: { path: "^(server|db)/" },
    },
    {
      name: "client-uses-no-node",
      severity: "error",
      from: { path: "^client/", pathNot: ["vite\\.config", ...proof] },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "client-uses-no-server-package",
      severity: "error",
      from: { path: "^client/" },
      to: { path: "node_modules/(fastify|pg|drizzle-orm|socket\\.io)/" },
    },
    {
      name: "only-stores-touch-tables",
      severity: "error",
      from: { path: "^server/", pathNot: ["[/-]store\\.ts$", ...proof] },
      to: { path: "^db/schema/" },
    },
    {
      name: "policy-is-pure",
      comment: "rights are plain functions: they read nothing themselves",
      severity: "error",
      from: { path: "^server/.*/policy\\.ts$" },
      to: { path: "(/store\\.ts$|^db/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "features-meet-through-public",
      comment: "what sets up a test may reach for what it needs",
      severity: "error",
      from: { path: feature, pathNot: proof },
      to: { path: feature, pathNot: ["^$1/$2/", "/public\\.tsx?$"] },
    },
    {
      name: "platform-meets-features-through-public",
      severity: "error",
      from: { path: "^server/platform/", pathNot: proof },
      to: { path: feature, pathNot: "/public\\.ts$" },
    },
    {
      name: "only-sessions-know-lucia",
      severity: "error",
      from: { pathNot: "^server/platform/sessions\\.ts$" },
      to: { path: "node_modules/lucia/" },
    },
    {
      name: "only-the-hub-knows-sockets",
      severity: "error",
      comment: "and the bench, which measures them bare",
      from: {
        path: "^server/",
        pathNot: [
          "^server/platform/hub\\.ts$",
          "^server/platform/hub-server\\.ts$",
          "^server/commands/bench/",
          ...proof,
        ],
      },
      to: { path: "node_modules/socket\\.io/" },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: {},
      to: { path: test },
    },
    {
      name: "only-tests-use-what-stages-them",
      severity: "error",
      from: { pathNot: [...proof, "^server/commands/bench"] },
      to: { path: proof, pathNot: test },
    },
    {
      name: "e2e-sees-only-shared",
      severity: "error",
      from: { path: "^e2e/" },
      to: { path: "^(server|client|db)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
