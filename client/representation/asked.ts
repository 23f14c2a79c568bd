import { type Population, populations } from "#shared/contract/representation.ts";

/** Whose representation is looked at; in the address, so that a look can be passed on. */
export interface Asked {
  readonly population?: Population | undefined;
  readonly id?: string | undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const populationAsked = ({ population, id }: Record<string, unknown>): Asked => {
  const known = populations.find((one) => one === population);
  return {
    ...(known && { population: known }),
    ...(typeof id === "string" && uuid.test(id) && { id }),
  };
};
