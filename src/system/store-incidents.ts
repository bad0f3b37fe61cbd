import type { StoreIncident } from '../store/maintenance.ts';

/** Incidents of the store, kept until somebody can act on them: the first ones come before there is a way to Discord. */
export interface StoreIncidents {
  readonly report: (incident: StoreIncident) => void;
  /** From now on, and for those that came before. */
  attend(handle: (incident: StoreIncident) => void): void;
}

export function createStoreIncidents(): StoreIncidents {
  const early: StoreIncident[] = [];
  let attending: ((incident: StoreIncident) => void) | undefined;
  return {
    report(incident) {
      if (attending) attending(incident);
      else early.push(incident);
    },
    attend(handle) {
      attending = handle;
      early.splice(0).forEach(handle);
    },
  };
}
