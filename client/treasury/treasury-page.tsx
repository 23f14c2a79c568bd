import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Community } from "#shared/contract/communities.ts";
import type { TreasuryFigures } from "#shared/contract/treasury.ts";
import { CommunityFrame } from "../communities/public.ts";
import { useMoney } from "../funding/public.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Fact } from "../ui/fact.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Select } from "../ui/select.tsx";
import { EmptyState } from "../ui/states.tsx";
import { BalanceFigure } from "./balance-figure.tsx";
import { Budget } from "./budget.tsx";
import { Entries, Waiting } from "./entries.tsx";
import { FundersFigure } from "./funders-figure.tsx";
import { Outlook } from "./outlook.tsx";
import type { FiguresProps } from "./props.ts";
import { treasuryQuery } from "./queries.ts";

function Runway({ figures }: Pick<FiguresProps, "figures">) {
  const { t } = useTranslation("treasury");
  const { pace, runway } = figures;
  if (!pace) return t("runway.not-yet");
  if (runway === null) return t("runway.nothing-spent");
  return (
    <>
      <strong className="tabular-nums">{t("months", { count: runway })}</strong>{" "}
      <span className="text-muted">{t("runway.means", { count: pace.months })}</span>
    </>
  );
}

function Facts({ figures }: Pick<FiguresProps, "figures">) {
  const { t } = useTranslation("treasury");
  const money = useMoney(figures.currency);
  const { balance, waiting } = figures;
  return (
    <dl className="max-w-measure">
      <Fact term={t("column.balance")}>
        <strong className="font-serif text-2xl tabular-nums">
          <bdi>{money(balance)}</bdi>
        </strong>
      </Fact>
      {waiting.count > 0 && (
        <Fact term={t("waiting.fact")}>
          {t("waiting.sum", {
            count: waiting.count,
            in: money(waiting.in),
            out: money(waiting.out),
          })}
        </Fact>
      )}
      <Fact term={t("runway.term")}>
        <Runway figures={figures} />
      </Fact>
    </dl>
  );
}

/** No landmark of its own: the tables in it are. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="space-y-4">
      <h2 className="text-2xl">{title}</h2>
      {children}
    </div>
  );
}

function Currencies({ all, chosen }: { all: readonly string[]; chosen: string }) {
  const { t } = useTranslation("treasury");
  const navigate = useNavigate({ from: "/c/$slug/treasury" });
  if (all.length < 2) return null;
  return (
    <Select
      label={t("column.currency")}
      name="currency"
      className="max-w-72"
      value={chosen}
      onChange={({ target }) => void navigate({ search: { currency: target.value } })}
    >
      {all.map((currency) => (
        <option key={currency}>{currency}</option>
      ))}
    </Select>
  );
}

function Enter({ community }: { community: Community }) {
  const { t } = useTranslation("treasury");
  return (
    <ButtonLink
      to="/c/$slug/treasury/new"
      params={{ slug: community.slug }}
      icon="plus"
      variant="primary"
    >
      {t("enter.button")}
    </ButtonLink>
  );
}

interface ToldProps {
  community: Community;
  figures: TreasuryFigures;
  currencies: readonly string[];
  mayEnter: boolean;
}

function Told({ community, figures, currencies, mayEnter }: ToldProps) {
  const { t } = useTranslation("treasury");
  const { currency } = figures;
  return (
    <div className="space-y-10">
      <div className="space-y-4">
        <Currencies all={currencies} chosen={currency} />
        <Facts figures={figures} />
        {mayEnter && <Enter community={community} />}
      </div>
      <Waiting community={community} currency={currency} />
      <BalanceFigure community={community} figures={figures} />
      <Part title={t("funders.heading")}>
        <FundersFigure community={community} figures={figures} />
      </Part>
      <Part title={t("budget.title")}>
        <Budget community={community} figures={figures} mayPlan={mayEnter} />
      </Part>
      <Part title={t("outlook.heading")}>
        <Outlook community={community} figures={figures} />
      </Part>
      <Entries community={community} currency={currency} />
    </div>
  );
}

function Treasury({ community }: { community: Community }) {
  const { t } = useTranslation("treasury");
  const { currency } = useSearch({ from: "/c/$slug/treasury" });
  const query = useQuery(treasuryQuery(community.id, currency));
  return (
    <Loaded query={query}>
      {({ figures, currencies, can }) =>
        figures ? (
          <Told
            community={community}
            figures={figures}
            currencies={currencies}
            mayEnter={can.enter}
          />
        ) : (
          <EmptyState
            icon="table"
            title={t("none.title")}
            action={can.enter && <Enter community={community} />}
          >
            {t("none.text")}
          </EmptyState>
        )
      }
    </Loaded>
  );
}

/** What a community has, where it comes from, where it goes, and how long it lasts. */
export function TreasuryPage() {
  const { slug } = useParams({ from: "/c/$slug/treasury" });
  const { t } = useTranslation("treasury");
  return (
    <CommunityFrame slug={slug} title={t("title")}>
      {(community) => (
        <>
          <p className="max-w-measure text-lg text-pretty text-muted">{t("lead")}</p>
          <Treasury community={community} />
        </>
      )}
    </CommunityFrame>
  );
}
