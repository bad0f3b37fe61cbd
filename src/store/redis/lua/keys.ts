import { script } from './prelude.ts';

/** Arguments: version, kid, then owner and wrapped key of the keys to make when the place is empty. Returns owner, version, whether the place was empty, and the keys. */
export const foundScript = script(`
local fresh = call('EXISTS', K('meta')) == 0
if fresh then
  call('HSET', K('meta'), 'app', 'utekontakt', 'version', ARGV[1])
  for n = 3, #ARGV, 2 do put_key(ARGV[n], ARGV[2], ARGV[n + 1]) end
end
local answer = { call('HGET', K('meta'), 'app'), call('HGET', K('meta'), 'version'), fresh and 1 or 0 }
for n = 3, #ARGV, 2 do answer[#answer + 1] = find_key(ARGV[n]) end
return answer`);

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
