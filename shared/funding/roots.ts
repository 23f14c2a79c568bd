import { wholeRoot } from "../voting/fraction.ts";

const rootUnit = 10n ** 30n;
/** Into how many parts of the smallest unit a match is computed: two roots of thirty decimals, multiplied. */
export const matchUnit = rootUnit * rootUnit;

/** The root of an amount with thirty decimals, as a whole number of them. */
export const rootOf = (amount: bigint): bigint => wholeRoot(amount * matchUnit);
