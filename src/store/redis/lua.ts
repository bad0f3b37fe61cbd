/**
 * Redis runs a script as one step that nothing comes between. Every verb of the port that writes is one of these.
 * `KEYS[1]` is the prefix, a hash tag: all keys lie in one slot of a cluster. Times and numbers are passed as text and
 * written as they came, so that Lua's own number format never shows.
 *
 * A script checks everything before its first write: Redis does not undo what a failing script has written.
 */
const prelude = `
local P = KEYS[1] .. ':'
local call = redis.call
local function K(name) return P .. name end
local function num(v) return tonumber(v or '0') end
local function fmt(n) return string.format('%.0f', n) end
local function pad(n) return string.format('%016.0f', n) end

-- Data keys: one hash per master key, so that a rotation moves entries from one to the other.
local function find_key(owner)
  for _, kid in ipairs(call('SMEMBERS', K('kids'))) do
    local wrapped = call('HGET', K('keys:' .. kid), owner)
    if wrapped then return wrapped end
  end
  return false
end
local function put_key(owner, kid, wrapped)
  call('SADD', K('kids'), kid)
  call('HSET', K('keys:' .. kid), owner, wrapped)
end
local function drop_key(owner)
  for _, kid in ipairs(call('SMEMBERS', K('kids'))) do call('HDEL', K('keys:' .. kid), owner) end
end

-- Queues (q is 'inbox' or 'outbox'). An item is a hash. A lane is a sorted set whose first member is its head. A lane
-- with work is either in 'waiting', scored by when its head may be handed out, or in 'ready', in the order of handing out.
local function item_key(q, id) return K(q .. ':item:' .. id) end
local function lane_key(q, lane) return K(q .. ':lane:' .. lane) end
local function unready(q, lane)
  local mark = call('HGET', K(q .. ':marks'), lane)
  if mark then
    call('ZREM', K(q .. ':ready'), mark)
    call('HDEL', K(q .. ':marks'), lane)
  end
end
local function head_of(q, lane)
  local first = call('ZRANGE', lane_key(q, lane), 0, 0)[1]
  return first and string.sub(first, 39), first
end
local function refresh(q, lane)
  unready(q, lane)
  call('ZREM', K(q .. ':waiting'), lane)
  local id = head_of(q, lane)
  if not id then return end
  local at = num(call('HGET', item_key(q, id), 'nb'))
  local leased = call('HGET', K(q .. ':leased'), lane)
  if leased then at = math.max(at, num(call('HGET', item_key(q, leased), 'lu'))) end
  call('ZADD', K(q .. ':waiting'), fmt(at), lane)
end
local function enter_lane(q, id, lane, position, seq, priority)
  call('ZADD', lane_key(q, lane), 0, position .. ':' .. seq .. ':' .. id)
  if priority then call('ZADD', K(q .. ':urgency:' .. lane), priority, id) end
  call('HSET', item_key(q, id), 'ql', lane)
  refresh(q, lane)
end
local function leave_lane(q, id)
  local item = item_key(q, id)
  local lane = call('HGET', item, 'ql')
  if not lane then return end
  call('ZREM', lane_key(q, lane), call('HGET', item, 'pos') .. ':' .. call('HGET', item, 'seq') .. ':' .. id)
  call('ZREM', K(q .. ':urgency:' .. lane), id)
  if call('HGET', K(q .. ':leased'), lane) == id then call('HDEL', K(q .. ':leased'), lane) end
  call('HDEL', item, 'ql')
  refresh(q, lane)
end
local function unlease(q, id)
  local item = item_key(q, id)
  call('HSET', item, 'lu', '0')
  local lane = call('HGET', item, 'ql')
  if not lane then return end
  if call('HGET', K(q .. ':leased'), lane) == id then call('HDEL', K(q .. ':leased'), lane) end
  refresh(q, lane)
end
local function holds(q, id, token)
  local fields = call('HMGET', item_key(q, id), 'lt', 'lu')
  return fields[1] == token and num(fields[2]) > 0
end
-- Leases and delays measured by a clock that has since been set back count from now instead.
local function reanchor(q, now)
  for _, id in ipairs(call('ZRANGEBYSCORE', K(q .. ':set'), '(' .. fmt(now + 60000), '+inf')) do
    local item = item_key(q, id)
    local fields = call('HMGET', item, 'nb', 'sa')
    local nb = fmt(now + math.max(0, num(fields[1]) - num(fields[2])))
    call('HSET', item, 'nb', nb, 'sa', fmt(now), 'lu', '0')
    call('ZADD', K(q .. ':set'), fmt(now), id)
    if call('ZSCORE', K(q .. ':planned'), id) then call('ZADD', K(q .. ':planned'), nb, id) end
    unlease(q, id)
  end
end
local function promote(q, now)
  for _, id in ipairs(call('ZRANGEBYSCORE', K(q .. ':planned'), '-inf', fmt(now))) do
    call('ZREM', K(q .. ':planned'), id)
    local fields = call('HMGET', item_key(q, id), 'lane', 'pos', 'seq', 'prio')
    enter_lane(q, id, fields[1], fields[2], fields[3], fields[4])
  end
  for _, lane in ipairs(call('ZRANGEBYSCORE', K(q .. ':waiting'), '-inf', fmt(now))) do
    local id, first = head_of(q, lane)
    local urgent = call('ZRANGE', K(q .. ':urgency:' .. lane), 0, 0, 'WITHSCORES')[2] or '0'
    local mark = urgent .. ':' .. string.sub(first, 1, 37) .. '|' .. lane
    call('ZADD', K(q .. ':ready'), 0, mark)
    call('HSET', K(q .. ':marks'), lane, mark)
    call('ZREM', K(q .. ':waiting'), lane)
  end
end
local function claim(q, now, lease_ms, limit, holder)
  reanchor(q, now)
  promote(q, now)
  local claimed = {}
  for _, mark in ipairs(call('ZRANGE', K(q .. ':ready'), 0, limit - 1)) do
    local lane = string.sub(mark, string.find(mark, '|', 1, true) + 1)
    local id = head_of(q, lane)
    local item = item_key(q, id)
    local token = call('HINCRBY', K('meta'), 'lease', 1)
    call('HINCRBY', item, 'att', 1)
    call('HSET', item, 'lt', fmt(token), 'lu', fmt(now + lease_ms), 'sa', fmt(now), 'ho', holder)
    call('ZADD', K(q .. ':set'), fmt(now), id)
    call('HSET', K(q .. ':leased'), lane, id)
    refresh(q, lane)
    claimed[#claimed + 1] = { id, call('HGETALL', item), find_key(q .. ':' .. id) }
  end
  return claimed
end
local function drop_item(q, id)
  leave_lane(q, id)
  call('DEL', item_key(q, id))
  call('ZREM', K(q .. ':set'), id)
  call('ZREM', K(q .. ':planned'), id)
  call('ZREM', K(q .. ':alerts'), id)
  drop_key(q .. ':' .. id)
end
local function settle_item(q, id)
  leave_lane(q, id)
  call('ZREM', K(q .. ':set'), id)
  call('ZREM', K(q .. ':alerts'), id)
  call('HSET', item_key(q, id), 'lu', '0')
end
local function queue(o, body, kid, wrapped)
  local item = item_key('outbox', o.id)
  if call('EXISTS', item) == 1 then return end
  local seq = pad(call('HINCRBY', K('meta'), 'seq', 1))
  call('HSET', item, 'lane', o.lane, 'prio', o.prio, 'kind', o.kind, 'case', o.case, 'entry', o.entry, 'qa', o.qa,
    'nb', o.nb, 'due', o.nb, 'sa', o.qa, 'ea', o.ea, 'att', '0', 'lt', '0', 'lu', '0', 'st', 'waiting',
    'pos', string.rep('0', 20), 'seq', seq, 'b', body)
  put_key('outbox:' .. o.id, kid, wrapped)
  call('ZADD', K('outbox:set'), o.qa, o.id)
  call('ZADD', K('outbox:due'), o.ea, o.id)
  if o.prio == '0' then call('ZADD', K('outbox:alerts'), o.nb, o.id) end
  -- An entry planned for later (a step of the ladder) holds nobody up before its time.
  if num(o.nb) > num(o.qa) then call('ZADD', K('outbox:planned'), o.nb, o.id)
  else enter_lane('outbox', o.id, o.lane, string.rep('0', 20), seq, o.prio) end
end
local function forget_recontact(id)
  local fields = call('HMGET', K('dossier:' .. id), 'm', 'r')
  if fields[1] and fields[2] ~= '' then call('SREM', K('recontact:' .. fields[1] .. ':' .. fields[2]), id) end
end
local function save_dossier(o, body)
  forget_recontact(o.id)
  call('HSET', K('dossier:' .. o.id), 'm', o.m, 'v', o.v, 'r', o.r, 'b', body)
  call('ZADD', K('dossiers:due'), o.ea, o.id)
  if o.r ~= '' then call('SADD', K('recontact:' .. o.m .. ':' .. o.r), o.id) end
end
local function erase_dossier(id)
  forget_recontact(id)
  drop_key('dossier:' .. id)
  call('ZREM', K('dossiers:due'), id)
  call('DEL', K('dossier:' .. id))
end
local function erase_case(id)
  local case = K('case:' .. id)
  local fields = call('HMGET', case, 'm', 's')
  if fields[1] and call('HGET', K('open:' .. fields[1]), fields[2]) == id then
    call('HDEL', K('open:' .. fields[1]), fields[2])
    call('HINCRBY', K('meta'), 'open', -1)
  end
  for _, entry in ipairs(call('ZRANGE', K('order:' .. id), 0, -1)) do
    if call('HGET', K('entry-case'), entry) == id then call('HDEL', K('entry-case'), entry) end
    call('ZREM', K('entries:due'), id .. ' ' .. entry)
  end
  for _, name in ipairs(call('HKEYS', K('originals:' .. id))) do
    call('ZREM', K('originals:due'), id .. ' ' .. name)
    drop_key('original:' .. id .. ':' .. string.gsub(name, ' ', ':'))
  end
  drop_key('case:' .. id)
  if fields[1] then call('SREM', K('cases-of:' .. fields[1] .. ':' .. fields[2]), id) end
  call('ZREM', K('cases:due'), id)
  call('DEL', case, K('order:' .. id), K('entries:' .. id), K('originals:' .. id), K('revisions:' .. id))
end
`;

