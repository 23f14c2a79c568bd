import { runConformance } from "./conformance/run.ts";

/*
 * npm run conformance -- <folder>: counts published cases with the kernels of the product and compares what
 * they find with what the sources published; and sends hostile texts out by every way that text leaves the product. The
 * folder has a subfolder for each kind of cases, named elections, weighted, power, concentration, delegation, merkle,
 * pb, qf, sortition or hostile, with one JSON file for each case; the forms are
 * described in shared/conformance/fixtures/README.md. Ends with 1 where anything differs or cannot be read.
 */

process.exitCode = await runConformance(process.argv.slice(2), (line) => console.log(line));
