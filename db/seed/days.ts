const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const later = (time: Date, milliseconds: number): Date =>
  new Date(time.getTime() + milliseconds);

/** That many days before now, at an hour that differs from day to day. Below zero is in the future. */
export function daysBefore(now: Date, days: number): Date {
  const hourOfDay = ((Math.abs(days) * 7919) % 300) * minute;
  return later(now, -days * day - hourOfDay);
}

/** The moment a share of the way from one time to another. */
export const partWay = (from: Date, to: Date, share: number): Date =>
  later(from, Math.floor((to.getTime() - from.getTime()) * share));