const script = (body: string): string => `${prelude}${body}`;

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

/** Arguments: queue, now, lease in milliseconds, limit. */
export const claimScript = script(`return claim(ARGV[1], num(ARGV[2]), num(ARGV[3]), num(ARGV[4]), ARGV[5])`);

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

/** What a commit must know before it seals. Arguments: owners of keys, «case entry» pairs, both as JSON. */
export const prepareScript = script(`
local answer = { {}, {}, call('HMGET', K('audit:head'), 'seq', 'mac') }
for n, owner in ipairs(cjson.decode(ARGV[1])) do answer[1][n] = find_key(owner) end
for n, pair in ipairs(cjson.decode(ARGV[2])) do answer[2][n] = call('HGET', K('revisions:' .. pair[1]), pair[2]) end
return answer`);

/** Arguments: how the case is named ('id', 'entry' or 'open'), and that. */
export const findCaseScript = script(`
local id = ARGV[2]
if ARGV[1] == 'entry' then id = call('HGET', K('entry-case'), ARGV[2]) end
if ARGV[1] == 'open' then id = call('HGET', K('open:' .. ARGV[2]), ARGV[3]) end
if not id then return {} end
local fields = call('HMGET', K('case:' .. id), 'm', 'v', 'b', 'oa')
if not fields[1] then return {} end
return { { id, fields[1], fields[2], fields[3], fields[4], find_key('case:' .. id) } }`);

