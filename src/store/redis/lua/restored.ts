import { script } from './prelude.ts';

/**
 * Whatever waits may have been sent by a holder whose note of it is lost: the deliverer looks for a copy first, when the
 * nonce no longer answers for it.
 */
export const countAsTriedScript = script(`
for _, id in ipairs(call('ZRANGE', K('outbox:set'), 0, -1)) do
  local fields = call('HMGET', item_key('outbox', id), 'qa', 'due')
  call('HSETNX', item_key('outbox', id), 'ft', fmt(math.max(num(fields[1]), num(fields[2]))))
end
return 1`);

/**
 * Arguments: now, what the store goes on from, the highest token known to have been given. Old sessions cannot be resumed, and old leases and their
 * tokens must lose against everything after.
 */
export const setBackScript = script(`
call('HSET', K('meta'), 'restored_at', ARGV[1], 'restored_from', ARGV[2])
call('DEL', K('sessions'))
for _, q in ipairs({ 'inbox', 'outbox' }) do
  for _, id in ipairs(call('ZRANGE', K(q .. ':set'), 0, -1)) do
    if num(call('HGET', item_key(q, id), 'lu')) > 0 then unlease(q, id) end
  end
end
call('HSET', K('meta'), 'lease', fmt(math.max(num(call('HGET', K('meta'), 'lease')), num(ARGV[3])) + 4294967296))
return 1`);

/**
 * Arguments: lines of the ledger. Those that are not noted here are done again, and noted under the number they have. What
 * is remembered of a sender whose conversations are gone may have been erased since as well: whoever writes again is met
 * as somebody new.
 */
export const eraseAgainScript = script(`
for _, line in ipairs(ARGV) do
  if not call('ZSCORE', K('erased'), line) then
    local noted = cjson.decode(line)
    local gone = noted.erased
    if gone.kind == 'case' then erase_case(gone.caseId)
    elseif gone.kind == 'dossier' then erase_dossier(gone.caseId)
    else erase_entry(gone.caseId, gone.entryId) end
    local n = fmt(noted.n)
    call('ZADD', K('erased'), n, line)
    if num(call('HGET', K('meta'), 'erasures')) < noted.n then call('HSET', K('meta'), 'erasures', n) end
  end
end
for _, member in ipairs(call('HKEYS', K('senders'))) do
  local municipality, sender = string.match(member, '^(%S+) (.+)$')
  if call('EXISTS', K('cases-of:' .. municipality .. ':' .. sender)) == 0 then
    call('HDEL', K('senders'), member)
    call('ZREM', K('senders:due'), member)
  end
end
return 1`);
