import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Community } from "#shared/contract/communities.ts";
import {
  declareGroups,
  type DeclaredGroups,
  withdrawDeclaredGroups,
} from "#shared/contract/representation.ts";
import { CommunityFrame } from "../communities/public.ts";
import { call } from "../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Select } from "../ui/select.tsx";
import { EmptyState } from "../ui/states.tsx";
import { toast } from "../ui/toast.ts";
import { groupsQuery, refreshGroups } from "./queries.ts";
import { useWords } from "./words.ts";

interface DeclaringProps {
  community: Community;
  groups: DeclaredGroups;
}

const unsaid = "";
const preferNot = "-";

/** What was said, as the fields of the form have it. */
const saidIn = ({ attributes, mine }: DeclaredGroups): Record<string, string> =>
  Object.fromEntries(
    attributes.map(({ id }) => {
      const answer = mine?.find(({ attributeId }) => attributeId === id);
      return [id, answer ? (answer.valueId ?? preferNot) : unsaid];
    }),
  );

function useDeclaring({ community, groups }: DeclaringProps, said: Record<string, string>) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { t } = useWords();
  const params = { communityId: community.id };
  const done = async (text: string) => {
    await refreshGroups(cache, community.id);
    toast({ title: text });
    await navigate({ to: "/c/$slug/representation", params: { slug: community.slug } });
  };
  const answers = groups.attributes.flatMap(({ id: attributeId }) => {
    const value = said[attributeId] ?? unsaid;
    return value === unsaid ? [] : [{ attributeId, valueId: value === preferNot ? null : value }];
  });
  const save = useMutation({
    mutationFn: () => call(declareGroups, { params, body: { answers, version: groups.version } }),
    onSuccess: () => done(t("mine.saved")),
    onError: () => refreshGroups(cache, community.id),
  });
  const withdraw = useMutation({
    mutationFn: () => call(withdrawDeclaredGroups, { params }),
    onSuccess: () => done(t("mine.withdrawn")),
  });
  return { save, withdraw };
}

function Declaring({ community, groups }: DeclaringProps) {
  const { t } = useWords();
  const [said, setSaid] = useState(() => saidIn(groups));
  const { save, withdraw } = useDeclaring({ community, groups }, said);
  return (
    <Form
      className="max-w-measure"
      error={save.error ?? withdraw.error}
      onSubmit={() => save.mutate()}
    >
      <p
        dir="auto"
        lang={community.language}
        className="whitespace-pre-line rounded-lg bg-sunken p-4"
      >
        {groups.consent}
      </p>
      {groups.attributes.map(({ id, name, values }) => (
        <Select
          key={id}
          label={name}
          value={said[id] ?? unsaid}
          onChange={({ target }) => setSaid({ ...said, [id]: target.value })}
        >
          <option value={unsaid}>{t("mine.unsaid")}</option>
          {values.map((value) => (
            <option key={value.id} value={value.id}>
              {value.name}
            </option>
          ))}
          <option value={preferNot}>{t("mine.preferNot")}</option>
        </Select>
      ))}
      <FormActions>
        <Button type="submit" variant="primary" busy={save.isPending}>
          {t("mine.save")}
        </Button>
        {groups.mine !== null && groups.mine.length > 0 && (
          <Button
            variant="quiet"
            icon="undo"
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate()}
          >
            {t("mine.withdraw")}
          </Button>
        )}
      </FormActions>
    </Form>
  );
}

function Page({ community }: { community: Community }) {
  const { t } = useWords();
  const query = useQuery(groupsQuery(community.id));
  return (
    <Loaded query={query}>
      {(groups) =>
        groups.can.declare ? (
          <Declaring community={community} groups={groups} />
        ) : (
          <EmptyState icon="people" title={t("mine.cannot")}>
            {t("mine.cannotText")}
          </EmptyState>
        )
      }
    </Loaded>
  );
}

/** Where a member says something about themselves, or takes it back. */
export function DeclarePage() {
  const { slug } = useParams({ from: "/c/$slug/representation/me" });
  const { t } = useWords();
  return (
    <CommunityFrame slug={slug} title={t("mine.title")}>
      {(community) => (
        <>
          <p className="max-w-measure text-lg text-pretty text-muted">{t("mine.lead")}</p>
          <Page community={community} />
        </>
      )}
    </CommunityFrame>
  );
}
