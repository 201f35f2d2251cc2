-- What is heard of a leg, in any order and any number of times: it only ever goes on.
-- ARGV: 1 leg, 2 the provider's id of it, or "" where it is not said, 3 state, 4 its rank, 5 why it is over, or ""
-- Returns 1 it goes on by this, 0 it was that far, or nothing is known of it, -1 the id is of another call.
local name = key('leg:' .. ARGV[1])
local seen = redis.call('HMGET', name, 'sid', 'rank')
if not seen[1] then
  return 0
elseif ARGV[2] ~= '' and seen[1] == '' then
  redis.call('HSET', name, 'sid', ARGV[2])
elseif ARGV[2] ~= '' and seen[1] ~= ARGV[2] then
  return -1
end
if tonumber(ARGV[4]) <= tonumber(seen[2]) then
  return 0
end
redis.call('HSET', name, 'state', ARGV[3], 'rank', ARGV[4], 'why', ARGV[5])
return 1
