import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { Arrival } from "#shared/contract/memberships.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { LoadMore } from "../ui/load-more.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Time } from "../ui/time.tsx";
import { type TreeRow, treeOf } from "./invitation-tree.ts";
import { arrivalsQuery } from "./queries.ts";

function useRoleWord() {
  const { t } = useTranslation("communities");
  return ({ role }: Arrival) => t(role === null ? "tree.gone" : `role.${role}`);
}

/** Long chains stop moving in, so that names keep their room on a phone. */
const isIndented = (depth: number) => depth > 0 && depth < 8;

/** A list within a list for each invitation, so that who listens hears the levels too. */
function Branch({ rows }: { rows: readonly TreeRow[] }) {
  const roleWord = useRoleWord();
  const top = Math.min(...rows.map(({ depth }) => depth));
  const starts = rows.flatMap(({ depth }, at) => (depth === top ? [at] : []));
  return (
    <ul className={isIndented(top) ? "ms-2 border-s border-line ps-4" : undefined}>
      {starts.map((start, nth) => {
        const [row, ...below] = rows.slice(start, starts[nth + 1]);
        if (!row) return null;
        return (
          <li key={row.arrival.participantId}>
            <p className="flex flex-wrap items-center gap-2 py-1">
              <bdi className="font-medium">{row.arrival.name}</bdi>
              {row.arrival.role !== "member" && <Badge>{roleWord(row.arrival)}</Badge>}
            </p>
            {below.length > 0 && <Branch rows={below} />}
          </li>
        );
      })}
    </ul>
  );
}

function Table({ arrivals }: { arrivals: readonly Arrival[] }) {
  const { t } = useTranslation("communities");
  const roleWord = useRoleWord();
  const names = new Map(arrivals.map(({ participantId, name }) => [participantId, name]));
  const columns: Column<Arrival>[] = [
    { id: "name", header: t("form.name"), cell: ({ name }) => <bdi>{name}</bdi>, isHeader: true },
    { id: "role", header: t("members.role"), cell: roleWord },
    {
      id: "by",
      header: t("tree.by"),
      cell: ({ invitedBy }) =>
        invitedBy === null ? t("tree.nobody") : <bdi>{names.get(invitedBy) ?? "…"}</bdi>,
    },
    {
      id: "joined",
      header: t("tree.joined"),
      cell: ({ joinedAt }) => <Time value={joinedAt} show="absolute" />,
      className: "whitespace-nowrap",
    },
  ];
  return (
    <DataTable
      caption={t("tree.title")}
      hideCaption
      columns={columns}
      rows={arrivals}
      keyOf={({ participantId }) => participantId}
    />
  );
}

function Arrivals({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const [isTable, setIsTable] = useState(false);
  const query = useInfiniteQuery(arrivalsQuery(community.id));
  return (
    <div className="mt-4 space-y-4">
      <Button size="small" icon={isTable ? "people" : "table"} onClick={() => setIsTable(!isTable)}>
        {t(isTable ? "tree.asTree" : "tree.asTable")}
      </Button>
      <Loaded query={query}>
        {({ pages }) => {
          const arrivals = pages.flatMap(({ items }) => items);
          return isTable ? <Table arrivals={arrivals} /> : <Branch rows={treeOf(arrivals)} />;
        }}
      </Loaded>
      <LoadMore
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </div>
  );
}

/** Who came by whose invitation: seen by those who look after the community alone, when asked for. */
export function InvitationTree({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section aria-labelledby="invitation-tree">
      <h2 id="invitation-tree" className="text-2xl">
        {t("tree.title")}
      </h2>
      <p className="mt-1 text-muted">{t("tree.lead")}</p>
      {isOpen ? (
        <Arrivals community={community} />
      ) : (
        <Button className="mt-4" icon="people" onClick={() => setIsOpen(true)}>
          {t("tree.show")}
        </Button>
      )}
    </section>
  );
}
