-- A call that goes on is heard of.
-- ARGV: 1 call, 2 now (ms), 3 kept for (ms), 4 whether it is to be looked at, 1 or 0; one in a room always is
-- Returns its fields and their values, none when it is over or not known.
local name = key('call:' .. ARGV[1])
local seen = redis.call('HMGET', name, 'stage', 'person', 'room')
if not seen[1] or seen[1] == 'over' then
  return {}
end
redis.call('HSET', name, 'heard', ARGV[2])
redis.call('PEXPIRE', name, ARGV[3])
redis.call('PEXPIRE', key('calling:' .. seen[2]), ARGV[3])
if ARGV[4] == '1' or seen[3] ~= '' then
  look_at(ARGV[1], ARGV[2])
end
return redis.call('HGETALL', name)
