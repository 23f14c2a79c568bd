import * as contract from "#shared/contract/calendar.ts";
import type { Deps } from "../deps.ts";
import type { Mount } from "../platform/mount.ts";
import { closeCalendar, openCalendar, readCalendarState } from "./addresses.ts";
import { readCalendar, readOwnCalendar } from "./read-calendar.ts";

export function calendarRoutes(mount: Mount, deps: Deps): void {
  mount(contract.readCalendar, (call) => readCalendar(deps, call));
  mount(contract.readOwnCalendar, (call) => readOwnCalendar(deps, call));
  mount(contract.openCalendar, (call) => openCalendar(deps, call));
  mount(contract.closeCalendar, (call) => closeCalendar(deps, call));
  mount(contract.readCalendarState, (call) => readCalendarState(deps, call));
}
