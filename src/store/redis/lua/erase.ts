import { script } from './prelude.ts';

/** Arguments: kind, the last moment that is out of time, limit, now. Returns how many went. */
export const eraseScript = script(`
local kind, count = ARGV[1], 0
local function expired(name) return call('ZRANGEBYSCORE', K(name), '-inf', ARGV[2], 'LIMIT', 0, ARGV[3]) end
if kind == 'cases' then
  for _, id in ipairs(expired('cases:due')) do
    erase_case(id)
    note_erased('case', id, nil, ARGV[4])
    count = count + 1
  end
elseif kind == 'dossiers' then
  for _, id in ipairs(expired('dossiers:due')) do
    erase_dossier(id)
    note_erased('dossier', id, nil, ARGV[4])
    count = count + 1
  end
elseif kind == 'entries' then
  for _, member in ipairs(expired('entries:due')) do
    erase_entry(string.match(member, '^(%S+) (.+)$'))
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

/** Arguments: kind and the last moment that is out of time, in turn. */
export const overdueScript = script(`
local answer = {}
for n = 1, #ARGV, 2 do
  local name = ARGV[n]
  if name ~= 'seen' and name ~= 'causes' then name = name .. ':due' end
  answer[#answer + 1] = call('ZCOUNT', K(name), '-inf', ARGV[n + 1])
end
return answer`);

/** Arguments: the moment before which erasures are forgotten, limit. The last one stays whatever its age, as in the ledger. */
export const forgetErasuresScript = script(`
local forgotten = 0
for _, line in ipairs(call('ZRANGE', K('erased'), 0, num(ARGV[2]) - 1)) do
  if num(cjson.decode(line).at) >= num(ARGV[1]) or call('ZCARD', K('erased')) == 1 then break end
  forgotten = forgotten + call('ZREM', K('erased'), line)
end
return forgotten`);
