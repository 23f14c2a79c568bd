const letters = ["A", "B", "C", "D", "E", "F", "G", "H"] as const;

/** The letter that an opinion group goes by, of its number from 0. */
export const groupLetter = (group: number): string => letters[group % letters.length] ?? "A";
