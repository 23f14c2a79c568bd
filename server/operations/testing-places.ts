import type { Endpoint } from "#shared/contract/endpoint.ts";
import { schemaOf } from "./testing-fuzz.ts";
import type { Schema } from "./testing-values.ts";

/** A field of a contract's body. */
export interface Place {
  readonly contract: Endpoint;
  /** The name of the field, as words have one. */
  readonly key: string;
  /** As `createDebate.positions[].title`. */
  readonly path: string;
  readonly definitions: Readonly<Record<string, Schema>>;
}

/** What a contract takes for a body, and where that begins. */
export function takenBy(contract: Endpoint): { readonly schema: Schema; readonly place: Place } {
  const schema = schemaOf(contract.body);
  const { definitions = {} } = schema;
  return { schema, place: { contract, key: "", path: contract.name, definitions } };
}

/** A schema, or those of which it is one. */
export function partsOf(schema: Schema, place: Place): Schema[] {
  if (schema.$ref !== undefined) {
    return partsOf(place.definitions[schema.$ref.split("/").at(-1) ?? ""] ?? {}, place);
  }
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  return choices ? choices.flatMap((one) => partsOf(one, place)) : [schema];
}

type Wanted = (part: Schema, place: Place) => boolean;

/** Where a contract's body has what is wanted, by path. */
export function placesIn(contract: Endpoint, isWanted: Wanted): string[] {
  const { schema, place } = takenBy(contract);
  return [...new Set(placesBelow(schema, place, isWanted))];
}

function placesBelow(schema: Schema, place: Place, isWanted: Wanted): string[] {
  return partsOf(schema, place).flatMap((part) => {
    if (isWanted(part, place)) return [place.path];
    const within = Object.entries(part.properties ?? {}).flatMap(([key, property]) =>
      placesBelow(property, { ...place, key, path: `${place.path}.${key}` }, isWanted),
    );
    const { items } = part;
    if (!items) return within;
    return [...within, ...placesBelow(items, { ...place, path: `${place.path}[]` }, isWanted)];
  });
}
