-- A call that goes on is heard of; one in a room is looked at.
-- ARGV: 1 call, 2 now (ms), 3 kept for (ms)
-- Returns its fields and their values, none when it is over or not known.
local name = key('call:' .. ARGV[1])
local seen = redis.call('HMGET', name, 'stage', 'person', 'room')
if not seen[1] or seen[1] == 'over' then
  return {}
end
redis.call('HSET', name, 'heard', ARGV[2])
redis.call('PEXPIRE', name, ARGV[3])
redis.call('PEXPIRE', key('calling:' .. seen[2]), ARGV[3])
if seen[3] ~= '' then
  look_at(ARGV[1], ARGV[2])
end
return redis.call('HGETALL', name)
