import withPrototypes from "unhomoglyph";

/** What two names have in common that look the same: the skeleton of UTS #39, 4, by Unicode's table of confusables. */
export const skeleton = (name: string): string =>
  withPrototypes(
    name.normalize("NFD").replaceAll(/\p{Default_Ignorable_Code_Point}/gu, ""),
  ).normalize("NFD");

/** Whether one name could be read as the other, though it is not the same; those that are the same hide nothing. */
export const looksLike = (name: string, other: string): boolean =>
  name !== other && skeleton(name) === skeleton(other);