/** Arguments: municipality, case. */
export const dossierScript = script(`
local fields = call('HMGET', K('dossier:' .. ARGV[2]), 'm', 'v', 'b')
if fields[1] ~= ARGV[1] then return {} end
return { { fields[2], fields[3], find_key('dossier:' .. ARGV[2]) } }`);

/** Arguments: municipality. */
export const listOpenScript = script(`
local answer = {}
for n, id in ipairs(call('HVALS', K('open:' .. ARGV[1]))) do
  local fields = call('HMGET', K('case:' .. id), 'm', 'v', 'b', 'oa')
  answer[n] = { id, fields[1], fields[2], fields[3], fields[4], find_key('case:' .. id) }
end
return answer`);

/** Arguments: municipality, sender. */
export const casesOfSenderScript = script(`
local answer = {}
for _, id in ipairs(call('SMEMBERS', K('cases-of:' .. ARGV[1] .. ':' .. ARGV[2]))) do
  local fields = call('HMGET', K('case:' .. id), 'm', 'v', 'b', 'oa')
  if fields[1] then answer[#answer + 1] = { id, fields[1], fields[2], fields[3], fields[4], find_key('case:' .. id) } end
end
return answer`);

/** Arguments: the last moment that is out of time, limit. */
export const expiredCasesScript = script(`
local answer = {}
for n, id in ipairs(call('ZRANGEBYSCORE', K('cases:due'), '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])) do
  answer[n] = { id, call('HGET', K('case:' .. id), 'm') or '' }
end
return answer`);

/** Arguments: kind and the last moment that is out of time, in turn. */
export const overdueScript = script(`
local answer = {}
for n = 1, #ARGV, 2 do
  local name = ARGV[n]
  if name ~= 'seen' and name ~= 'causes' then name = name .. ':due' end
  answer[#answer + 1] = call('ZCOUNT', K(name), '-inf', ARGV[n + 1])
end
return answer`);

/** Arguments: case, entry or empty for all of them. */
export const entriesScript = script(`
local ids = ARGV[2] ~= '' and { ARGV[2] } or call('ZRANGE', K('order:' .. ARGV[1]), 0, -1)
local answer = { find_key('case:' .. ARGV[1]) }
for _, id in ipairs(ids) do
  local body = call('HGET', K('entries:' .. ARGV[1]), id)
  if body then answer[#answer + 1] = { id, body } end
end
return answer`);

