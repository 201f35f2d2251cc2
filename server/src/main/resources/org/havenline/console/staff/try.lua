-- One try of a password. ARGV: 1 whose, 2 now (ms), 3 time between tries (ms), 4 how many at once
-- Returns 0 when it may be made, else how long to wait (ms). A refused try costs nothing.
local tkey, now, between = key('tries:' .. ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local due = math.max(tonumber(redis.call('GET', tkey) or 0), now)
local wait = due - now - between * (tonumber(ARGV[4]) - 1)
if wait > 0 then
  return wait
end
redis.call('SET', tkey, due + between, 'PX', due + between - now)
return 0
