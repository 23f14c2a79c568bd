/**
 * What to tell the owner of a Node that is too old; undefined when it will do.
 * This file is read by old Nodes: it uses nothing that they lack.
 * @param {string} version for example "20.19.0"
 * @returns {string | undefined}
 */
export function refusalOfNode(version) {
  const numbers = version.split(".").map(Number);
  const major = numbers[0] || 0;
  const minor = numbers[1] || 0;
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return undefined;
  return (
    "Folkmoot needs Node 20.19 or later (of version 22: 22.12 or later), but this is Node " +
    version +
    ": install a newer one from https://nodejs.org and try again."
  );
}
