-- Takes one of an allowance: so many at once, then one every so often (generic cell rate algorithm).
-- ARGV: 1 of what and whose, 2 now (ms), 3 time between two (ms), 4 how many at once
-- Returns 0 when it is taken, else how long to wait (ms). One that is refused costs nothing.
local akey, now, between = key(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local due = math.max(tonumber(redis.call('GET', akey) or 0), now)
local wait = due - now - between * (tonumber(ARGV[4]) - 1)
if wait > 0 then
  return wait
end
redis.call('SET', akey, due + between, 'PX', due + between - now)
return 0
