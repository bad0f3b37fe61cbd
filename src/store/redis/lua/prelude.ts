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
  if o.ft then call('HSET', item, 'ft', o.ft) end
  put_key('outbox:' .. o.id, kid, wrapped)
  call('ZADD', K('outbox:set'), o.qa, o.id)
  call('ZADD', K('outbox:due'), o.ea, o.id)
  if o.prio == '0' then call('ZADD', K('outbox:alerts'), o.nb, o.id) end
  -- An entry planned for later (a step of the ladder) holds nobody up before its time.
  if num(o.nb) > num(o.qa) then call('ZADD', K('outbox:planned'), o.nb, o.id)
  else enter_lane('outbox', o.id, o.lane, string.rep('0', 20), seq, o.prio) end
end
-- What must stay erased when an old copy is put back, in the form the ledger has on the disk (erasure-ledger.ts).
local function text(value) return (string.gsub(cjson.encode(value), '\\\\/', '/')) end
local function note_erased(kind, case, entry, at)
  local n = fmt(call('HINCRBY', K('meta'), 'erasures', 1))
  local ids = '"kind":' .. text(kind) .. ',"caseId":' .. text(case)
  if entry then ids = ids .. ',"entryId":' .. text(entry) end
  call('ZADD', K('erased'), n, '{"n":' .. n .. ',"at":' .. at .. ',"erased":{' .. ids .. '}}')
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
local function erase_entry(case, id)
  call('HDEL', K('entries:' .. case), id)
  call('ZREM', K('order:' .. case), id)
  if call('HGET', K('entry-case'), id) == case then call('HDEL', K('entry-case'), id) end
  call('ZREM', K('entries:due'), case .. ' ' .. id)
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

/** A script with everything above at hand. */
export const script = (body: string): string => `${prelude}${body}`;
