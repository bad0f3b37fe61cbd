import { script } from './prelude.ts';

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
