-- One knock. ARGV: 1 at what, 2 now (ms), 3 time between knocks (ms), 4 how many at once
-- Returns 0 when it may be answered, else how long to wait (ms). A refused knock costs nothing.
local kkey, now, between = key('knocks:' .. ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local due = math.max(tonumber(redis.call('GET', kkey) or 0), now)
local wait = due - now - between * (tonumber(ARGV[4]) - 1)
if wait > 0 then
  return wait
end
redis.call('SET', kkey, due + between, 'PX', due + between - now)
return 0