/** Arguments: case. */
export const originalsScript = script(`
local answer, flat = {}, call('HGETALL', K('originals:' .. ARGV[1]))
for n = 1, #flat, 2 do
  local owner = 'original:' .. ARGV[1] .. ':' .. string.gsub(flat[n], ' ', ':')
  answer[#answer + 1] = { flat[n], flat[n + 1], find_key(owner) }
end
return answer`);

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

/** Arguments: kind, the last moment that is out of time, limit. Returns how many went. */
export const eraseScript = script(`
local kind, count = ARGV[1], 0
local function expired(name) return call('ZRANGEBYSCORE', K(name), '-inf', ARGV[2], 'LIMIT', 0, ARGV[3]) end
if kind == 'cases' then
  for _, id in ipairs(expired('cases:due')) do erase_case(id); count = count + 1 end
elseif kind == 'dossiers' then
  for _, id in ipairs(expired('dossiers:due')) do erase_dossier(id); count = count + 1 end
elseif kind == 'entries' then
  for _, member in ipairs(expired('entries:due')) do
    local case, id = string.match(member, '^(%S+) (.+)$')
    call('HDEL', K('entries:' .. case), id)
    call('ZREM', K('order:' .. case), id)
    if call('HGET', K('entry-case'), id) == case then call('HDEL', K('entry-case'), id) end
    call('ZREM', K('entries:due'), member)
    count = count + 1
  end
elseif kind == 'originals' then
  for _, member in ipairs(expired('originals:due')) do
    local case, name = string.match(member, '^(%S+) (.+)$')
    call('HDEL', K('originals:' .. case), name)
    drop_key('original:' .. case .. ':' .. string.gsub(name, ' ', ':'))
    call('ZREM', K('originals:due'), member)
    count = count + 1
  end
elseif kind == 'senders' then
  for _, member in ipairs(expired('senders:due')) do
    call('HDEL', K('senders'), member)
    call('ZREM', K('senders:due'), member)
    count = count + 1
  end
elseif kind == 'outbox' then
  for _, id in ipairs(expired('outbox:due')) do
    local fields = call('HMGET', item_key('outbox', id), 'case', 'kind', 'entry', 'seq')
    local posted = K('posted:' .. fields[1])
    for _, name in ipairs({ fields[2], fields[2] .. ' ' .. fields[3] }) do
      if call('HGET', posted, name) == fields[4] .. id then call('HDEL', posted, name) end
    end
    drop_item('outbox', id)
    call('ZREM', K('outbox:due'), id)
    count = count + 1
  end
elseif kind == 'cursors' then
  for _, channel in ipairs(expired('cursors:due')) do
    call('HDEL', K('cursors'), channel)
    call('ZREM', K('cursors:due'), channel)
    count = count + 1
  end
else
  for _, member in ipairs(expired(kind)) do count = count + call('ZREM', K(kind), member) end
end
return count`);

/** Arguments: the number of the base before, the new one, its mac and proof. */
export const eraseAuditScript = script(`
local base = num(call('HGET', K('audit:base'), 'seq'))
if base ~= num(ARGV[1]) then return 0 end
call('HSET', K('audit:base'), 'seq', ARGV[2], 'mac', ARGV[3], 'proof', ARGV[4])
for seq = base + 1, num(ARGV[2]) do call('HDEL', K('audit'), fmt(seq)) end
return num(ARGV[2]) - base`);

/** Arguments: old kid, new kid, then owner, old and new wrapped key in turn. A key that changed or went meanwhile stays as it is. */
export const rewrapScript = script(`
local from, to, moved = K('keys:' .. ARGV[1]), K('keys:' .. ARGV[2]), 0
for n = 3, #ARGV, 3 do
  if call('HGET', from, ARGV[n]) == ARGV[n + 1] then
    call('HSET', to, ARGV[n], ARGV[n + 2])
    call('HDEL', from, ARGV[n])
    moved = moved + 1
  end
end
if moved > 0 then call('SADD', K('kids'), ARGV[2]) end
if call('HLEN', from) == 0 then call('SREM', K('kids'), ARGV[1]) end
return moved`);

/** Arguments: version, kid, then owner and wrapped key of the keys to make when the place is empty. Returns version and the keys. */
export const foundScript = script(`
if call('EXISTS', K('meta')) == 0 then
  call('HSET', K('meta'), 'app', 'utekontakt', 'version', ARGV[1])
  for n = 3, #ARGV, 2 do put_key(ARGV[n], ARGV[2], ARGV[n + 1]) end
end
local answer = { call('HGET', K('meta'), 'app'), call('HGET', K('meta'), 'version') }
for n = 3, #ARGV, 2 do answer[#answer + 1] = find_key(ARGV[n]) end
return answer`);
