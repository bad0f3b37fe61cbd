import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What is counted. Labels carry kinds and codes only, never an id and never words. */
export interface Metrics {
  readonly registry: Registry;
  readonly accepted: Counter;
  readonly duplicates: Counter;
  readonly assessed: Counter<'severity'>;
  readonly notAssessed: Counter<'reason'>;
  readonly delivered: Counter<'dispatch' | 'outcome'>;
  /** From Discord's own time of the message to the alert being posted, seconds. */
  readonly alertSeconds: Histogram;
  readonly faults: Counter<'part'>;
  readonly inboxWaiting: Gauge;
  readonly outboxWaiting: Gauge;
  readonly oldestAlertSeconds: Gauge;
  /** Since an invented message last went all the way; absent until the first has. */
  readonly canaryAgeSeconds: Gauge;
  readonly canarySeconds: Gauge;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    accepted: new Counter({ name: 'utekontakt_inbox_accepted_total', help: 'Events taken into the inbox', registers }),
    duplicates: new Counter({ name: 'utekontakt_inbox_duplicates_total', help: 'Events met again', registers }),
    assessed: new Counter({
      name: 'utekontakt_assessed_total',
      help: 'Messages assessed, by level',
      labelNames: ['severity'],
      registers,
    }),
    notAssessed: new Counter({
      name: 'utekontakt_not_assessed_total',
      help: 'Messages that went to people without redaction or triage',
      labelNames: ['reason'],
      registers,
    }),
    delivered: new Counter({
      name: 'utekontakt_deliveries_total',
      help: 'Rows of the outbox, by what came of an attempt',
      labelNames: ['dispatch', 'outcome'],
      registers,
    }),
    alertSeconds: new Histogram({
      name: 'utekontakt_alert_seconds',
      help: 'From the message to its alert',
      buckets: [0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60],
      registers,
    }),
    faults: new Counter({ name: 'utekontakt_faults_total', help: 'Faults met', labelNames: ['part'], registers }),
    inboxWaiting: new Gauge({ name: 'utekontakt_inbox_waiting', help: 'Events not yet handled', registers }),
    outboxWaiting: new Gauge({ name: 'utekontakt_outbox_waiting', help: 'Rows not yet sent', registers }),
    oldestAlertSeconds: new Gauge({
      name: 'utekontakt_oldest_alert_seconds',
      help: 'Age of the oldest unsent alert',
      registers,
    }),
    canaryAgeSeconds: new Gauge({
      name: 'utekontakt_canary_age_seconds',
      help: 'Since an invented message last went all the way',
      registers,
    }),
    canarySeconds: new Gauge({
      name: 'utekontakt_canary_seconds',
      help: 'How long the latest invented message took',
      registers,
    }),
  };
}
