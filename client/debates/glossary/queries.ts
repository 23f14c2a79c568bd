import { queryOptions, type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import {
  addDefinition,
  agreeToDefinition,
  type Definition,
  definitionChanged,
  definitionWithdrawn,
  editDefinition,
  listDefinitionRevisions,
  listDefinitions,
  takeBackAgreement,
  withdrawDefinition,
} from "#shared/contract/definitions.ts";
import { debateRoom } from "#shared/contract/event.ts";
import { call } from "../../lib/api.ts";
import { on } from "../../lib/realtime.ts";
import { useRoom } from "../../lib/use-room.ts";
import { useDebate } from "../debate-context.ts";
import type { DebateIds } from "../queries.ts";

export type Glossary = z.infer<(typeof listDefinitions)["reply"]>;

export const glossaryQuery = ({ communityId, debateId }: DebateIds) =>
  queryOptions({
    queryKey: ["glossary", communityId, debateId] as const,
    queryFn: ({ signal }) => call(listDefinitions, { params: { communityId, debateId }, signal }),
    staleTime: 5 * 60_000,
  });

/** What a definition said in each of its versions. */
export const definitionRevisionsQuery = (ids: DebateIds, { id, version }: Definition) =>
  queryOptions({
    queryKey: ["definition-revisions", id, version] as const,
    queryFn: ({ signal }) =>
      call(listDefinitionRevisions, { params: { ...ids, definitionId: id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

const order = (a: Definition, b: Definition) =>
  a.term.toLowerCase() < b.term.toLowerCase() ? -1 : 1;

/** A definition in the place of its former wording; who agreed with that one is asked anew. */
export function withDefinition(glossary: Glossary, definition: Definition): Glossary {
  const known = glossary.items.find(({ id }) => id === definition.id);
  if (known && known.version > definition.version) return glossary;
  const isReworded = known !== undefined && known.version < definition.version;
  return {
    ...glossary,
    items: [...glossary.items.filter(({ id }) => id !== definition.id), definition].toSorted(order),
    mine: isReworded ? glossary.mine.filter((id) => id !== definition.id) : glossary.mine,
  };
}

function change(queries: QueryClient, ids: DebateIds, by: (glossary: Glossary) => Glossary): void {
  queries.setQueryData(glossaryQuery(ids).queryKey, (glossary) => glossary && by(glossary));
}

const without = (glossary: Glossary, gone: string): Glossary => ({
  ...glossary,
  items: glossary.items.filter(({ id }) => id !== gone),
});

/** Keeps the glossary live while the page stands. */
export function useGlossaryNews(): void {
  const queries = useQueryClient();
  const { ids } = useDebate();
  useRoom(debateRoom(ids), [
    on(definitionChanged, ({ definition }) =>
      change(queries, ids, (glossary) => withDefinition(glossary, definition)),
    ),
    on(definitionWithdrawn, ({ definitionId }) =>
      change(queries, ids, (glossary) => without(glossary, definitionId)),
    ),
  ]);
}

export interface Wording {
  readonly term: string;
  readonly text: string;
}

/** Adds a definition, or rewords one from the version that one has seen. */
export function useDefine(definition?: Definition) {
  const queries = useQueryClient();
  const { ids } = useDebate();
  return useMutation({
    mutationFn: (body: Wording) =>
      definition
        ? call(editDefinition, {
            params: { ...ids, definitionId: definition.id },
            body: { ...body, version: definition.version },
          })
        : call(addDefinition, { params: ids, body }),
    onSuccess: (saved) => change(queries, ids, (glossary) => withDefinition(glossary, saved)),
  });
}

export function useWithdrawDefinition() {
  const queries = useQueryClient();
  const { ids } = useDebate();
  return useMutation({
    mutationFn: (definitionId: string) =>
      call(withdrawDefinition, { params: { ...ids, definitionId } }),
    onSuccess: (_nothing, id) => change(queries, ids, (glossary) => without(glossary, id)),
  });
}

/** Agrees with a wording, or no longer. */
export function useAgree({ id, version }: Definition) {
  const queries = useQueryClient();
  const { ids } = useDebate();
  const params = { ...ids, definitionId: id };
  return useMutation({
    mutationFn: (agrees: boolean) =>
      agrees
        ? call(agreeToDefinition, { params, body: { version } })
        : call(takeBackAgreement, { params }),
    onSuccess: (definition, agrees) =>
      change(queries, ids, (glossary) => {
        const others = glossary.mine.filter((one) => one !== id);
        return withDefinition({ ...glossary, mine: agrees ? [...others, id] : others }, definition);
      }),
  });
}
