import { AttendanceGrid } from '@api';
import { Device } from './device';

/** A class as it was when the server could last be reached, for a page loaded again without a network. */
export interface KeptDesk {
  readonly person: string;
  readonly trainingId: string;
  readonly grid: AttendanceGrid;
  /** Not kept any longer, whoever is here. */
  readonly until: string;
}

const DESK = /^pionir\.person\.[^.]+\.desk\./;

/** False when this device has no room for it. */
export function keepDesk(desk: KeptDesk): boolean {
  try {
    localStorage.setItem(Device.place(desk.person, `desk.${desk.trainingId}`), JSON.stringify(desk));
    return true;
  } catch {
    return false;
  }
}

/** Those whose class is not over. */
export function keptDesks(): readonly KeptDesk[] {
  dropDesks(() => false);
  return places().map(read);
}

/** Away with these, and with those whose class is over. */
export function dropDesks(which: (desk: KeptDesk) => boolean): void {
  const now = new Date().toISOString();
  for (const place of places()) {
    const desk = read(place);
    if (which(desk) || desk.until <= now) localStorage.removeItem(place);
  }
}

function places(): readonly string[] {
  return Object.keys(localStorage).filter((key) => DESK.test(key));
}

function read(place: string): KeptDesk {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '') as KeptDesk;
  } catch {
    return { until: '' } as KeptDesk;
  }
}
