import type { Speech } from '../../core/speech.ts';
import { selfAuditNb as say } from '../../i18n/accounts/self-audit-nb.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';

/** Beyond these the rest is counted in the next one. */
const mostRequests = 15;

/** To coordinators: what the nightly look found, and what to do about it. */
export function selfAudit(
  { municipality, audit }: Extract<Speech, { kind: 'self-audit' }>,
  marker?: number,
): MessageBody {
  const { coordinator } = municipality.roles;
  const { overdue, oldThreads = 0, oldCopies = 0, isLogIntact, requests } = audit;
  const late = Object.entries(overdue);
  const times = timeTextIn('nb', municipality.hours.timeZone);
  return message({
    texts: [
      say.title({ mention: `<@&${coordinator}>` }),
      isLogIntact ? '' : say.log(),
      late.length === 0
        ? ''
        : [say.overdue(), ...late.map(([kind, count]) => say.kind({ kind, count })), say.overdueWhat()].join('\n'),
      oldThreads === 0 ? '' : say.threads({ count: oldThreads }),
      oldCopies === 0 ? '' : say.copies({ count: oldCopies }),
      requests.length === 0
        ? ''
        : [
            ...requests
              .slice(0, mostRequests)
              .map(({ number, onPaper, dueAt, isLate }) =>
                say.request({ number, onPaper, day: times.day(dueAt), isLate }),
              ),
            say.requestWhat(),
          ].join('\n'),
    ],
    accent: 'serious',
    calls: [coordinator],
    marker,
  });
}
