import { script } from './prelude.ts';

/** Arguments: the commit as JSON; the other arguments are named by their place in it. */
export const commitScript = script(`
local c = cjson.decode(ARGV[1])
local held = c.finishes and holds('inbox', c.finishes.id, c.finishes.token)
if call('ZSCORE', K('causes'), c.cause) then
  if held then drop_item('inbox', c.finishes.id) end
  return 'already-committed'
end
if c.finishes and not held then return 'stale' end
for _, based in ipairs(c.basedOn) do
  if num(call('HGET', K('case:' .. based.id), 'v')) ~= num(based.version) then return 'stale' end
end
local saved = {}
for _, o in ipairs(c.ops) do
  if o.op == 'case' then saved[o.id] = o end
end
for _, o in ipairs(c.ops) do
  if o.op == 'setting' and num(call('HGET', K('settings:' .. o.m), o.name .. ' v')) ~= num(o.basedOn) then return 'stale' end
  if o.op == 'dossier' and num(call('HGET', K('dossier:' .. o.id), 'v')) ~= num(o.basedOn) then return 'stale' end
  if o.op == 'case' and o.st ~= 'closed' then
    local other = call('HGET', K('open:' .. o.m), o.s)
    if other and other ~= o.id and not (saved[other] and saved[other].st == 'closed') then return 'stale' end
  end
  if (o.op == 'entry' or o.op == 'original') and not saved[o.case] and call('EXISTS', K('case:' .. o.case)) == 0 then
    return 'no-case'
  end
  if o.op == 'original' and num(call('HGET', K('revisions:' .. o.case), o.entry)) ~= num(o.revision) - num(o.nth) then
    return 'again'
  end
end
if c.head and num(call('HGET', K('audit:head'), 'seq')) ~= num(c.head) then return 'again' end

call('ZADD', K('causes'), c.at, c.cause)
for _, o in ipairs(c.ops) do
  local body, wrapped = ARGV[num(o.body)], ARGV[num(o.wrapped)]
  if o.op == 'case' then
    local was = call('HGET', K('case:' .. o.id), 'st')
    call('HSET', K('case:' .. o.id), 'm', o.m, 's', o.s, 'st', o.st, 'oa', o.oa, 'v', o.v, 'b', body)
    call('ZADD', K('cases:due'), o.ea, o.id)
    call('SADD', K('cases-of:' .. o.m .. ':' .. o.s), o.id)
    if wrapped then put_key('case:' .. o.id, c.kid, wrapped) end
    local wasOpen, isOpen = was and was ~= 'closed', o.st ~= 'closed'
    if isOpen then call('HSET', K('open:' .. o.m), o.s, o.id)
    elseif call('HGET', K('open:' .. o.m), o.s) == o.id then call('HDEL', K('open:' .. o.m), o.s) end
    if isOpen and not wasOpen then call('HINCRBY', K('meta'), 'open', 1) end
    if wasOpen and not isOpen then call('HINCRBY', K('meta'), 'open', -1) end
  elseif o.op == 'entry' then
    call('HSET', K('entries:' .. o.case), o.id, body)
    call('ZADD', K('order:' .. o.case), o.at, o.id)
    call('HSET', K('entry-case'), o.id, o.case)
    call('ZADD', K('entries:due'), o.ea, o.case .. ' ' .. o.id)
    if o.isTakenBack then note_erased('entry', o.case, o.id, c.at) end
  elseif o.op == 'original' then
    local name = o.entry .. ' ' .. o.revision
    call('HSET', K('revisions:' .. o.case), o.entry, o.revision)
    call('HSET', K('originals:' .. o.case), name, body)
    call('ZADD', K('originals:due'), o.ea, o.case .. ' ' .. name)
    put_key('original:' .. o.case .. ':' .. o.entry .. ':' .. o.revision, c.kid, wrapped)
  elseif o.op == 'sender' then
    call('HSET', K('senders'), o.m .. ' ' .. o.s, body)
    call('ZADD', K('senders:due'), o.ea, o.m .. ' ' .. o.s)
  elseif o.op == 'setting' then
    call('HSET', K('settings:' .. o.m), o.name .. ' v', o.v, o.name .. ' b', body)
  elseif o.op == 'dossier' then
    save_dossier(o, body)
    if wrapped then put_key('dossier:' .. o.id, c.kid, wrapped) end
  elseif o.op == 'deadlines' then
    for _, id in ipairs(call('ZRANGE', K('order:' .. o.case), 0, -1)) do
      call('ZADD', K('entries:due'), 'XX', o.e, o.case .. ' ' .. id)
    end
    for _, name in ipairs(call('HKEYS', K('originals:' .. o.case))) do
      call('ZADD', K('originals:due'), 'XX', o.o, o.case .. ' ' .. name)
    end
  elseif o.op == 'count' then
    call('HINCRBY', K('counts:' .. o.m), o.month .. ' ' .. o.name, o.by)
  elseif o.op == 'queue' then
    queue(o, body, c.kid, wrapped)
  elseif o.op == 'audit' then
    call('HSET', K('audit'), o.seq, o.at .. ':' .. ARGV[num(o.mac)] .. body)
    call('HSET', K('audit:head'), 'seq', o.seq, 'mac', ARGV[num(o.mac)], 'proof', ARGV[num(o.proof)])
  end
end
if c.finishes then drop_item('inbox', c.finishes.id) end
return 'committed'`);

/** What a commit must know before it seals. Arguments: owners of keys, «case entry» pairs, both as JSON; the inbox entry it finishes. */
export const prepareScript = script(`
local answer = { {}, {}, call('HMGET', K('audit:head'), 'seq', 'mac'),
  { call('HGET', K('meta'), 'restored_at'), call('HGET', item_key('inbox', ARGV[3]), 'pos') } }
for n, owner in ipairs(cjson.decode(ARGV[1])) do answer[1][n] = find_key(owner) end
for n, pair in ipairs(cjson.decode(ARGV[2])) do answer[2][n] = call('HGET', K('revisions:' .. pair[1]), pair[2]) end
return answer`);
