import { script } from './prelude.ts';

/** Arguments: progress as JSON, or empty; its session and cursor; the entry as JSON, or empty; its body and wrapped key. */
export const acceptScript = script(`
local progress, entry = ARGV[1], ARGV[4]
if progress ~= '' then
  local p = cjson.decode(progress)
  call('HSET', K('sessions'), p.intake, ARGV[2])
  if p.channel then
    local known = call('HGET', K('cursors'), p.channel)
    if not known or string.sub(known, 1, 20) < p.last then
      call('HSET', K('cursors'), p.channel, p.last .. ARGV[3])
      call('ZADD', K('cursors:due'), p.at, p.channel)
    end
  end
end
if entry == '' then return 'accepted' end
local e = cjson.decode(entry)
if call('ZADD', K('seen'), 'NX', e.ra, e.id) == 0 then return 'duplicate' end
local seq = pad(call('HINCRBY', K('meta'), 'seq', 1))
call('HSET', item_key('inbox', e.id), 'lane', e.lane, 'pos', e.pos, 'seq', seq, 'ra', e.ra, 'nb', '0', 'sa', e.ra,
  'att', '0', 'lt', '0', 'lu', '0', 'b', ARGV[5])
put_key('inbox:' .. e.id, e.kid, ARGV[6])
call('ZADD', K('inbox:set'), e.ra, e.id)
enter_lane('inbox', e.id, e.lane, e.pos, seq)
return 'accepted'`);

/** Arguments: queue, now, lease in milliseconds, limit, holder, the highest token known to have been given. */
export const claimScript = script(`
if num(call('HGET', K('meta'), 'lease')) < num(ARGV[6]) then return 'set-back' end
return claim(ARGV[1], num(ARGV[2]), num(ARGV[3]), num(ARGV[4]), ARGV[5])`);

/** Arguments: holder. */
export const takeOverScript = script(`
for _, q in ipairs({ 'inbox', 'outbox' }) do
  for _, id in ipairs(call('HVALS', K(q .. ':leased'))) do
    if call('HGET', item_key(q, id), 'ho') == ARGV[1] then unlease(q, id) end
  end
end
return 1`);

/** Arguments: queue, id, token, not before. */
export const releaseScript = script(`
local q, id = ARGV[1], ARGV[2]
if not holds(q, id, ARGV[3]) then return 0 end
call('HSET', item_key(q, id), 'nb', ARGV[4])
unlease(q, id)
return 1`);

/** Arguments: queue, id, token, not before. The item waits in a lane of its own, so that it holds nobody up. */
export const unreadableScript = script(`
local q, id = ARGV[1], ARGV[2]
if not holds(q, id, ARGV[3]) then return 0 end
local item = item_key(q, id)
call('HSET', item, 'nb', ARGV[4], 'lu', '0')
leave_lane(q, id)
local fields = call('HMGET', item, 'pos', 'seq', 'prio')
enter_lane(q, id, '!' .. id, fields[1], fields[2], fields[3])
return 1`);

/** Arguments: id, token, at. */
export const markScript = script(`
if call('HGET', item_key('outbox', ARGV[1]), 'st') ~= 'waiting' or not holds('outbox', ARGV[1], ARGV[2]) then
  return 'lost-lease'
end
call('HSETNX', item_key('outbox', ARGV[1]), 'ft', ARGV[3])
return 'noted'`);

/** Arguments: id, token, outcome as JSON, sealed post or empty, follow-ups as JSON, then a body and a wrapped key for each. */
export const settleScript = script(`
local id, item, o = ARGV[1], item_key('outbox', ARGV[1]), cjson.decode(ARGV[3])
local fields = call('HMGET', item, 'st', 'lt', 'lu', 'case', 'kind', 'entry', 'seq')
if fields[2] ~= ARGV[2] then return 'lost-lease' end
-- Told twice by the same holder: it is settled, and what follows is queued.
if fields[1] == o.kind then return 'settled' end
if fields[1] ~= 'waiting' or num(fields[3]) == 0 then return 'lost-lease' end
if o.kind == 'retry' then
  call('HSET', item, 'nb', o.nb)
  unlease('outbox', id)
else
  settle_item('outbox', id)
  call('HSET', item, 'st', o.kind, 'at', o.at, 'why', o.reason or '')
  if ARGV[4] ~= '' then
    call('HSET', item, 'posted', ARGV[4])
    local posted = K('posted:' .. fields[4])
    local names = { fields[5] }
    if fields[6] ~= '' then names[2] = fields[5] .. ' ' .. fields[6] end
    for _, name in ipairs(names) do
      local known = call('HGET', posted, name)
      if not known or string.sub(known, 1, 16) < fields[7] then call('HSET', posted, name, fields[7] .. id) end
    end
  end
end
for n, entry in ipairs(cjson.decode(ARGV[5])) do queue(entry, ARGV[4 + 2 * n], entry.kid, ARGV[5 + 2 * n]) end
return 'settled'`);

/** Arguments: case, field. */
export const postedScript = script(`
local known = call('HGET', K('posted:' .. ARGV[1]), ARGV[2])
if not known then return {} end
local id = string.sub(known, 17)
return { { id, call('HGET', item_key('outbox', id), 'posted'), find_key('outbox:' .. id) } }`);

/** Arguments: now. */
export const statsScript = script(`
local alert = call('ZRANGE', K('outbox:alerts'), 0, 0, 'WITHSCORES')[2]
return { call('ZCARD', K('inbox:set')), call('ZCARD', K('outbox:set')), alert or '', call('HGET', K('meta'), 'open') or '0' }`);
