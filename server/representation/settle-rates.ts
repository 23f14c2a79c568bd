import {
  type Parted,
  partedBy,
  releaseRates,
  type ReleasedRates,
} from "#shared/representation/rates.ts";
import type { Deps } from "../deps.ts";
import { type Group, settle, type Telling, tellInTurn } from "./settle.ts";
import { type AttributeRow, attributesOf, valuesSaid } from "./store.ts";

/** People of one time, and on which of them somebody acted. */
interface Asked {
  readonly communityId: string;
  /** The time that is over, such as `2026-Q1`. */
  readonly time: string;
  readonly people: readonly { readonly participantId: string; readonly isActedOn: boolean }[];
}

export interface DeclaredRates {
  readonly attribute: AttributeRow;
  /** Undefined where there are too few, or too few make the difference to what was told before. */
  readonly settled?: { readonly rates: ReleasedRates; readonly releasedAt: Date };
}

/**
 * On how many of those who said what about themselves somebody acted. It is kept from telling of few as reports on
 * representation are, and beside them: who was acted on anybody may know, so that both they and the others are people of
 * whom it tells.
 */
export function ratesByDeclared(deps: Deps, asked: Asked): Promise<DeclaredRates[]> {
  const { communityId, people } = asked;
  const acted = new Set(
    people.filter(({ isActedOn }) => isActedOn).map(({ participantId }) => participantId),
  );
  return tellInTurn(deps, communityId, async (telling) => {
    const attributes = await attributesOf(telling.db, communityId);
    const ids = people.map(({ participantId }) => participantId);
    const answers = await valuesSaid(telling.db, communityId, ids);
    const told: DeclaredRates[] = [];
    for (const attribute of attributes) {
      const own = answers.filter(({ attributeId }) => attributeId === attribute.id);
      const said = new Map(own.map(({ participantId, valueId }) => [participantId, valueId]));
      const parted = partedBy(said, acted);
      told.push(await settleRates(telling, { attribute, asked, parted }));
    }
    return told;
  });
}

interface Settling {
  readonly attribute: AttributeRow;
  readonly asked: Asked;
  readonly parted: Parted;
}

async function settleRates(
  telling: Telling,
  { attribute, asked, parted }: Settling,
): Promise<DeclaredRates> {
  const { acted, spared } = parted;
  const about = { communityId: asked.communityId, about: attribute.id, subjectId: asked.time };
  const groups: [Group, ...Group[]] = [
    { of: { ...about, population: "rates" }, said: new Map([...acted, ...spared]) },
    { of: { ...about, population: "rates: acted on" }, said: acted },
    { of: { ...about, population: "rates: others" }, said: spared },
  ];
  const settled = await settle(telling, groups, () => {
    const rates = releaseRates(
      parted,
      attribute.values.map(({ id }) => id),
    );
    return rates && { rates };
  });
  const rates = settled?.told.rates;
  return rates ? { attribute, settled: { rates, releasedAt: settled.releasedAt } } : { attribute };
}
