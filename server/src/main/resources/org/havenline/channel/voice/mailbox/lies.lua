-- A recording lies at the provider. Told again, nothing changes; of a call that was not let record there is none.
-- ARGV: 1 call, 2 recording, 3 now (ms)
-- Returns 1 when it is new.
local name, lane = key('tapes-of:' .. ARGV[1]), key('tapes:' .. ARGV[1])
if redis.call('HEXISTS', name, 'begun') == 0 or redis.call('HSETNX', name, ARGV[2], ARGV[3]) == 0 then
  return 0
end
redis.call('RPUSH', lane, 'look')
-- who holds the lane now comes to it by himself
if redis.call('HEXISTS', key('tapes:claims'), ARGV[1]) == 0 then
  redis.call('ZADD', key('tapes'), ARGV[3], ARGV[1])
end
return 1
